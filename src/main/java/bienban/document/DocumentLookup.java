package bienban.document;

import bienban.record.LifeStatus;
import bienban.record.References;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a citation finds its document: by id, by type, number and issuer, or by type, title and issuer where it has no number. A new one is at home where it is cited. */
public record DocumentLookup(LifeStatus statusOfNew) implements References.Lookup {

    public static References.Wanted wanted(String pointer, DocumentRef reference, String place) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", reference.id());
        members.put("type", reference.type());
        members.put("number", reference.number());
        members.put(
                "title",
                reference.title() == null && reference.number() == null ? reference.label() : reference.title());
        members.put("issuer", reference.issuer());
        members.put("issued_on", reference.issuedOn());
        members.put("place_code", place);
        return new References.Wanted(pointer, members);
    }

    @Override
    public String table() {
        return "legal_document";
    }

    @Override
    public String columns() {
        return "id uuid, type text, number text, title text, issuer text";
    }

    @Override
    public String candidates() {
        return """
                select d.id, 0 as rank, d.status, d.place_code as home from legal_document d where d.id = w.id
                union all
                select d.id, 1, d.status, d.place_code from legal_document d where number_key(d.number) = number_key(w.number)
                and coalesce(name_key(d.issuer), '') = coalesce(name_key(w.issuer), '') and d.type = w.type
                union all
                select d.id, 2, d.status, d.place_code from legal_document d where w.number is null and d.number is null and name_key(d.title) = name_key(w.title)
                and coalesce(name_key(d.issuer), '') = coalesce(name_key(w.issuer), '') and d.type = w.type""";
    }

    @Override
    public String key() {
        return "concat_ws('|', w.type, number_key(w.number), case when w.number is null then name_key(w.title) end, name_key(w.issuer))";
    }

    @Override
    public Map<String, Object> make(Map<String, Object> wanted) {
        if (wanted.get("type") == null || (wanted.get("number") == null && wanted.get("title") == null)) {
            return null;
        }
        var row = new LinkedHashMap<>(wanted);
        row.remove("id");
        row.put("status", statusOfNew == LifeStatus.draft ? LifeStatus.draft : LifeStatus.published);
        return row;
    }
}
