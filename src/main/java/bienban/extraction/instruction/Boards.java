package bienban.extraction.instruction;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.List;

/** Tells those who may give orders: bodies, and who holds a post in them. */
final class Boards {
    private static final int REACH = 22;
    private static final Phrases BOARD = Phrases.of(
            "hội nghị",
            "ban thường vụ",
            "btv",
            "thường trực",
            "ubnd",
            "hđnd",
            "chủ tọa",
            "đoàn công tác",
            "thị ủy",
            "huyện ủy",
            "thành ủy",
            "tỉnh ủy",
            "đảng ủy",
            "ban chấp hành",
            "bch",
            "chủ tịch",
            "bí thư",
            "lãnh đạo",
            "đồng chí",
            "đ/c",
            "ông",
            "bà",
            "phó chủ tịch",
            "phó bí thư",
            "trưởng đoàn",
            "ban chỉ đạo",
            "kỳ họp",
            "ủy ban",
            "đoàn giám sát",
            "đoàn kiểm tra");

    private Boards() {}

    /** A body or a post holder stands before the order. */
    static boolean command(List<Token> tokens, int order) {
        if (tokens.get(order).is("chỉ") && !Openers.announcesList(tokens)) {
            return false;
        }
        for (int i = order - 1; i >= Math.max(0, order - REACH); i--) {
            if (BOARD.at(tokens, i) != null) {
                return true;
            }
        }
        return false;
    }
}
