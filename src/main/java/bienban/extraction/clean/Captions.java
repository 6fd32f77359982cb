package bienban.extraction.clean;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence.Block;
import java.util.List;

/** Tells captions, headings and list items from prose. */
final class Captions {
    private static final Phrases OPENERS = Phrases.read("caption-openers.txt");
    private static final Phrases PLAIN = Phrases.of(
            "quang cảnh",
            "toàn cảnh",
            "khung cảnh",
            "hình ảnh",
            "ảnh",
            "một số hình ảnh",
            "ảnh:",
            "(ảnh",
            "chủ tọa hội nghị",
            "một góc",
            "đoàn chủ tọa",
            "các đại biểu dự",
            "các đại biểu tham dự",
            "đại biểu dự",
            "đại biểu tham dự");
    private static final Phrases DEEDS = Phrases.of(
            "phát biểu",
            "kết luận",
            "chủ trì",
            "tham luận",
            "trao",
            "tặng",
            "trình bày",
            "báo cáo",
            "điều hành",
            "thảo luận",
            "khai mạc",
            "bế mạc",
            "đóng góp ý kiến",
            "tặng hoa",
            "quán triệt",
            "triển khai",
            "thông qua");
    private static final Phrases SITTINGS = Phrases.of(
            "hội nghị", "buổi làm việc", "kỳ họp", "phiên họp", "cuộc họp", "đại hội", "buổi lễ", "chương trình");
    private static final Phrases PHOTO = Phrases.of("ảnh:", "ảnh :", "(ảnh", "ảnh minh họa");

    private static final Phrases VIEWS =
            Phrases.of("đại diện", "các đại biểu", "đại biểu", "đông đảo", "các đồng chí", "lãnh đạo các", "người dân");

    private Captions() {}

    /** A caption by its first words alone: "Quang cảnh hội nghị". */
    static boolean isPlainCaption(Line line) {
        return line.words() <= 25
                && PLAIN.at(line.tokens, 0) != null
                && !line.last().is(":");
    }

    /** "Đại diện các phòng dự buổi làm việc": a picture's words, though they name a sitting. */
    static boolean opensLikeOne(Line line) {
        return VIEWS.at(line.tokens, 0) != null;
    }

    static void mark(List<Line> lines, int body) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isOpen()) {
                line.block = blockOf(line, i >= body);
            }
        }
    }

    private static Block blockOf(Line line, boolean inBody) {
        if (isPlainCaption(line) || (inBody && isPortrait(line)) || (inBody && endsWithPhotographer(line))) {
            return Block.caption;
        }
        if (Lines.isBullet(line)) {
            return line.words() <= 14 && !line.isClosed() && isRomanOrNumber(line) ? Block.heading : Block.item;
        }
        if (!inBody) {
            return line.words() >= 18 ? Block.body : Block.furniture;
        }
        if (line.last().is(":") || (!line.isClosed() && line.words() <= 14)) {
            return line.words() <= 14 ? Block.heading : Block.body;
        }
        return Block.body;
    }

    private static boolean isRomanOrNumber(Line line) {
        return !line.first().isPunctuation() && line.words() <= 8;
    }

    /** Somebody shown doing something: a short line without a full stop, or one that ends in "phát biểu tại hội nghị." */
    private static boolean isPortrait(Line line) {
        int words = line.words();
        if (words < 2
                || words > 45
                || OPENERS.at(line.tokens, 0) == null
                || line.last().is(":")
                || line.last().is(";")) {
            return false;
        }
        boolean deed = DEEDS.occursIn(line.tokens);
        if (!line.isClosed()) {
            return words <= 14 || deed;
        }
        return deed
                && words <= 32
                && endsAtTheSitting(line)
                && !line.tokens.stream().anyMatch(token -> token.is(";"));
    }

    private static boolean endsAtTheSitting(Line line) {
        int from = Math.max(0, line.tokens.size() - 6);
        return SITTINGS.find(line.tokens, from, line.tokens.size()) >= 0;
    }

    private static boolean endsWithPhotographer(Line line) {
        int from = Math.max(0, line.tokens.size() - 9);
        int at = PHOTO.find(line.tokens, from, line.tokens.size());
        return at >= 0 && line.words() <= 45 && (at > 0 || line.words() <= 6);
    }
}
