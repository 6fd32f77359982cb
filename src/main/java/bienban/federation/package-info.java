/**
 * Following other instances: a province keeps a copy of what its communes record, by running the same program.
 *
 * <p>An upstream is spoken to over the public contract alone: a snapshot by {@code /v1/exports}, then the feed of
 * {@code /v1/changes}. What comes from there is owned there: it bears its {@code origin}, it is read here and changed there, and
 * it is never taken back by its owner. The cursor is written in the transaction of the records that it covers. An upstream that
 * cannot be reached, or whose copy is not whole yet, is called stale, in its status and in every list.
 *
 * <p>Not here: drafts. A copy holds what is published, whatever its key may see; what is taken back goes from the copy too, with its text.
 */
package bienban.federation;
