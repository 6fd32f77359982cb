package bienban.extraction.instruction;

import bienban.extraction.body.Bodies;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** What makes a clause an instruction: an order, a modal verb, or a task that begins it. */
final class Force {
    private static final Phrases ORDERS = Phrases.read("order-verbs.tsv");
    private static final Phrases MODALS = Phrases.read("modals.txt");
    private static final Phrases NO_MODALS = Phrases.read("no-modals.txt");
    private static final Phrases TASKS = Phrases.read("task-verbs.txt");
    private static final Phrases HEADS = Phrases.read("addressee-heads.txt");
    private static final Phrases ADVERBIALS = Phrases.read("adverbials.txt");
    private static final Phrases NO_ORDERS = Phrases.read("no-orders.txt");
    private static final Set<String> PAST = Set.of("đã", "được", "đang", "vẫn", "chưa", "còn", "bị");
    private static final int SUBJECT = 34;
    private static final int SHORTEST_CALL = 7;

    private Force() {}

    /** The index of the first order with somebody or something to order in {@code [from, to)}, or -1. */
    static int order(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            var none = NO_ORDERS.at(tokens, i, to);
            if (none != null && !addressesBoard(tokens, i) && !ordersBehind(tokens, i + none.length(), to)) {
                i += none.length() - 1;
                continue;
            }
            var verb = ORDERS.at(tokens, i, to);
            if (verb != null && verb.column(1).equals("order") && hasObject(tokens, i, verb.length(), to)) {
                return i;
            }
        }
        return -1;
    }

    /** "giao Ban Quản lý" orders a board, "giao ban" is a meeting. */
    private static boolean addressesBoard(List<Token> tokens, int at) {
        return tokens.get(at).is("giao")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).text().equals("Ban");
    }

    /** "Chủ tịch UBND tỉnh giao Sở Tài chính" orders; "dự toán tỉnh giao" is a plan. */
    private static boolean ordersBehind(List<Token> tokens, int at, int to) {
        return at < to
                && tokens.get(at - 1).is("giao")
                && tokens.get(at).isCapitalized()
                && HEADS.at(tokens, at, to) != null;
    }

    static int orderLength(List<Token> tokens, int at) {
        var verb = ORDERS.at(tokens, at);
        return verb == null ? 0 : verb.length();
    }

    /** Somebody to order or something to do follows; "theo yêu cầu của tỉnh" has neither. */
    private static boolean hasObject(List<Token> tokens, int at, int length, int to) {
        if (at > 0
                && Set.of(
                                "theo", "được", "các", "những", "nội", "của", "đáp", "ứng", "với", "sự", "bàn",
                                "chuyển", "tỉnh", "huyện", "vụ", "tiêu")
                        .contains(tokens.get(at - 1).key())
                && !tokens.get(at - 1).is("các")) {
            return Set.of("tỉnh", "huyện").contains(tokens.get(at - 1).key())
                    && HEADS.at(tokens, at + length, to) != null;
        }
        int next = at + length;
        if (next < to && tokens.get(next).is(":")) {
            return next + 1 < to || tokens.get(at).is("yêu") || tokens.get(at).is("đề");
        }
        boolean formal = tokens.get(at).is("yêu") || tokens.get(at).is("đề");
        int reach = formal ? 9 : 5;
        for (int i = next; i < Math.min(to, next + reach); i++) {
            if (!formal && tokens.get(i).is(",")) {
                break;
            }
            if (HEADS.at(tokens, i, to) != null
                    || TASKS.at(tokens, i, to) != null
                    || MODALS.at(tokens, i, to) != null) {
                return true;
            }
        }
        return next < to && tokens.get(next).isCapitalized();
    }

    /** Whether what stands before a verb says that it was done already: "huyện đã …". */
    static boolean isPast(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().anyMatch(token -> PAST.contains(token.key()));
    }

    static boolean isAddressee(List<Token> tokens, int at) {
        return isHead(tokens, at, tokens.size());
    }

    /** "Hội nghị", "tổ chức thực hiện" and "phòng, chống" begin like those who are addressed. */
    private static boolean isHead(List<Token> tokens, int at, int to) {
        var head = HEADS.at(tokens, at, to);
        if (head == null || head.length() > 1 || at + 1 >= to) {
            return head != null;
        }
        var next = tokens.get(at + 1).key();
        return switch (tokens.get(at).key()) {
            case "hội" ->
                !Set.of("nghị", "viên", "thi", "chợ", "tụ", "nhập", "thảo").contains(next);
            case "tổ" -> !next.equals("chức");
            case "đoàn" -> !next.equals("kết");
            case "phòng" -> !next.equals("chống") && !next.equals(",");
            case "toàn" -> !next.equals("diện");
            case "những" ->
                !Set.of("kết", "khó", "nội", "nhiệm", "năm", "tháng", "vấn", "tồn", "hạn", "ý", "việc")
                        .contains(next);
            case "các" ->
                !Set.of(
                                "kết", "chỉ", "nội", "nhiệm", "ý", "nghị", "văn", "giải", "mục", "dự", "công", "hoạt",
                                "vấn", "tồn")
                        .contains(next);
            default -> true;
        };
    }

    static int taskLength(List<Token> tokens, int at) {
        var match = TASKS.at(tokens, at);
        return match == null ? 0 : match.length();
    }

    /** The index of the first modal verb in {@code [from, to)}, or -1. */
    static int modal(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            var none = NO_MODALS.at(tokens, i, to);
            if (none != null) {
                i += none.length() - 1;
            } else if (MODALS.at(tokens, i, to) != null) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the clause at {@code from} is a task: a task verb, or those who are to do it and the verb. */
    static boolean isTask(List<Token> tokens, int from, int to) {
        return task(tokens, from, to) >= 0;
    }

    /** The index of the verb of the task that the clause is, or -1. */
    static int task(List<Token> tokens, int from, int to) {
        int start = afterAdverbials(tokens, from, to);
        if (start < to && TASKS.at(tokens, start, to) != null) {
            return looksBack(tokens, start, to) ? -1 : start;
        }
        if (start >= to || !isHead(tokens, start, to)) {
            return -1;
        }
        for (int i = start; i < Math.min(to, start + SUBJECT); i++) {
            if (PAST.contains(tokens.get(i).key())) {
                return -1;
            }
            var task = TASKS.at(tokens, i, to);
            if (task != null && i > start && !partOfSubject(tokens, i)) {
                return looksBack(tokens, i, to) ? -1 : i;
            }
        }
        return -1;
    }

    /** An office begins the clause and nothing says that it has already done what follows, whatever the verb. */
    static boolean isCalledUpon(List<Token> tokens, int from, int to) {
        int start = afterAdverbials(tokens, from, to);
        boolean office = start < to
                && to - start > SHORTEST_CALL
                && tokens.get(start).isCapitalized()
                && Bodies.kindAt(tokens, start) != null;
        if (!office) {
            return false;
        }
        int verb = Bodies.end(tokens, start);
        for (int i = verb; i < Math.min(to, verb + 4); i++) {
            if (PAST.contains(tokens.get(i).key())
                    || !tokens.get(i).isWord()
                    || tokens.get(i).is("là")) {
                return false;
            }
        }
        return verb < to && !tokens.get(verb).isCapitalized();
    }

    private static boolean partOfSubject(List<Token> tokens, int at) {
        var before = tokens.get(at - 1).key();
        return Set.of("công", "việc", "ban", "phòng", "của", "sự", "quản").contains(before)
                || (before.equals("ủy") && tokens.get(at).isCapitalized());
    }

    /** "Tiếp tục được duy trì", "Thực hiện … đã đạt": a result, no task. */
    private static boolean looksBack(List<Token> tokens, int at, int to) {
        int end = Math.min(to, at + 4);
        for (int i = at; i < end; i++) {
            if (tokens.get(i).is("được") || tokens.get(i).is("đã")) {
                return true;
            }
        }
        return false;
    }

    /** Past "Đồng thời,", "Trong thời gian tới,", "Về công tác cán bộ," and list marks. */
    static int afterAdverbials(List<Token> tokens, int from, int to) {
        int at = from;
        while (at < to
                && (tokens.get(at).isPunctuation() || tokens.get(at).isNumber() || isLetterMark(tokens, at, to))) {
            at++;
        }
        var adverbial = ADVERBIALS.at(tokens, at, to);
        if (adverbial == null) {
            return at;
        }
        int next = at + adverbial.length();
        if (next < to && tokens.get(next).is(",")) {
            return afterAdverbials(tokens, next + 1, to);
        }
        if (!adverbial.column(1).equals("phrase")) {
            return next < to ? afterAdverbials(tokens, next, to) : next;
        }
        for (int i = next; i < Math.min(to, next + 30); i++) {
            if (tokens.get(i).is(",") || tokens.get(i).is(":")) {
                int after = i + 1;
                boolean starts = after < to
                        && (TASKS.at(tokens, after, to) != null
                                || HEADS.at(tokens, after, to) != null
                                || ADVERBIALS.at(tokens, after, to) != null
                                || tokens.get(i).is(":"));
                if (starts) {
                    return afterAdverbials(tokens, after, to);
                }
            }
        }
        return at;
    }

    private static boolean isLetterMark(List<Token> tokens, int at, int to) {
        return tokens.get(at).text().length() == 1
                && at + 1 < to
                && (tokens.get(at + 1).is(")") || tokens.get(at + 1).is("."));
    }
}
