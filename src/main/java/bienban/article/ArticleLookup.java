package bienban.article;

import bienban.record.LifeStatus;
import bienban.record.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a source finds its article: by id, or by address, best the own copy of the place. A new one is at home where it is cited. */
public record ArticleLookup(LifeStatus statusOfNew) implements References.Lookup {

    public static References.Wanted wanted(String pointer, ArticleRef reference, String place) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", reference.article());
        members.put("url", reference.url());
        members.put("title", reference.title());
        members.put("publisher", reference.publisher());
        members.put("authors", reference.authors() == null ? List.of() : reference.authors());
        members.put("published_at", reference.publishedAt());
        members.put("text", reference.text());
        members.put("place_code", place);
        return new References.Wanted(pointer, members);
    }

    @Override
    public String table() {
        return "article";
    }

    @Override
    public String columns() {
        return "id uuid, url text, title text, place_code text";
    }

    @Override
    public String candidates() {
        return """
                select a.id, 0 as rank, a.status, a.place_code as home from article a where a.id = w.id
                union all
                select a.id, case when a.place_code is not distinct from w.place_code then 1 else 2 end, a.status, a.place_code from article a where a.url = w.url""";
    }

    /** Articles without id and address are each their own. */
    @Override
    public String key() {
        return "coalesce(cast(w.id as text), w.url, cast(w.position as text))";
    }

    @Override
    public Map<String, Object> make(Map<String, Object> wanted) {
        if (wanted.get("title") == null) {
            return null;
        }
        var row = new LinkedHashMap<>(wanted);
        row.remove("id");
        row.put("status", statusOfNew == LifeStatus.draft ? LifeStatus.draft : LifeStatus.published);
        return row;
    }
}
