/** Resolutions, directives, plans and other legal documents as reports cite them. */
package bienban.extraction.citation;
