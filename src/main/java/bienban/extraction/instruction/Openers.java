package bienban.extraction.instruction;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** Tells sentences that only open a list, that praise, or that look back. */
final class Openers {
    private static final Phrases RECOGNITIONS = Phrases.read("recognitions.txt");
    private static final Phrases PROMISES = Phrases.of(
            "nhiệm vụ",
            "nội dung",
            "vấn đề",
            "giải pháp",
            "công việc",
            "một số",
            "sau",
            "sau đây",
            "như sau",
            "các mặt",
            "ý kiến",
            "đó là",
            "cụ thể",
            "yêu cầu",
            "trọng tâm");
    private static final Phrases BACKWARD = Phrases.of(
            "qua đó",
            "nhờ đó",
            "nhờ vậy",
            "kết quả",
            "đến nay",
            "có được",
            "đây là",
            "điều này",
            "trong thời gian qua",
            "thời gian qua",
            "nhìn chung",
            "cơ bản",
            "năm qua",
            "những kết quả",
            "theo báo cáo",
            "trong năm",
            "hiện nay",
            "góp phần");

    private static final Phrases HOPES = Phrases.of("tin tưởng", "tin rằng", "hy vọng", "chúc", "bày tỏ", "cảm ơn");

    private static final int OUTLOOK = 10;
    private static final int LONGEST_PLACE = 6;
    private static final Set<String> LEVELS =
            Set.of("tỉnh", "huyện", "quận", "xã", "phường", "thị", "thành", "toàn", "địa");
    private static final Phrases OUTLOOKS = Phrases.read("outlooks.txt");

    private Openers() {}

    /** A task, also of the place itself: "quận Hòa Bắc tập trung …". */
    private static boolean isSet(List<Token> tokens, int from) {
        if (Force.isTask(tokens, from, tokens.size())) {
            return true;
        }
        int verb = from;
        while (verb < Math.min(tokens.size(), from + LONGEST_PLACE) && Force.taskLength(tokens, verb) == 0) {
            verb++;
        }
        return LEVELS.contains(tokens.get(from).key())
                && verb > from
                && Force.task(tokens, verb, tokens.size()) == verb
                && !Force.isPast(tokens, from, verb);
    }

    /** "Thời gian tới, các Ban của HĐND chủ động hoàn thành …": what a body sets itself to do. */
    static boolean looksAhead(List<Token> tokens) {
        var outlook = OUTLOOKS.at(tokens, 0);
        if (outlook == null || outlook.length() >= tokens.size()) {
            return false;
        }
        int next = outlook.length();
        for (int i = next; i < Math.min(tokens.size() - 1, next + OUTLOOK); i++) {
            if (tokens.get(i).is(",") || tokens.get(i).is(":")) {
                return isSet(tokens, i + 1);
            }
        }
        return isSet(tokens, next);
    }

    /** "… một số nhiệm vụ trọng tâm sau:" with nothing said yet. */
    static boolean promisesOnly(List<Token> tokens, int from, int to) {
        if (!tokens.get(to - 1).is(":")) {
            return false;
        }
        for (int i = from; i < to - 1; i++) {
            if (tokens.get(i).is(";")) {
                return false;
            }
        }
        return PROMISES.find(tokens, Math.max(from, to - 22), to) >= 0 || to - from < 14;
    }

    /** "… thực hiện những việc sau: rà soát …": the first of several things to do, which the sentences behind go on with. */
    static boolean announcesList(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            boolean announced = tokens.get(i).is(":")
                    && (tokens.get(i - 1).is("sau") || tokens.get(i - 1).is("đây"));
            if (announced) {
                return true;
            }
        }
        return false;
    }

    /** "Ông tin tưởng … không để xảy ra": a hope, whatever follows. */
    static boolean hopes(List<Token> tokens, int from) {
        return HOPES.find(tokens, from, Math.min(tokens.size(), from + 6)) >= 0;
    }

    /** Praise or a look at what was done, unless it is itself what somebody is to do: "các chi bộ tổ chức kiểm điểm, đánh giá". */
    static boolean recognizes(List<Token> tokens, int from, int to) {
        int praise = RECOGNITIONS.find(tokens, from, to);
        int task = praise < 0 ? -1 : Force.task(tokens, from, to);
        return praise >= 0 && (task < 0 || praise <= task);
    }

    /** A task verb opens the clause; "Đánh giá" is one in a list, elsewhere it may praise. */
    static boolean beginsWithTask(List<Token> tokens, int from, int to, boolean listed) {
        int start = Force.afterAdverbials(tokens, from, to);
        if (start >= to || Force.taskLength(tokens, start) == 0 || looksBack(tokens, from)) {
            return false;
        }
        var praise = RECOGNITIONS.at(tokens, start, to);
        boolean praises = praise != null && (!listed || praise.length() > Force.taskLength(tokens, start));
        return !praises && Force.isTask(tokens, from, to);
    }

    /** "Qua đó phải tạo được …" looks ahead. */
    static boolean looksBack(List<Token> tokens, int from) {
        var back = BACKWARD.at(tokens, from);
        return back != null && Force.modal(tokens, from, from + back.length() + 1) < 0;
    }

    /** "nhấn mạnh một số nhiệm vụ: tập trung …": the task stands behind the colon. */
    static boolean taskAfterColon(List<Token> tokens, int from, int to) {
        for (int i = from; i < to - 2; i++) {
            if (tokens.get(i).is(":")) {
                return Force.isTask(tokens, i + 1, to);
            }
        }
        return false;
    }
}
