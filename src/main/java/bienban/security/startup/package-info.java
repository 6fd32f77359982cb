/** What production is not started with: settings that would open it to strangers. */
package bienban.security.startup;
