package bienban.extraction.person;

import bienban.extraction.Draft.Role;
import bienban.extraction.clean.Clean;
import bienban.extraction.person.Mention.Form;
import bienban.extraction.text.Keys;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the people of a report: names first, then whom a post or a given name means, then everybody's part. */
public final class PeopleReader {
    private static final Set<String> CONNECTORS =
            Set.of(",", ";", "và", "cùng", "với", ":", "-", "(", ")", "+", "các", "đồng", "chí");
    private static final Set<String> DELEGATION_HEADS = Set.of(
            "trưởng đoàn",
            "trưởng đoàn giám sát",
            "trưởng đoàn kiểm tra",
            "trưởng đoàn công tác",
            "trưởng đoàn khảo sát");
    private static final Set<String> LEVELS =
            Set.of("tỉnh", "huyện", "quận", "phường", "xã", "trấn", "phố", "thôn", "bản", "ấp");

    private static final int LONGEST_POST = 14;

    private final Clean article;
    private final People people = new People();
    private final IdentityHashMap<Sentence, List<Mention>> mentions = new IdentityHashMap<>();
    private final IdentityHashMap<Sentence, Person> speakers = new IdentityHashMap<>();
    private Person current;

    private PeopleReader(Clean article) {
        this.article = article;
    }

    public static Cast read(Clean article) {
        var reader = new PeopleReader(article);
        var sentences = article.sentences().stream()
                .filter(sentence -> sentence.block() != Block.furniture && sentence.block() != Block.byline)
                .toList();
        reader.nameEverybody(sentences);
        reader.giveRoles(sentences);
        return new Cast(reader.people, reader.speakers);
    }

    private void nameEverybody(List<Sentence> sentences) {
        var reader = new MentionReader(new Names(places(sentences)), article.text());
        for (var sentence : sentences) {
            var found = reader.read(sentence);
            if (!found.isEmpty()) {
                mentions.put(sentence, found);
            }
        }
        var certain = new HashMap<String, String>();
        mentions.values().stream()
                .flatMap(List::stream)
                .filter(mention ->
                        mention.form() == Form.honorific && mention.key().split(" ").length > 2)
                .forEach(mention -> certain.put(mention.key(), mention.name()));
        for (var sentence : sentences) {
            mentions.computeIfPresent(sentence, (s, found) -> withoutPlaces(found, certain));
            mentions.getOrDefault(sentence, List.of()).stream()
                    .filter(Mention::isNamed)
                    .forEach(people::add);
        }
    }

    /** "Bí thư Huyện ủy Đô Lương Ngọc Kim Nam": the name that an honorific announces elsewhere begins behind the place. */
    private static List<Mention> withoutPlaces(List<Mention> found, Map<String, String> certain) {
        return found.stream()
                .map(mention -> {
                    int cut = mention.form() == Form.post_before ? mention.key().indexOf(' ') + 1 : 0;
                    var rest = cut == 0 ? null : mention.key().substring(cut);
                    return rest == null || !certain.containsKey(rest)
                            ? mention
                            : mention.called(certain.get(rest), rest);
                })
                .toList();
    }

