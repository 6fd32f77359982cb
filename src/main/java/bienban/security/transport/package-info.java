/** What holds for a connection or an answer whatever is asked: headers for browsers, pages of other origins, slow clients. */
package bienban.security.transport;
