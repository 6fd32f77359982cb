/** The sitting itself: what kind, of which body, where and when, and about which months. */
package bienban.extraction.sitting;
