package bienban.extraction.desk;

import bienban.extraction.desk.DraftMeeting.NamedPlace;
import bienban.shared.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Finds the administrative units that a text names; only where no other unit could be meant. */
@ApplicationScoped
class PlaceNames {
    private static final Map<String, String> ABBREVIATIONS =
            Map.of("tp", "thành phố", "tx", "thị xã", "tt", "thị trấn", "h", "huyện", "p", "phường", "x", "xã");
    private static final String VALID =
            " and (p.valid_from is null or p.valid_from <= coalesce(article_day(:day, true), cast(:today as date)))"
                    + " and (p.valid_to is null or p.valid_to > coalesce(article_day(:day, false), cast(:today as date)))";

    private final Session database;

    PlaceNames(Session database) {
        this.database = database;
    }

    /** The one unit of that name and level on that day. */
    Optional<String> find(NamedPlace place, String day) {
        if (place == null) {
            return Optional.empty();
        }
        var codes = database.createNativeQuery(
                        "select p.code from place p where fold(p.name) = fold(:name) and same_name(p.name, :name)"
                                + " and p.level = coalesce(cast(:level as text), p.level)" + VALID + " limit 2",
                        String.class)
                .setParameter("name", place.name())
                .setParameter(
                        "level", place.level() == null ? null : place.level().name())
                .setParameter("day", day)
                .setParameter("today", Today.orElse(null))
                .getResultList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    /** The units above and below a place by the names given to them there; names that could be several are missing. */
    Map<String, String> around(String home, Collection<String> names, String day) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var full = names.stream().distinct().collect(Collectors.toMap(name -> name, PlaceNames::inFull));
        var found = new HashMap<String, String>();
        candidates(home, full.values(), day).forEach(row -> {
            if (row.get(2, Long.class) == 1) {
                found.put(row.get(0, String.class), row.get(1, String.class));
            }
        });
        var codes = new HashMap<String, String>();
        full.forEach((name, inFull) -> {
            if (found.containsKey(inFull)) {
                codes.put(name, found.get(inFull));
            }
        });
        return codes;
    }

    private List<Tuple> candidates(String home, Collection<String> names, String day) {
        return database.createNativeQuery("""
                        select w.name, min(p.code), count(distinct p.code) from unnest(cast(:names as text[])) w(name), place p
                        where (p.code in (select place_code from place_ancestor where ancestor_code = :home)
                            or p.code in (select ancestor_code from place_ancestor where place_code = :home))
                        and case
                            when name_key(w.name) like '%' || name_key('cả nước') then p.level = 'country'
                            when name_key(w.name) like '%' || name_key('toàn quốc') then p.level = 'country'
                            when name_key(w.name) like '%' || name_key('toàn tỉnh') then p.level = 'province'
                            when name_key(w.name) like '%' || name_key('của tỉnh') then p.level = 'province'
                            when name_key(w.name) = place_own_name(w.name) then place_own_name(p.name) = name_key(w.name)
                            else name_key(p.name) = name_key(w.name) end""" + VALID + " group by w.name", Tuple.class)
                .setParameter("names", names.toArray(String[]::new))
                .setParameter("home", home)
                .setParameter("day", day)
                .setParameter("today", Today.orElse(null))
                .getResultList();
    }

    /** "TX. Kinh Môn" is Thị xã Kinh Môn. */
    private static String inFull(String name) {
        var words = name.strip().split("[.\\s]+", 2);
        var level = ABBREVIATIONS.get(words[0].toLowerCase(java.util.Locale.ROOT));
        return level == null || words.length == 1 ? name.strip() : level + " " + words[1];
    }
}
