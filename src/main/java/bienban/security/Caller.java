package bienban.security;

import bienban.shared.ApiException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who is calling: nobody in particular, until {@link Access} found out or a job says for whom it works. */
@RequestScoped
public class Caller {
    private Identity identity = Identity.ANONYMOUS;

    /** Empty: not known. */
    public Optional<Role> role() {
        return Optional.ofNullable(identity.role());
    }

    /** The name in history, audit log and limits. */
    public String subject() {
        return identity.subject();
    }

    /** The places whose drafts and retracted records the caller sees. */
    public Scope scope() {
        return identity.scope();
    }

    public Identity identity() {
        return identity;
    }

    /** Of at least some place. */
    public boolean seesDrafts() {
        return !identity.scope().isNothing();
    }

    public boolean isAtLeast(Role role) {
        return identity.role() != null && identity.role().isAtLeast(role);
    }

    /** 401 when not known, 403 when known for less. */
    public void mustBe(Role atLeast) {
        if (identity.role() == null) {
            throw ApiException.unauthorized();
        }
        if (!isAtLeast(atLeast)) {
            throw ApiException.notAllowed();
        }
    }

    /** For a question about what is not published. */
    public void mustSeeDrafts() {
        mustBe(Role.editor);
    }

    /** For jobs, which work outside a request, in a request context of their own; and for {@link Access}. */
    public void become(Identity identity) {
        this.identity = identity;
    }
}
