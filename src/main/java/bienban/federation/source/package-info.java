/** Reading from an upstream over HTTP: in a stream, with a limit for every wait and every size. */
package bienban.federation.source;
