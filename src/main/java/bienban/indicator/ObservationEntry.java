package bienban.indicator;

import bienban.record.Rows;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Enters observations, of a meeting or of another source. */
@ApplicationScoped
public class ObservationEntry {
    private final Rows rows;
    private final Session database;

    ObservationEntry(Rows rows, Session database) {
        this.rows = rows;
        this.database = database;
    }

    /** The rules that one figure must keep by itself. */
    public void check(Figure input, String pointer, List<InputError> errors) {
        var says = Stream.of(
                        input.value(),
                        input.planShare(),
                        input.yearOnYear(),
                        input.yearOnYearAbsolute(),
                        input.yearOnYearFactor(),
                        input.share())
                .anyMatch(n -> n != null);
        if (!says && !isMalformed(input)) {
            errors.add(InputError.at(pointer + "/value", "value_or_flag"));
        }
        if (isMalformed(input) && (input.raw() == null || input.raw().isBlank())) {
            errors.add(InputError.at(pointer + "/raw", "required"));
        }
        if (input.rangeTo() != null && (input.value() == null || input.rangeTo().compareTo(input.value()) < 0)) {
            errors.add(InputError.at(pointer + "/rangeTo", "range_backwards"));
        }
    }

    private static boolean isMalformed(Figure input) {
        return input.flags() != null && input.flags().contains(Flag.malformed_number);
    }

    public List<InputError> unknownIndicators(Map<String, String> codeByPointer) {
        if (codeByPointer.isEmpty()) {
            return List.of();
        }
        var known = new HashSet<>(database.createQuery("select code from Indicator where code in :codes", String.class)
                .setParameter("codes", codeByPointer.values())
                .getResultList());
        var errors = new ArrayList<InputError>();
        codeByPointer.forEach((pointer, code) -> {
            if (!known.contains(code)) {
                errors.add(InputError.at(pointer, "unknown_reference", "indicator", code));
            }
        });
        return errors;
    }

    /** The columns of a row, in its order. */
    public List<String> columns() {
        var nothing = (Figure) Proxy.newProxyInstance(
                Figure.class.getClassLoader(), new Class<?>[] {Figure.class}, (proxy, method, arguments) -> null);
        return List.copyOf(row(null, nothing, null, null).keySet());
    }

    public Map<String, Object> row(UUID id, Figure input, UUID parent, String place) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("meeting_id", null);
        row.put("position", 0);
        row.put("indicator_code", input.indicator());
        row.put("label", input.label());
        row.put("parent_id", parent);
        row.put("place_code", place);
        row.put("value", input.value());
        row.put("range_to", input.rangeTo());
        row.put("unit", input.unit());
        row.put("unit_multiplier", input.unitMultiplier() == null ? 0 : input.unitMultiplier());
        row.put("unit_label", input.unitLabel());
        row.put("comparator", input.comparator() == null ? Comparator.exact : input.comparator());
        row.put("estimated", Boolean.TRUE.equals(input.estimated()));
        row.put("kind", input.kind() == null ? ObservationKind.actual : input.kind());
        row.put("period", input.period());
        row.put("plan_share", input.planShare());
        row.put("year_on_year", input.yearOnYear());
        row.put("year_on_year_absolute", input.yearOnYearAbsolute());
        row.put("year_on_year_factor", input.yearOnYearFactor());
        row.put("whole", input.whole());
        row.put("share", input.share());
        row.put("raw", input.raw());
        row.put("source_title", input.source() == null ? null : input.source().title());
        row.put("source_url", input.source() == null ? null : input.source().url());
        // The other flags are the checks' own.
        row.put("stated_flags", isMalformed(input) ? List.of(Flag.malformed_number) : List.of());
        return row;
    }

    public void upsert(List<Map<String, Object>> observations) {
        if (observations.isEmpty()) {
            return;
        }
        var changes = observations.get(0).keySet().stream()
                .filter(c -> !c.equals("id"))
                .map(c -> c + " = excluded." + c)
                .toList();
        rows.insert("observation", observations, "on conflict (id) do update set " + String.join(", ", changes));
    }
}
