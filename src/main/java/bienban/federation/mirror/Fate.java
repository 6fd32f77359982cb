package bienban.federation.mirror;

/** What became of a record at the upstream. */
public enum Fate {
    there,
    merged,
    retracted,
    deleted
}
