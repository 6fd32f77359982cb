package bienban.extraction.person;

import bienban.extraction.Draft.Role;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the part that people took from the words before and after their names. */
final class RoleCues {
    private static final Phrases CUES = Phrases.read("role-cues.tsv");
    private static final Set<Role> ENDING = EnumSet.of(Role.speaker, Role.presenter, Role.concluding_speaker);
    private static final Set<String> NOUN_BEFORE =
            Set.of("báo", "các", "thị", "quyết", ",", "bản", "dung", "nội", "theo", "hiện");
    private static final int REACH = 16;

    private RoleCues() {}

    /** Roles announced by what stands before the people: "Dự và chủ trì hội nghị có …". */
    static Set<Role> before(List<Token> tokens, int from, int to) {
        var roles = EnumSet.noneOf(Role.class);
        int at = from;
        while (at < to) {
            var cue = CUES.at(tokens, at, to);
            if (cue == null || cue.column(2).equals("after") || !counts(tokens, at, cue)) {
                at++;
                continue;
            }
            roles.add(Role.valueOf(cue.column(1)));
            at += cue.length();
        }
        if (roles.contains(Role.concluding_speaker)) {
            roles.remove(Role.speaker);
        }
        return roles;
    }

    /** Roles that the verbs after the people give: "… chủ trì hội nghị", "… nhấn mạnh:". */
    static Set<Role> after(List<Token> tokens, int from, int to) {
        var roles = EnumSet.noneOf(Role.class);
        int end = Math.min(to, from + REACH);
        int at = from;
        while (at < end && !tokens.get(at).is(";") && !tokens.get(at).is(":")) {
            var cue = CUES.at(tokens, at, to);
            if (cue == null || cue.column(2).equals("before") || !counts(tokens, at, cue)) {
                at++;
                continue;
            }
            var role = Role.valueOf(cue.column(1));
            roles.add(role);
            if (ENDING.contains(role)) {
                boolean concludes = role == Role.concluding_speaker || concludesSoon(tokens, at + cue.length(), end);
                return concludes ? with(roles, Role.concluding_speaker) : roles;
            }
            at += cue.length();
        }
        return roles;
    }

    private static Set<Role> with(Set<Role> roles, Role role) {
        roles.add(role);
        roles.remove(Role.speaker);
        return roles;
    }

    private static boolean concludesSoon(List<Token> tokens, int from, int end) {
        for (int i = from; i + 1 < Math.min(end, from + 5); i++) {
            if (tokens.get(i).is("kết") && tokens.get(i + 1).is("luận")) {
                return counts(tokens, i, CUES.at(tokens, i));
            }
        }
        return false;
    }

    /** A cue that is used as a verb: not "Kết luận số 21", not "chủ trì, phối hợp với". */
    private static boolean counts(List<Token> tokens, int at, Phrases.Match cue) {
        int next = at + cue.length();
        var after = next < tokens.size() ? tokens.get(next) : null;
        if (cue.column(0).equals("kết luận")) {
            boolean document =
                    after != null && (after.is("số") || after.isNumber() || after.is("thanh") || after.is("của"));
            return !document
                    && !(at > 0
                            && NOUN_BEFORE.contains(tokens.get(at - 1).key())
                            && !tokens.get(at - 1).isCapitalized());
        }
        if (cue.column(1).equals("chair")) {
            boolean task = after != null
                    && next + 1 < tokens.size()
                    && after.is(",")
                    && tokens.get(next + 1).is("phối");
            return !task
                    && !(after != null && after.is("phối"))
                    && !(at > 0 && tokens.get(at - 1).is("giao"));
        }
        if (cue.column(0).equals("dự")) {
            return !(after != null
                    && (after.is("án")
                            || after.is("toán")
                            || after.is("thảo")
                            || after.is("kiến")
                            || after.is("báo")
                            || after.is("phòng")
                            || after.is("bị")
                            || after.is("khuyết")
                            || after.is("trữ")
                            || after.is("thi")));
        }
        return !cue.column(0).equals("bế mạc") || at == 0 || !tokens.get(at - 1).is("sau");
    }
}
