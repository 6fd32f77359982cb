package bienban.extraction.desk.evidence;

import bienban.article.ArticleRecord;
import bienban.article.ArticleRecord.Lost;
import bienban.article.ArticleRef;
import bienban.article.ArticleRepository;
import bienban.extraction.ArticleInput;
import bienban.extraction.clean.Cleaner;
import bienban.extraction.desk.ArticleBody;
import bienban.extraction.desk.DeskJson;
import bienban.extraction.text.Canonical;
import bienban.record.Derived;
import bienban.security.Scope;
import bienban.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Replaces an article's text, and brings the evidence that points into it along as far as its words still stand there. */
@ApplicationScoped
public class Replacement {
    private final ArticleRepository articles;
    private final Session database;

    Replacement(ArticleRepository articles, Session database) {
        this.articles = articles;
        this.database = database;
    }

    /** The answer to a replacement: the article as ever, and what was lost. */
    public record Answer(List<Lost> lost, Derived shown) {}

    public Answer answer(Scope scope, Locale language) {
        var lost = new ArrayList<Lost>();
        var cited = ArticleRepository.cited(scope);
        return new Answer(lost, new Derived(cited.sql(), cited.parameters(), (document, added) -> {
            cited.put().accept(document, added);
            var detail = Messages.text(language, "warning.evidence_lost", List.of());
            var told = document.putArray("warnings");
            lost.forEach(l -> told.add(DeskJson.tree(new Lost(l.meeting(), l.pointer(), l.code(), l.quote(), detail))));
        }));
    }

    public List<Lost> replace(UUID article, ArticleRecord input) {
        var text = text(input);
        ArticleBody.mustFit(text);
        var before = articles.replace(
                article,
                new ArticleRef(
                        null,
                        input.title(),
                        input.url(),
                        input.publisher(),
                        input.authors(),
                        input.publishedAt(),
                        text),
                input);
        return text == null ? List.of() : checkAgain(article, before.orElse(""), text);
    }

    private static String text(ArticleRecord input) {
        if (input.html() != null) {
            return Cleaner.clean(ArticleInput.ofHtml(input.html())).text();
        }
        return input.text() == null ? null : Canonical.of(input.text()).text();
    }

    private List<Lost> checkAgain(UUID article, String before, String text) {
        var lost = new ArrayList<Lost>();
        var moved = new ArrayList<Map<String, Object>>();
        var gone = new ArrayList<Map<String, Object>>();
        var anchors = new Anchors(before, text);
        for (var row : pointingInto(article)) {
            var quote = row.get("quote", String.class);
            var start = row.get("start_offset", Integer.class);
            var found = anchors.find(quote, start);
            if (found < 0) {
                gone.add(key(row));
                lost.add(new Lost(
                        row.get("meeting_id", UUID.class),
                        row.get("pointer", String.class),
                        "evidence_lost",
                        quote,
                        null));
            } else if (found != start) {
                var to = key(row);
                to.put("start_offset", found);
                to.put("end_offset", found + quote.codePointCount(0, quote.length()));
                moved.add(to);
            }
        }
        apply(
                "update evidence e set start_offset = w.start_offset, end_offset = w.end_offset from",
                moved,
                " where e.meeting_id = w.meeting_id and e.position = w.position");
        apply("delete from evidence e using", gone, " where e.meeting_id = w.meeting_id and e.position = w.position");
        return lost;
    }

    private List<Tuple> pointingInto(UUID article) {
        return database.createNativeQuery(
                        "select meeting_id, position, pointer, start_offset, quote from evidence"
                                + " where article_id = :article order by meeting_id, position for update",
                        Tuple.class)
                .setParameter("article", article)
                .getResultList();
    }

    private static Map<String, Object> key(Tuple row) {
        var key = new LinkedHashMap<String, Object>();
        key.put("meeting_id", row.get("meeting_id", UUID.class));
        key.put("position", row.get("position", Integer.class));
        return key;
    }

    private void apply(String change, List<Map<String, Object>> rows, String where) {
        if (!rows.isEmpty()) {
            database.createNativeMutationQuery(change
                            + " jsonb_to_recordset(cast(:rows as jsonb)) as w(meeting_id uuid, position int, start_offset int, end_offset int)"
                            + where)
                    .setParameter("rows", DeskJson.text(rows))
                    .executeUpdate();
        }
    }
}
