package bienban.correction;

import bienban.place.Within;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What the list of corrections over all meetings can be asked; an absent part is no restriction. */
record CorrectionQuery(
        @Parameter(description = "Codes of the places of the meetings", example = "292") @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within,

        @Parameter(description = "What has become of them", example = "open") @RestQuery
        List<CorrectionState> state) {}
