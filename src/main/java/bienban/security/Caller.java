package bienban.security;

import bienban.shared.ApiException;
import jakarta.enterprise.context.RequestScoped;

/** Who is calling, as {@link Access} found out. */
@RequestScoped
public class Caller {
    private boolean editor;

    /** Drafts and retracted records are seen by editors only. */
    public boolean seesDrafts() {
        return editor;
    }

    /** For a question that only editors may ask. */
    public void mustSeeDrafts() {
        if (!editor) {
            throw ApiException.unauthorized();
        }
    }

    void isEditor() {
        editor = true;
    }
}
