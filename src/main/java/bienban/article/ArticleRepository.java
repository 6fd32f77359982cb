package bienban.article;

import bienban.place.PlaceRepository;
import bienban.record.Derived;
import bienban.record.Ids;
import bienban.record.Life;
import bienban.record.LifeStatus;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.Rules;
import bienban.record.SortType;
import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.Together;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the source texts. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {
    private final PlaceRepository places;
    private final Rules rules;
    private final Life life;

    ArticleRepository(PlaceRepository places, Rules rules, Life life) {
        this.life = life;
        this.places = places;
        this.rules = rules;
    }

    private static final String CITED = """
            (select json_build_object(
                'meetings', (select coalesce(json_agg(json_strip_nulls(json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on, 'status', m.status)) order by m.id), '[]')
                    from source c join meeting m on m.id = c.meeting_id where c.article_id = r.id%1$s),
                'evidence', (select coalesce(json_agg(json_strip_nulls(json_build_object('meeting', m.id, 'pointer', e.pointer, 'start', e.start_offset,
                        'end', e.end_offset, 'quote', e.quote, 'confidence', trim_scale(e.confidence))) order by e.start_offset, e.end_offset, m.id, e.position), '[]')
                    from evidence e join meeting m on m.id = e.meeting_id where e.article_id = r.id%1$s)))""";

    public Listing list(ArticleQuery query, Scope scope) {
        Together.runForward("publishedFrom", query.publishedFrom(), "publishedTo", query.publishedTo());
        return new Listing(RecordKind.article, "article t join record r on r.id = t.id")
                .sort("publishedAt", SortType.day, "t.published_sort", true)
                .sort("updatedAt", SortType.moment, "r.updated_at", true)
                .sort("title", SortType.text, "t.title collate \"vi-x-icu\"", false)
                .seenBy(scope)
                .and("t.status = any(:status)", "status", query.status())
                .and("t.url = :url", "url", query.url())
                .and("fold(t.title) like '%' || fold(:title) || '%'", "title", query.title())
                .and("t.published_to >= date_first(:publishedFrom)", "publishedFrom", query.publishedFrom())
                .and("t.published_from <= date_last(:publishedTo)", "publishedTo", query.publishedTo());
    }

    /** The meetings that cite an article, and where they point into it; those that are not published only where they are in the scope. */
    public static Derived cited(Scope scope) {
        var visible = " and " + scope.visible("m.status", "m.place_code");
        return new Derived(CITED.formatted(visible), scope.parameters(), (document, added) -> {
            document.set("meetings", added.get("meetings"));
            document.set("evidence", added.get("evidence"));
        });
    }

    /** An article that the caller sees already: the one at the same address, else the one with the same text; best one that is theirs. */
    public Optional<UUID> known(String url, String text) {
        return rules
                .scope()
                .bind(getSession()
                        .createNativeQuery(
                                "select id from (select id, 0 as rank, status, place_code from article where url = cast(:url as text)"
                                        + " union all select id, 1, status, place_code from article where text_hash = text_hash(:text) and text = :text) a"
                                        + " where " + rules.scope().visible("status", "place_code")
                                        + " order by rank, case when "
                                        + rules.scope().holds("place_code") + " then 0 else 1 end, id limit 1",
                                UUID.class))
                .setParameter("url", url)
                .setParameter("text", text)
                .getResultList()
                .stream()
                .findFirst();
    }

    public UUID add(ArticleRef input, LifeStatus status, String place) {
        var article = new Article(Ids.next(), status, place);
        article.take(input);
        persistAndFlush(article);
        return article.id;
    }

    /** Takes over what another instance keeps, with the id and the status that it has there. */
    public void mirror(UUID id, ArticleRecord input) {
        var article = findByIdOptional(id).orElseGet(() -> new Article(id, LifeStatus.published, null));
        article.take(new ArticleRef(
                id, input.title(), input.url(), input.publisher(), input.authors(), input.publishedAt(), input.text()));
        var place = input.place() == null ? null : input.place().code();
        if (place != null) {
            places.mustKnow(Map.of("/place/code", place));
        }
        article.placeCode = null;
        article.keep(input.status(), place);
        persist(article);
    }

    /** The text that it had until now. */
    public Optional<String> replace(UUID id, ArticleRef input, ArticleRecord stated) {
        var place = stated.place() == null ? null : stated.place().code();
        if (place != null) {
            rules.mayKeep(place);
            places.mustKnow(Map.of("/place/code", place));
        }
        var article = findById(id);
        var before = Optional.ofNullable(article.text);
        var step = Life.Step.of(RecordKind.article, id, article.status, stated.status());
        if (step.takesAway(stated.retraction())) {
            mustBeUncited(id);
        }
        if (life.purges(step, stated.retraction())) {
            return Optional.empty();
        }
        article.take(input);
        article.keep(stated.status(), place);
        flush();
        return before;
    }

    /** Only what no meeting cites can be deleted. */
    public void delete(UUID id) {
        mustBeUncited(id);
        deleteById(id);
    }

    private void mustBeUncited(UUID id) {
        var cited = getSession()
                .createNativeQuery("select exists (select 1 from source where article_id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        if (cited) {
            throw ApiException.conflict("still-referred-to", "article", id);
        }
    }
}
