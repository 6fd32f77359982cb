/**
 * Article text in, draft records out: {@code clean → segment → recognise → interpret → assemble}.
 *
 * <p>Pure functions over tokens; no database, no network, no model. What is not sure becomes a warning, not a field.
 */
package bienban.extraction;
