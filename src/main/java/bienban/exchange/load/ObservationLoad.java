package bienban.exchange.load;

import bienban.indicator.ObservationEntry;
import bienban.record.Rules;
import bienban.security.Caller;
import bienban.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Enters figures as a set. The rules that need the database are those of a single figure, told by the same codes. */
@ApplicationScoped
class ObservationLoad {
    private static final String STAGED = " from import_observation s ";
    private static final String UUID_TEXT = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    private final StagedRows rows;
    private final Rules rules;
    private final Caller caller;
    private final String columns;
    private final String changeable;

    ObservationLoad(StagedRows rows, Rules rules, Caller caller, ObservationEntry observations) {
        this.rows = rows;
        this.rules = rules;
        this.caller = caller;
        columns = String.join(", ", observations.columns());
        changeable =
                observations.columns().stream().filter(c -> !c.equals("id")).collect(Collectors.joining(", "));
    }

    /** All that can be told without keeping others from writing. */
    void check(Work work) {
        rows.identify(work);
        checkRecords(work);
        var known = "select s.line, %s, 'unknown_reference', jsonb_build_array(%s, s.%s)" + STAGED
                + "where s.job = :job and s.%3$s is not null and not exists (select 1 from %s k where k.code = s.%3$s)";
        rows.fault(work, known.formatted("'/place/code'", "'place'", "place_code", "place"), Map.of());
        rows.fault(work, known.formatted("'/indicator'", "'indicator'", "indicator_code", "indicator"), Map.of());
        checkScope(work);
        checkParents(work);
    }

    /** What the records are that rows are to change; asked again when nobody else can change them any more. */
    void checkRecords(Work work) {
        var kept = "coalesce(" + rules.scope().holds("r.home_code") + ", false)";
        var parameters = parameters();
        parameters.put("reviewer", caller.isAtLeast(Role.reviewer));
        rows.fault(
                work,
                "select n.line, '', n.code, case n.code when 'owned-elsewhere' then jsonb_build_array('observation',"
                        + " n.id, n.origin_instance) when 'not-found' then jsonb_build_array('observation', n.id) when"
                        + " 'gone' then jsonb_build_array('observation', n.id) else '[]' end from (select s.line, s.id,"
                        + " r.origin_instance, case when r.kind <> 'observation' then 'not-found' when r.status ="
                        + " 'deleted' or (r.status <> 'published' and not " + kept
                        + ") then case when r.status <> 'draft' and (r.published_once or " + kept
                        + ") then 'gone' else 'not-found' end when not " + kept
                        + " then 'outside-scope' when r.status <> 'draft' and not :reviewer then 'not-allowed'"
                        + " when r.origin_instance is not null then 'owned-elsewhere' end as code" + STAGED
                        + "join record r on r.id = s.id where s.job = :job and s.stated and " + StagedRows.GOOD
                        + ") n where n.code is not null",
                parameters);
        rows.fault(
                work,
                "select s.line, '/status', 'status_of_meeting', jsonb_build_array(o.meeting_id)" + STAGED
                        + "join observation o on o.id = s.id where s.job = :job and s.stated and o.meeting_id is not"
                        + " null and s.status <> o.status and "
                        + StagedRows.GOOD,
                Map.of());
        checkSteps(work);
    }

    /** The steps of a record's life, but that a file takes nothing back: that needs a reason for each. */
    private void checkSteps(Work work) {
        rows.fault(
                work,
                "select s.line, '/status', 'unknown_value', jsonb_build_array('[draft, published]')" + STAGED
                        + "where s.job = :job and s.status = 'retracted' and not (s.stated and exists (select 1 from"
                        + " observation o where o.id = s.id)) and "
                        + StagedRows.GOOD,
                Map.of());
        rows.fault(
                work,
                "select s.line, '', 'step-not-allowed', jsonb_build_array('observation', o.id, o.status, '[published]')"
                        + STAGED
                        + "join observation o on o.id = s.id where s.job = :job and s.stated and o.meeting_id is null"
                        + " and s.status <> o.status and s.status <> 'published' and " + StagedRows.GOOD,
                Map.of());
    }

    private void checkScope(Work work) {
        var scope = rules.scope();
        if (!scope.isEverything()) {
            rows.fault(
                    work,
                    "select s.line, '', 'outside-scope', '[]'::jsonb" + STAGED + "where s.job = :job and not "
                            + scope.holds("s.place_code")
                            + " and exists (select 1 from place p where p.code = s.place_code) and not exists (select"
                            + " 1 from observation o where o.id = s.id and o.meeting_id is not null) and "
                            + StagedRows.GOOD,
                    parameters());
        }
        if (!caller.isAtLeast(Role.reviewer)) {
            rows.fault(
                    work,
                    "select s.line, '', 'not-allowed', '[]'::jsonb" + STAGED
                            + "where s.job = :job and s.status in ('published', 'retracted') and " + StagedRows.GOOD,
                    Map.of());
        }
    }

