package bienban.article;

import bienban.record.LifeStatus;
import bienban.record.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a source finds its article: by id, or by address. */
public record ArticleLookup(LifeStatus statusOfNew) implements References.Lookup {

    public static References.Wanted wanted(String pointer, ArticleRef reference) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", reference.article());
        members.put("url", reference.url());
        members.put("title", reference.title());
        members.put("publisher", reference.publisher());
        members.put("authors", reference.authors() == null ? List.of() : reference.authors());
        members.put("published_at", reference.publishedAt());
        members.put("text", reference.text());
        return new References.Wanted(pointer, members);
    }

    @Override
    public String table() {
        return "article";
    }

    @Override
    public String columns() {
        return "id uuid, url text, title text";
    }

    @Override
    public String match() {
        return """
                select c.id from (
                    select a.id, 0 as rank from article a where a.id = w.id
                    union all
                    select a.id, 1 from article a where a.url = w.url) c
                order by c.rank, c.id limit 1""";
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
