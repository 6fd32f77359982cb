package bienban.extraction.sitting;

import bienban.extraction.Draft.Body;
import bienban.extraction.Draft.Place;
import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Keys;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The administrative unit whose body met: the one that the host's level and the names in the report point to. */
final class Places {
    private static final Phrases LEVELS = Phrases.read("place-levels.tsv");
    private static final Phrases PROVINCES = Phrases.read("provinces.txt");
    private static final Set<String> MUNICIPALITIES =
            Set.of("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế", "đồng nai");
    private static final int LONGEST = 4;
    /** "phường Hòa Xuân Nguyễn Văn An": behind two words of a place these begin a person's name. */
    private static final Set<String> FAMILIES =
            Set.of("nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "ngô");

    private record Candidate(Found<Place> found, int weight) {

        String key() {
            return " " + Keys.ofPhrase(found.value().name());
        }
    }

    private Places() {}

    static Found<Place> read(Clean article, Found<Body> host, Set<String> people) {
        var wanted = host == null ? null : levelOf(host.value().name());
        Map<String, Candidate> candidates = new HashMap<>();
        for (var sentence : article.sentences()) {
            collect(article, sentence, wanted, candidates);
        }
        candidates.values().removeIf(candidate -> people.stream().anyMatch(candidate.key()::endsWith));
        Candidate best = null;
        for (var candidate : candidates.values()) {
            boolean better = best == null
                    || candidate.weight() > best.weight()
                    || (candidate.weight() == best.weight()
                            && candidate.found().start() < best.found().start());
            best = better ? candidate : best;
        }
        return best == null ? null : best.found();
    }

    /** The level word that a body's name implies: Thị ủy is of a thị xã. */
    private static String levelOf(String body) {
        var tokens = Tokenizer.tokenize(body);
        for (int i = 0; i < tokens.size(); i++) {
            var match = LEVELS.at(tokens, i);
            if (match != null) {
                return match.column(1);
            }
        }
        return null;
    }

    private static void collect(Clean article, Sentence sentence, String wanted, Map<String, Candidate> candidates) {
        var tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var level = LEVELS.at(tokens, i);
            if (level == null
                    || (wanted != null && !level.column(1).equals(wanted))
                    || (wanted == null && level.column(2).equals("province"))) {
                continue;
            }
            boolean shouted = tokens.get(i).text().length() > 1
                    && tokens.get(i).text().equals(tokens.get(i).text().toUpperCase(Locale.ROOT));
            if (shouted && !tokens.get(i).is("tp") && !tokens.get(i).is("tx")) {
                continue;
            }
            int from = i + level.length();
            boolean dotted = from < tokens.size()
                    && tokens.get(from).is(".")
                    && tokens.get(i).text().length() == 2;
            from += dotted ? 1 : 0;
            int to = nameEnd(tokens, from);
            if (to == from) {
                continue;
            }
            var name = Spaces.single(article.text()
                    .substring(tokens.get(from).start(), tokens.get(to - 1).end()));
            var word = level.column(1);
            var full = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + name;
            boolean municipality = word.equals("thành phố") && MUNICIPALITIES.contains(Keys.ofPhrase(name));
            var place = new Place(full, municipality ? "province" : level.column(2));
            int weight = switch (sentence.block()) {
                case title -> 5;
                case furniture, byline -> 1;
                case caption -> 2;
                default -> sentence.paragraph() <= 6 ? 3 : 2;
            };
            double sure = sentence.block() == Block.furniture ? 0.6 : 0.9;
            var found = new Found<>(
                    place, tokens.get(i).start(), tokens.get(to - 1).end(), sure, "place." + level.column(2));
            candidates.merge(
                    full.toLowerCase(Locale.ROOT),
                    new Candidate(found, weight),
                    (a, b) -> new Candidate(
                            a.found().confidence() >= b.found().confidence() ? a.found() : b.found(),
                            a.weight() + b.weight()));
        }
    }

    private static int nameEnd(List<Token> tokens, int from) {
        var province = PROVINCES.at(tokens, from);
        if (province != null) {
            return from + province.length();
        }
        int to = from;
        while (to < tokens.size()
                && to - from < LONGEST
                && tokens.get(to).isCapitalized()
                && isNamePart(tokens, from, to)) {
            to++;
        }
        return to;
    }

    private static boolean isNamePart(List<Token> tokens, int from, int at) {
        var token = tokens.get(at);
        boolean shouted =
                token.text().length() > 2 && token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return !shouted
                && LEVELS.at(tokens, at) == null
                && !token.is("khóa")
                && !(at > from && token.is("lần"))
                && !(at - from >= 2 && FAMILIES.contains(token.key()));
    }
}
