/** The source texts that records were read from; evidence points into them by code points. */
package bienban.article;
