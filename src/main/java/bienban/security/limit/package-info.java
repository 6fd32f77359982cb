/**
 * How much one caller may ask of an instance: what each kind of request costs, how much a minute holds for an address or a key,
 * how much of what is dear goes on at once. All of it is kept in memory and bounded, for each process by itself.
 */
package bienban.security.limit;
