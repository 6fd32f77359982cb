package bienban.extraction.person;

import bienban.extraction.person.Mention.Form;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** A post that several people of a list hold, told once behind the last of them. */
final class SharedPosts {
    /** How posts begin that several people of one body hold. */
    private static final Phrases SEVERAL = Phrases.of(
            "phó chủ tịch",
            "pct",
            "phó bí thư",
            "phó giám đốc",
            "phó trưởng",
            "ủy viên",
            "uvbtv",
            "uvtv",
            "tỉnh ủy viên",
            "huyện ủy viên",
            "thành ủy viên",
            "thị ủy viên",
            "huv",
            "tuv");

    private SharedPosts() {}

    /** "các đ/c: Lưu A, Vy B - Phó Chủ tịch UBND": both are deputies. */
    static List<Mention> handBack(List<Mention> mentions, List<Token> tokens) {
        var shared = new ArrayList<>(mentions);
        for (int i = shared.size() - 2; i >= 0; i--) {
            var mention = shared.get(i);
            var next = shared.get(i + 1);
            boolean bare = mention.isNamed() && mention.posts().isEmpty() && next.form() == Form.listed;
            if (bare && isOfSeveral(next.posts()) && joins(tokens, mention.to(), next.from())) {
                shared.set(i, mention.holding(next.posts()));
            }
        }
        return shared;
    }

    private static boolean isOfSeveral(List<String> posts) {
        return posts.size() == 1 && SEVERAL.at(Tokenizer.tokenize(posts.get(0)), 0) != null;
    }

    private static boolean joins(List<Token> tokens, int from, int to) {
        return to == from + 1 && (tokens.get(from).is(",") || tokens.get(from).is("và"));
    }
}
