package bienban.document;

import bienban.shared.PartialDate;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /documents} can be asked. */
public record DocumentQuery(
        @Parameter(description = "The kind of document") @RestQuery
        List<DocumentType> type,

        @Parameter(description = "Number and symbol; blanks and case do not matter", example = "17-NQ/TU")
        @RestQuery
        @Size(min = 1, max = 60)
        String number,

        @Parameter(description = "Part of the title; case and diacritics do not matter", example = "phuong huong")
        @RestQuery
        @Size(min = 1, max = 100)
        String title,

        @Parameter(
                description = "Part of the issuer's name; case and diacritics do not matter",
                example = "bo chinh tri")
        @RestQuery
        @Size(min = 1, max = 100)
        String issuer,

        @Parameter(description = "Issued on this date or later; `2020`, `2020-12` or `2020-12-18`", example = "2020")
        @RestQuery
        @PartialDate
        String issuedFrom,

        @Parameter(description = "Issued on this date or earlier", example = "2022") @RestQuery @PartialDate
        String issuedTo) {}
