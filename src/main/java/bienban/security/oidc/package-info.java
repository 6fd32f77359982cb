/**
 * Tokens of an OpenID Connect issuer instead of keys: who bears one is who the issuer says, with the role and the places that its
 * claims name. Without a configured issuer nothing here is used, and nothing is asked of the network.
 */
package bienban.security.oidc;
