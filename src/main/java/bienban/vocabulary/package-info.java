/** Every enumeration of the API with its labels, for those who build pages. */
package bienban.vocabulary;
