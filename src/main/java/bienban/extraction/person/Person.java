package bienban.extraction.person;

import bienban.extraction.Draft.Role;
import bienban.extraction.clean.Span;
import bienban.extraction.text.Keys;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Somebody named in the report, gathered from all places that name them. */
public final class Person {
    private final String name;
    private final String key;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final List<Span> spans = new ArrayList<>();
    private final Set<String> rules = new java.util.LinkedHashSet<>();
    private List<String> posts = List.of();
    private List<String> postKeys = List.of();

    Person(String name, String key) {
        this.name = name;
        this.key = key;
    }

    void add(Mention mention) {
        spans.add(mention.span());
        rules.add("person." + mention.form().name());
        if (mention.posts().size() > posts.size()) {
            posts = mention.posts();
            postKeys = posts.stream().map(Keys::ofPhrase).toList();
        }
    }

    void add(Set<Role> found) {
        roles.addAll(found);
    }

    public String name() {
        return name;
    }

    String key() {
        return key;
    }

    public List<String> posts() {
        return posts;
    }

    List<String> postKeys() {
        return postKeys;
    }

    /** The roles; somebody only named is mentioned. */
    public List<Role> roles() {
        var stated = EnumSet.copyOf(roles);
        boolean acted = stated.stream().anyMatch(role -> role != Role.attendee && role != Role.mentioned);
        if (acted || stated.contains(Role.attendee)) {
            stated.remove(Role.mentioned);
        }
        if (stated.contains(Role.chair) || stated.contains(Role.co_chair)) {
            stated.remove(Role.attendee);
        }
        if (stated.contains(Role.chair)) {
            stated.remove(Role.co_chair);
        }
        return stated.isEmpty() ? List.of(Role.mentioned) : List.copyOf(stated);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the text at this place is the name or the posts of this person. */
    boolean isNamedAt(int offset) {
        return spans.stream().anyMatch(span -> span.start() <= offset && offset < span.end());
    }

    public List<Span> spans() {
        return spans;
    }

    public List<String> rules() {
        return List.copyOf(rules);
    }
}
