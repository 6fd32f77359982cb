/**
 * Who took part in a sitting: names, the posts held on that day, and the part each person had.
 *
 * <p>A name is a run of capitalized words behind an honorific or a post, or one that begins with a family name inside a list of
 * such people; streets and places named after people are none.
 */
package bienban.extraction.person;
