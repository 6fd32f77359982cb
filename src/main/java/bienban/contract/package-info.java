/** What all operations have in common, said once: answers, headers, problems and examples of the OpenAPI document. */
package bienban.contract;
