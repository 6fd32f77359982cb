package bienban.federation.mirror;

/** What became of a record at the upstream. */
public enum Fate {
    there,
    /** It is there, and says what the copy here says. */
    same,
    merged,
    retracted,
    deleted
}
