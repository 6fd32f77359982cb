/**
 * Keys: who bears one is known to the instance, for a role and for places, until it ends or is revoked.
 *
 * <p>A key is told once, when it is made. What is kept is a salted hash of its secret part, found by its public part. Its end is a
 * checksum, so that a text can be searched for leaked keys, and a mistyped one costs no question to the database. Keys are no
 * records: they have no history but that of their use, and no version.
 */
package bienban.key;