    /** A part and its whole are stated in one place: the same meeting, or none; the whole may stand in the same file. */
    private void checkParents(Work work) {
        var visible = rules.scope().visible("w.status", "w.place_code");
        rows.run(
                "update import_observation s set parent_id = cast(s.parent as uuid) where s.job = :job and s.parent ~"
                        + " :pattern",
                Map.of("job", work.id, "pattern", UUID_TEXT));
        rows.fault(
                work,
                "select s.line, '/parent', 'unknown_reference', jsonb_build_array('observation', s.parent)" + STAGED
                        + "left join observation o on o.id = s.id and s.stated where s.job = :job and s.parent is not"
                        + " null and not exists (select 1 from observation w where w.id = s.parent_id and"
                        + " (w.meeting_id = o.meeting_id or (o.meeting_id is null and w.meeting_id is null and "
                        + visible
                        + "))) and not (o.meeting_id is null and exists (select 1 from import_observation w where"
                        + " w.job = s.job and w.stated and w.id = s.parent_id))",
                parameters());
        rows.fault(
                work,
                "with recursive stated as materialized (select distinct on (s.id) s.id, s.parent_id" + STAGED
                        + "where s.job = :job and s.stated order by s.id, s.line),"
                        + " up as (select s.line, s.id, s.parent_id as above" + STAGED
                        + "where s.job = :job and s.parent_id is not null union select n.line, n.id, n.above from"
                        + " (select u.line, u.id, case when k.id is not null then k.parent_id else o.parent_id end as"
                        + " above from up u left join stated k on k.id = u.above left join observation o on o.id ="
                        + " u.above where u.above <> u.id) n where n.above is not null) select line, '/parent',"
                        + " 'part_of_itself', '[]'::jsonb from up where above = id",
                Map.of());
    }

    /** A part whose whole is refused has no whole. */
    void refuseOrphans(Work work) {
        var found = 1;
        while (found > 0) {
            found = rows.fault(
                    work,
                    "select s.line, '/parent', 'unknown_reference', jsonb_build_array('observation', s.parent)" + STAGED
                            + "where s.job = :job and s.parent_id is not null and " + StagedRows.GOOD
                            + " and not exists (select 1 from observation w where w.id = s.parent_id) and not exists"
                            + " (select 1 from import_observation w where w.job = s.job and w.stated and w.id ="
                            + " s.parent_id and not exists (select 1 from import_fault x where x.job = w.job and"
                            + " x.line = w.line))",
                    Map.of());
        }
    }

    /** How many were made or changed. */
    int enter(Work work) {
        var parameters = new TreeMap<String, Object>(Map.of("job", work.id));
        parameters.put("status", rules.statusOfNew(null).name());
        // What a meeting states stays where it stands, and as public as the meeting is.
        rows.run(
                "update import_observation s set meeting_id = o.meeting_id, position = o.position, status ="
                        + " coalesce(s.status, o.status) from observation o where s.job = :job and s.stated and o.id ="
                        + " s.id",
                parameters);
        rows.run(
                "delete from retraction r using import_observation s join observation o on o.id = s.id where s.job ="
                        + " :job and s.stated and r.record_id = s.id and o.status = 'retracted' and s.status = 'published'"
                        + " and " + StagedRows.GOOD,
                parameters);
        var changed = rows.run(
                "update observation o set (" + changeable + ", status) = (select " + prefixed(changeable)
                        + ", s.status) from import_observation s where s.job = :job and s.stated and o.id = s.id and "
                        + StagedRows.GOOD + " and (" + prefixed(changeable).replace("s.", "o.")
                        + ", o.status) is distinct from ("
                        + prefixed(changeable) + ", s.status)",
                parameters);
        var made = rows.run(
                "insert into observation (" + columns + ", status) select " + prefixed(columns)
                        + ", coalesce(s.status, :status)"
                        + STAGED + "where s.job = :job and " + StagedRows.GOOD
                        + " and not (s.stated and exists (select 1 from observation o where o.id = s.id)) order by"
                        + " s.line",
                parameters);
        return changed + made;
    }

    private static String prefixed(String columns) {
        return "s." + columns.replace(", ", ", s.");
    }

    private Map<String, Object> parameters() {
        return new TreeMap<>(rules.scope().parameters());
    }
}
