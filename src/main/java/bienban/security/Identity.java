package bienban.security;

/**
 * Who somebody is.
 *
 * @param subject stands in history, audit log and limits: {@code key:<id>}, {@code oidc:<sub>}, {@code admin-key}, {@code anonymous}
 * @param role null for who is not known
 */
public record Identity(String subject, Role role, Scope scope) {
    public static final Identity ANONYMOUS = new Identity("anonymous", null, Scope.NOTHING);

    /** The roles decide how far a scope can reach: readers see no drafts, administrators see all. */
    public Identity {
        scope = role == Role.admin ? Scope.EVERYTHING : role == null || role == Role.reader ? Scope.NOTHING : scope;
    }

    /** The system itself, for what it does without being called. */
    public static Identity system(String name) {
        return new Identity("system:" + name, Role.admin, Scope.EVERYTHING);
    }
}
