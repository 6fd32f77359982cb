/**
 * Legal documents that reports cite: resolutions, directives of the Party, plans, decisions.
 *
 * <p>Type, number and issuer together name one document. (The word document elsewhere means the canonical JSON of a record; here
 * the class is {@link bienban.document.LegalDocument}.)
 */
package bienban.document;
