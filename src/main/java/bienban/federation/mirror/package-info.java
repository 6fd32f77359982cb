/**
 * Taking over what an upstream says: documents become rows through the same entries as the API's, under the ids that they have
 * there; whose word counts where several speak of one record; what could not be taken over is parked and tried again.
 */
package bienban.federation.mirror;