    /** Capitalized words after "huyện", "xã" …: names that are places in this article. */
    private static Set<String> places(List<Sentence> sentences) {
        var places = new HashSet<String>();
        for (var sentence : sentences) {
            var tokens = sentence.tokens();
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (!LEVELS.contains(tokens.get(i).key())) {
                    continue;
                }
                int length = 0;
                while (i + 1 + length < tokens.size()
                        && length < 4
                        && tokens.get(i + 1 + length).isCapitalized()) {
                    length++;
                }
                if (length > 0 && length <= 2) {
                    places.add(Names.key(tokens, i + 1, length));
                }
            }
        }
        return places;
    }

    private void giveRoles(List<Sentence> sentences) {
        Set<Role> announced = EnumSet.noneOf(Role.class);
        for (var sentence : sentences) {
            var found = mentions.getOrDefault(sentence, List.of());
            boolean item = sentence.block() == Block.item;
            var bounds = new ClauseBounds(sentence, found);
            for (var group : groups(sentence, found)) {
                giveRoles(sentence, bounds, group, item ? announced : Set.of());
            }
            boolean opens = sentence.get(sentence.size() - 1).is(":");
            if (opens || !item) {
                announced = opens ? RoleCues.before(sentence.tokens(), 0, sentence.size()) : EnumSet.noneOf(Role.class);
            }
        }
    }

    /** "Trần A, thợ cả xưởng mộc; Lê B": to the semicolon behind a post that is not known, where no verb stands. */
    private static int pastUnknownPost(List<Token> tokens, int from, int to) {
        if (to - from > LONGEST_POST
                || from >= to
                || !(tokens.get(from).is(",") || tokens.get(from).is("-"))) {
            return from;
        }
        int end = from + 1;
        while (end < to && tokens.get(end).isWord()) {
            end++;
        }
        boolean post = end < to
                && tokens.get(end).is(";")
                && RoleCues.after(tokens, from, end).isEmpty();
        return post ? end : from;
    }

    /** People joined by nothing but list marks share their verbs. */
    private static List<List<Mention>> groups(Sentence sentence, List<Mention> found) {
        var groups = new ArrayList<List<Mention>>();
        for (var mention : found) {
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null
                    && connects(sentence.tokens(), last.get(last.size() - 1).to(), mention.from())) {
                last.add(mention);
            } else {
                groups.add(new ArrayList<>(List.of(mention)));
            }
        }
        return groups;
    }

    private static boolean connects(List<Token> tokens, int from, int to) {
        int start = pastUnknownPost(tokens, from, to);
        for (int i = start; i < to; i++) {
            if (!CONNECTORS.contains(tokens.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private void giveRoles(Sentence sentence, ClauseBounds bounds, List<Mention> group, Set<Role> announced) {
        var tokens = sentence.tokens();
        int from = group.get(0).from();
        int to = group.get(group.size() - 1).to();
        var before = RoleCues.before(tokens, bounds.start(from), from);
        var after = RoleCues.after(tokens, to, bounds.end(to));
        for (var mention : group) {
            boolean last = mention.equals(group.get(group.size() - 1));
            var roles = EnumSet.noneOf(Role.class);
            roles.addAll(before);
            roles.addAll(announced);
            if (tokens.get(mention.from()).is("chủ")
                    && tokens.get(mention.from() + 1).is("tọa")) {
                roles.add(Role.chair);
            }
            if (mention.posts().stream().anyMatch(PeopleReader::leads)) {
                roles.add(Role.chair);
            }
            if (last || before.isEmpty() || Set.of(Role.chair).equals(after)) {
                roles.addAll(after);
            }
            settle(sentence, mention, roles);
        }
    }

    /** The head of those who came to supervise or to work with others; not the one of the deputies of a province. */
    private static boolean leads(String post) {
        return DELEGATION_HEADS.contains(Keys.ofPhrase(post));
    }

    private void settle(Sentence sentence, Mention mention, Set<Role> roles) {
        if (roles.contains(Role.concluding_speaker)) {
            roles.remove(Role.speaker);
        }
        var person = resolve(mention, roles);
        if (person == null) {
            return;
        }
        if (mention.form() == Form.given_name || mention.form() == Form.reference) {
            person.spans().add(mention.span());
        }
        if (mention.form() == Form.pronoun) {
            roles.remove(Role.attendee);
        }
        person.add(roles);
        boolean speaks = roles.contains(Role.concluding_speaker) || roles.contains(Role.speaker);
        if (speaks) {
            speakers.put(sentence, person);
        }
        if (mention.form() != Form.pronoun && sentence.block() != Block.caption) {
            current = person;
        }
    }

    private Person resolve(Mention mention, Set<Role> roles) {
        return switch (mention.form()) {
            case honorific, post_before, listed -> people.known(mention.key());
            case given_name -> people.byEnding(mention.key());
            case reference -> people.byPost(Keys.ofPhrase(mention.posts().get(0)));
            case pronoun ->
                roles.contains(Role.concluding_speaker) && people.soleChair() != null ? people.soleChair() : current;
        };
    }
}
