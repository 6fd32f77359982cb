/**
 * What the sitting led to: instructions with their addressees and deadlines, findings, votes, requests and answers.
 *
 * <p>A directive is a sentence inside the words of somebody in charge that names a task; praise and statements between
 * directives are none.
 */
package bienban.extraction.instruction;
