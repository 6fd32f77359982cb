package bienban.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many directives stand in which class on a day. */
@Schema(
        name = "DirectiveSummary",
        description =
                "How many directives stand in which class of Decision 42/2014/QĐ-TTg (amended by 23/2018/QĐ-TTg) on a day")
public record DirectiveSummary(
        @Schema(required = true) SummaryBy by,

        @Schema(required = true, description = "The day on which it was judged", examples = "2022-12-31")
        LocalDate asOf,

        @Schema(
                required = true,
                description =
                        "All directives that fit, each once. By addressee the groups may add up to more, because a directive can have several")
        Counts all,

        @Schema(required = true) List<Group> groups,

        @Schema(required = true, description = "How many groups `limit` left out of `groups`", examples = "0")
        long groupsLeftOut) {

    /** The counts of one group. */
    @Schema(name = "DirectiveSummaryGroup", description = "The counts of one place, addressee or month")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            @Schema(
                    required = true,
                    description =
                            "The place's code, the organization's id (else the addressee's name), or the month in which the deadline ends; `none` for directives without one",
                    examples = "292")
            String key,

            @Schema(description = "The name; absent for `none`", examples = "Thị xã Kinh Môn")
            String name,

            @Schema(required = true) Counts counts) {}

    /** The classes that offices report; together they are the total. */
    @Schema(
            name = "DirectiveCounts",
            description =
                    "The classes that offices report; together they are the total. What was not begun counts as in progress")
    public record Counts(
            @Schema(required = true, examples = "21914") long total,
            @Schema(required = true, examples = "14068") long completedOnTime,
            @Schema(required = true, examples = "1983") long completedLate,

            @Schema(required = true, description = "Not completed, and not yet due", examples = "5640")
            long inProgressNotDue,

            @Schema(required = true) Overdue overdue,
            @Schema(required = true) WithoutDeadline withoutDeadline) {

        static final String SQL =
                "count(*), count(*) filter (where timeliness = 'on_time'), count(*) filter (where timeliness = 'late'),"
                        + " count(*) filter (where timeliness = 'not_due'), count(*) filter (where timeliness = 'overdue'),"
                        + " count(*) filter (where timeliness = 'overdue' and days_late <= 30),"
                        + " count(*) filter (where timeliness = 'overdue' and days_late between 31 and 90),"
                        + " count(*) filter (where timeliness = 'overdue' and days_late > 90),"
                        + " count(*) filter (where timeliness = 'no_deadline' and state <> 'completed'),"
                        + " count(*) filter (where timeliness = 'no_deadline' and state = 'completed')";

        static Counts of(Tuple row, int first) {
            var n = new long[10];
            for (int i = 0; i < n.length; i++) {
                n[i] = row.get(first + i, Long.class);
            }
            return new Counts(
                    n[0], n[1], n[2], n[3], new Overdue(n[4], n[5], n[6], n[7]), new WithoutDeadline(n[8], n[9]));
        }
    }

    /** Not completed, and past the deadline. */
    @Schema(name = "OverdueCounts", description = "Not completed and past the deadline, and by how many days")
    public record Overdue(
            @Schema(required = true, examples = "223") long total,
            @Schema(required = true, examples = "120") long upTo30Days,
            @Schema(required = true, examples = "60") long upTo90Days,
            @Schema(required = true, examples = "43") long moreDays) {}

    /** Without a deadline. */
    @Schema(name = "WithoutDeadlineCounts", description = "Directives without a deadline")
    public record WithoutDeadline(
            @Schema(required = true, examples = "40") long inProgress,
            @Schema(required = true, examples = "12") long completed) {}
}
