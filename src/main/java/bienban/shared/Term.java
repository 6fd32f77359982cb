package bienban.shared;

/** One value of a vocabulary, with the words that people read; its constant's name is its code on the wire. */
public interface Term {
    String name();

    Label label();
}
