package bienban.extraction.instruction;

import bienban.extraction.Draft.Addressee;
import bienban.extraction.Draft.AddresseeRole;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads to whom a directive is given: the object of the order, or the subject of the task. */
final class Addressees {
    private static final Set<String> STOPS = Set.of(
            "cần", "phải", "có", "sẽ", "tiếp", "thời", "trong", "để", "nhằm", "chịu", "là", "nhanh", "ngay", "không",
            "thường", "sớm", "đã", "khi", "căn", "trên", "theo", "từ", "trước", "vào", "nghiêm", "cùng", "chủ", "rà");
    private static final int MOST = 20;
    private static final int LONGEST = 32;

    private Addressees() {}

    static List<Addressee> of(String text, List<Token> clause) {
        var addressees = new ArrayList<Addressee>();
        int order = Force.order(clause, 0, clause.size());
        while (order >= 0) {
            int from = order + Force.orderLength(clause, order);
            if (from < clause.size()
                    && (clause.get(from).is(":") || clause.get(from).is("cho"))) {
                from++;
            }
            add(text, clause, Force.afterAdverbials(clause, from, clause.size()), addressees);
            order = Force.order(clause, from, clause.size());
        }
        if (addressees.isEmpty()) {
            add(text, clause, Force.afterAdverbials(clause, 0, clause.size()), addressees);
        }
        return addressees;
    }

    private static void add(String text, List<Token> clause, int from, List<Addressee> addressees) {
        if (from >= clause.size() || !Force.isAddressee(clause, from)) {
            return;
        }
        int to = end(clause, from);
        if (to <= from || to - from > LONGEST || addressees.size() >= MOST) {
            return;
        }
        var name = Spaces.single(
                text.substring(clause.get(from).start(), clause.get(to - 1).end()));
        if (addressees.stream().noneMatch(known -> known.name().equals(name))) {
            addressees.add(new Addressee(name, AddresseeRole.lead));
        }
        coordinating(text, clause, to, addressees);
    }

    private static int end(List<Token> clause, int from) {
        int at = from + 1;
        while (at < clause.size() && at - from <= LONGEST) {
            var token = clause.get(at);
            boolean mark =
                    token.isPunctuation() && !token.is(",") && !token.is("-") && !token.is("&") && !token.is("/");
            boolean task = Force.taskLength(clause, at) > 0
                    && !token.isCapitalized()
                    && !Set.of("ban", "công", "ủy").contains(clause.get(at - 1).key());
            if (mark || (STOPS.contains(token.key()) && !token.isCapitalized() && !names(clause, at)) || task) {
                break;
            }
            if (token.is(",") && !(at + 1 < clause.size() && continuesList(clause, at + 1))) {
                break;
            }
            at++;
        }
        while (at > from
                && (clause.get(at - 1).is(",")
                        || clause.get(at - 1).is("và")
                        || clause.get(at - 1).is("-"))) {
            at--;
        }
        return at;
    }

    /** "thường" of Thường trực and "chủ" of chủ tịch belong to names of offices. */
    private static boolean names(List<Token> clause, int at) {
        var next = at + 1 < clause.size() ? clause.get(at + 1).key() : "";
        return switch (clause.get(at).key()) {
            case "thường" -> next.equals("trực") || next.equals("vụ");
            case "chủ" -> !next.equals("động") && !next.equals("trì");
            case "là" -> next.equals("bí") || next.equals("ủy") || next.equals("thành");
            case "có" -> next.equals("liên") || next.equals("dự");
            case "trên" -> next.equals("địa");
            case "trong" -> next.equals("btv") || next.equals("ban") || next.equals("ủy");
            default -> false;
        };
    }

    private static boolean continuesList(List<Token> clause, int at) {
        return Force.isAddressee(clause, at)
                || (Force.taskLength(clause, at) == 0
                        && clause.get(at).isWord()
                        && !STOPS.contains(clause.get(at).key()));
    }

    /** "chủ trì, phối hợp với Công an huyện": those who help. */
    private static void coordinating(String text, List<Token> clause, int from, List<Addressee> addressees) {
        for (int i = from; i + 3 < clause.size(); i++) {
            boolean helps = clause.get(i).is("phối") && clause.get(i + 1).is("hợp");
            int at = i + 2;
            if (helps
                    && at < clause.size()
                    && (clause.get(at).is("chặt") || clause.get(at).is("tốt"))) {
                at += clause.get(at).is("chặt") ? 2 : 1;
            }
            if (helps
                    && at + 1 < clause.size()
                    && (clause.get(at).is("với") || clause.get(at).is("cùng"))
                    && Force.isAddressee(clause, at + 1)) {
                int to = end(clause, at + 1);
                if (to > at + 1 && to - at < LONGEST) {
                    var name = Spaces.single(text.substring(
                            clause.get(at + 1).start(), clause.get(to - 1).end()));
                    addressees.add(new Addressee(name, AddresseeRole.coordinating));
                }
                return;
            }
        }
    }
}
