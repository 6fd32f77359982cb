/**
 * Following other instances: a province keeps a copy of what its communes record, by running the same program.
 *
 * <p>An upstream is spoken to over the public contract alone: a snapshot by {@code /v1/exports}, then the feed of
 * {@code /v1/changes}. What comes from there is owned there: it bears its {@code origin}, it is read here and changed there, and
 * it is never taken back by its owner. The cursor is written in the transaction of the records that it covers. An upstream that
 * cannot be reached, or whose copy is not whole yet, is called stale, in its status and in every list.
 *
 * <p>Not here: who may see what there. A follower sees what its key may see, and shows it as its owner does.
 */
package bienban.federation;
