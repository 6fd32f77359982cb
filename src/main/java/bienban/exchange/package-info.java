/** Bulk ways in and out. */
package bienban.exchange;
