package bienban.speaker;

import bienban.record.LifeStatus;
import bienban.record.References;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How a reference to a person finds them: by id (a merged one leads to the one it was merged into), or by name among the people
 * of the place and of places above and below it.
 */
public record SpeakerLookup(LifeStatus statusOfNew) implements References.Lookup {

    public static References.Wanted wanted(String pointer, UUID id, String name, String place) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", id);
        members.put("name", name);
        members.put("place", place);
        return new References.Wanted(pointer, members);
    }

    @Override
    public String table() {
        return "speaker";
    }

    @Override
    public String columns() {
        return "id uuid, name text, place text";
    }

    @Override
    public String candidates() {
        return """
                select k.id, 0 as rank, k.status, k.place_code as home from speaker s join speaker k on k.id = coalesce(s.merged_into, s.id) where s.id = w.id
                union all
                select s.id, case when name_key(s.name) = name_key(w.name) then 1 else 2 end, s.status, s.place_code from speaker s
                where fold(s.name) = fold(w.name) and same_name(s.name, w.name) and s.merged_into is null
                and (s.place_code = w.place
                        or exists (select 1 from place_ancestor a where a.place_code = s.place_code and a.ancestor_code = w.place)
                        or exists (select 1 from place_ancestor a where a.place_code = w.place and a.ancestor_code = s.place_code))""";
    }

    @Override
    public String key() {
        return "name_key(w.name)";
    }

    @Override
    public Map<String, Object> make(Map<String, Object> wanted) {
        if (wanted.get("name") == null) {
            return null;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("name", wanted.get("name"));
        row.put("place_code", wanted.get("place"));
        row.put("status", statusOfNew == LifeStatus.draft ? LifeStatus.draft : LifeStatus.published);
        return row;
    }
}
