package bienban.extraction.instruction;

import bienban.extraction.person.Person;

/**
 * The stretch of text in which sentences may instruct.
 *
 * @param paragraph the paragraph that opened or last continued it
 * @param open whether the last sentence promised more: it ended in a colon or a semicolon, or is a list item
 * @param listing whether the sentences of this paragraph are the items of a list that was announced
 * @param strong opened by a conclusion or an order, not by a mere speech
 */
record Scope(Person issuer, int paragraph, boolean open, boolean strong, boolean listing) {

    Scope(Person issuer, int paragraph, boolean open, boolean strong) {
        this(issuer, paragraph, open, strong, false);
    }

    Scope at(int next, boolean more) {
        return new Scope(issuer, next, more, strong || more, listing && next == paragraph);
    }

    /** "… làm tốt những việc sau: …": what else this paragraph says is on the list, too. */
    Scope announced() {
        return new Scope(issuer, paragraph, open, strong, true);
    }
}
