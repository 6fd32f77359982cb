package bienban.extraction.instruction;

import bienban.extraction.person.Person;

/**
 * The stretch of text in which sentences may instruct.
 *
 * @param paragraph the paragraph that opened or last continued it
 * @param open whether the last sentence promised more: it ended in a colon or a semicolon, or is a list item
 * @param strong opened by a conclusion or an order, not by a mere speech
 */
record Scope(Person issuer, int paragraph, boolean open, boolean strong) {

    Scope at(int next, boolean more) {
        return new Scope(issuer, next, more, strong || more);
    }
}
