package bienban.organization;

import bienban.record.LifeStatus;
import bienban.record.References;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a reference to an organization finds it: by id, or by name in the place, and kind where one is stated. */
public record OrganizationLookup(LifeStatus statusOfNew) implements References.Lookup {

    public static References.Wanted wanted(String pointer, OrganizationRef reference, String place) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", reference.id());
        members.put("name", reference.name());
        members.put("kind", reference.kind());
        members.put("place", place);
        return new References.Wanted(pointer, members);
    }

    @Override
    public String table() {
        return "organization";
    }

    @Override
    public String columns() {
        return "id uuid, name text, kind text, place text";
    }

    @Override
    public String candidates() {
        return """
                select o.id, 0 as rank, o.status, o.place_code as home from organization o where o.id = w.id
                union all
                select o.id, case when name_key(o.name) = name_key(w.name) then 1 else 2 end, o.status, o.place_code from organization o
                where fold(o.name) = fold(w.name) and same_name(o.name, w.name) and coalesce(o.place_code, '') = coalesce(w.place, '')
                and (w.kind is null or o.kind = w.kind)""";
    }

    @Override
    public String key() {
        return "concat_ws('|', name_key(w.name), w.place, coalesce(w.kind, 'other'))";
    }

    @Override
    public Map<String, Object> make(Map<String, Object> wanted) {
        if (wanted.get("name") == null) {
            return null;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("name", wanted.get("name"));
        row.put("kind", wanted.get("kind") == null ? OrganizationKind.other : wanted.get("kind"));
        row.put("place_code", wanted.get("place"));
        row.put("status", statusOfNew == LifeStatus.draft ? LifeStatus.draft : LifeStatus.published);
        return row;
    }
}
