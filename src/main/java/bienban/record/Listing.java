package bienban.record;

import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list in SQL: the kind's table as {@code t}, joined with its records {@code r}; conditions that are added only when their
 * value is there; sort orders that each match an index. Paging is by keyset, so that page 10 000 costs what page 1 costs.
 */
public final class Listing {
    private final RecordKind kind;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private String defaultSort;

    /** @param from the kind's table as t, and how r joins it, e.g. {@code "meeting t join record r on r.id = t.id"} */
    public Listing(RecordKind kind, String from) {
        this.kind = kind;
        this.from = from;
    }

    /** One order; the first stated is the default, descending when {@code descending}. */
    public Listing sort(String name, SortType type, String expression, boolean descendingByDefault) {
        if (defaultSort == null) {
            defaultSort = descendingByDefault ? "-" + name : name;
        }
        sorts.put(name, new Sort(expression, type));
        return this;
    }

    /** A list of what is no record, but answered like one: {@code r} gives {@code key} and {@code document}. */
    public Listing(String from) {
        this(null, from);
    }

    /** Only what is published, or kept in the scope. Every list of records says so. */
    public Listing seenBy(Scope scope) {
        return seenBy(scope, "r.home_code");
    }

    /** As {@link #seenBy(Scope)}, with the column that holds the record's home where {@code r} is not joined. */
    public Listing seenBy(Scope scope, String home) {
        // The status of the kind's own table, because its indexes have it.
        conditions.add(scope.visible("t.status", home));
        parameters.putAll(scope.parameters());
        return this;
    }

    public Listing and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds the condition only when its value is there; a collection is there when it is not empty. */
    public Listing and(String condition, String name, Object value) {
        if (value == null || (value instanceof Collection<?> many && many.isEmpty())) {
            return this;
        }
        conditions.add(condition);
        parameters.put(name, value instanceof Collection<?> many ? textArray(many) : value);
        return this;
    }

    /** Gives a value to a name that {@code from} uses. */
    public Listing with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    private static Object textArray(Collection<?> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }

    public RecordKind kind() {
        return kind;
    }

    /** What the list can be asked about its rows in other places, with further parameters. */
    public Listing with(Map<String, Object> more) {
        parameters.putAll(more);
        return this;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** All rows of the list, for questions that count rather than list: {@code from … where …}. */
    public String rowsSql() {
        return " from " + from + where(List.of());
    }

    String countSql() {
        return "select count(*)" + rowsSql();
    }

    Order order(Paging paging) {
        var asked = paging.sort() == null ? defaultSort : paging.sort();
        var descending = asked.startsWith("-");
        var sort = sorts.get(descending ? asked.substring(1) : asked);
        if (sort == null) {
            throw ApiException.invalid(InputError.in("sort", "unknown_name", asked, sorts.keySet()));
        }
        return new Order(asked, sort, descending);
    }

    String pageSql(Order order, Cursor cursor, String derived) {
        var sort = order.sort;
        var direction = order.descending ? " desc" : "";
        var after = cursor == null
                ? List.<String>of()
                : List.of("(" + sort.expression + ", " + tie(sort) + ") " + (order.descending ? "<" : ">") + " ("
                        + sort.type.bind(":cursorValue") + ", "
                        + (idColumn().equals("id") ? "cast(:cursorId as uuid)" : ":cursorId") + ")");
        return "select r.key, " + sort.type.text(sort.expression) + " as sort_value, r.document, cast(" + derived
                + " as text) as derived from " + from + where(beside(sort, after)) + " order by " + sort.expression
                + direction
                + ", " + tie(sort) + direction + " limit :limit";
    }

    /**
     * All rows in the order of their keys, byte by byte, which is how an export goes on after the last one received: a primary key's walk.
     *
     * @param columns over t and r, and what {@code more} joins
     * @param after whether only keys after {@code :after} are wanted
     */
    public String inKeyOrderSql(String columns, String more, boolean after) {
        var key = "t." + idColumn();
        var ordered = idColumn().equals("id") ? key : key + " collate \"C\"";
        var bound = idColumn().equals("id") ? "cast(:after as uuid)" : ":after";
        return "select " + columns + " from " + from + more
                + where(after ? List.of(ordered + " > " + bound) : List.of()) + " order by " + ordered;
    }

    /** The index on what a record bears starts with its kind. */
    private List<String> beside(Sort sort, List<String> after) {
        if (!sort.expression.startsWith("r.")) {
            return after;
        }
        var all = new ArrayList<>(after);
        all.add("r.kind = '" + kind.name() + "'");
        return all;
    }

    /** Of the same table as what is sorted by, because an index has both. */
    private String tie(Sort sort) {
        return sort.expression.startsWith("r.") ? "r." + (idColumn().equals("id") ? "id" : "key") : "t." + idColumn();
    }

    private String idColumn() {
        return kind == RecordKind.place || kind == RecordKind.indicator ? "code" : "id";
    }

    private String where(List<String> more) {
        var all = new ArrayList<>(conditions);
        all.addAll(more);
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    record Sort(String expression, SortType type) {}

    record Order(String name, Sort sort, boolean descending) {}
}
