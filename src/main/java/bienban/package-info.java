/** Meeting records of Vietnamese local authorities. */
package bienban;
