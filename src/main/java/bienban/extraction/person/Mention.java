package bienban.extraction.person;

import bienban.extraction.clean.Span;
import java.util.List;

/**
 * A person named in a sentence.
 *
 * @param name null for a reference by post alone ("đồng chí Bí thư Thị ủy")
 * @param from the first token, honorific and leading posts included
 * @param to the token after the last post
 */
record Mention(String name, String key, int from, int to, Span span, List<String> posts, Form form) {

    /** How the person was brought in. */
    enum Form {
        honorific,
        post_before,
        listed,
        reference,
        given_name,
        pronoun
    }

    Mention holding(List<String> shared) {
        return new Mention(name, key, from, to, span, shared, form);
    }

    /** The same person under a shorter name. */
    Mention called(String shorter, String shorterKey) {
        return new Mention(shorter, shorterKey, from, to, span, posts, form);
    }

    boolean isNamed() {
        return form == Form.honorific || form == Form.post_before || form == Form.listed;
    }
}
