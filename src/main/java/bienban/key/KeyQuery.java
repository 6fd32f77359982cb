package bienban.key;

import bienban.security.Role;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /keys} can be asked. */
public record KeyQuery(
        @Parameter(description = "What its bearer may do") @RestQuery
        List<Role> role,

        @Parameter(description = "Code of one of its places, as named") @RestQuery
        List<String> place,

        @Parameter(description = "`true`: only keys that are taken now; `false`: only others") @RestQuery
        Boolean valid) {}
