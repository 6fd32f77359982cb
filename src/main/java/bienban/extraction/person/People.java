package bienban.extraction.person;

import bienban.extraction.Draft.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of one report; knows who is meant by a post, a given name or "đồng chí". */
public final class People {
    private static final int MOST_COMPARED = 300;

    private final Map<String, Person> byKey = new LinkedHashMap<>();

    Person add(Mention mention) {
        var known = byKey.get(mention.key());
        if (known == null) {
            known = byEnding(mention.key());
        }
        if (known == null) {
            known = new Person(mention.name(), mention.key());
            byKey.put(mention.key(), known);
        }
        known.add(mention);
        return known;
    }

    /** The person added under this key, or under a longer name that ends in it. */
    Person known(String key) {
        var exact = byKey.get(key);
        return exact == null ? byEnding(key) : exact;
    }

    public List<Person> all() {
        return List.copyOf(byKey.values());
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The one person whose full name ends in these words, or null. */
    Person byEnding(String key) {
        if (byKey.size() > MOST_COMPARED) {
            return null;
        }
        Person found = null;
        for (var person : byKey.values()) {
            if (person.key().endsWith(" " + key)) {
                if (found != null) {
                    return null;
                }
                found = person;
            }
        }
        return found;
    }

    /** The one person who holds a post that begins like this, or null. */
    Person byPost(String postKey) {
        var exact = new ArrayList<Person>();
        var similar = new ArrayList<Person>();
        for (var person : byKey.values()) {
            for (var key : person.postKeys()) {
                if (key.equals(postKey)) {
                    exact.add(person);
                } else if (key.startsWith(postKey + " ") || postKey.startsWith(key + " ")) {
                    similar.add(person);
                }
            }
        }
        if (exact.size() == 1) {
            return exact.get(0);
        }
        return exact.isEmpty() && similar.size() == 1 ? similar.get(0) : null;
    }

    /** The keys of all full names, each with a space before it. */
    public java.util.Set<String> nameKeys() {
        var keys = new java.util.HashSet<String>();
        byKey.keySet().forEach(key -> keys.add(" " + key));
        return keys;
    }

    /** The only chair, or null. */
    public Person soleChair() {
        var chairs =
                byKey.values().stream().filter(person -> person.has(Role.chair)).toList();
        return chairs.size() == 1 ? chairs.get(0) : null;
    }

    /** The only one who concluded, or null. */
    public Person soleConcluder() {
        var found = byKey.values().stream()
                .filter(person -> person.has(Role.concluding_speaker))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
