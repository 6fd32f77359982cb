/** Who may call what. Fails closed: without a configured key nothing can be written. */
package bienban.security;
