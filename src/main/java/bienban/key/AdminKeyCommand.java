package bienban.key;

import bienban.security.Caller;
import bienban.security.Identity;
import bienban.security.Role;
import bienban.security.audit.Deed;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;

/**
 * The command {@code create-admin-key}: makes a key for an administrator in the configured database and prints it. Who can start
 * it can reach the database anyhow. It answers no requests; an embedded database must not be in use by a running service.
 */
public class AdminKeyCommand implements QuarkusApplication {
    private static final String NAME = "create-admin-key";
    private static final int MISUSED = 2;

    private final Keys keys;
    private final Caller caller;

    AdminKeyCommand(Keys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    public static boolean isOne(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Starts without a port, and tells what it does on standard error, so that standard output is the key alone. */
    public static void start(String... arguments) {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.handler.console.\"audit-stdout\".stderr", "true");
        Quarkus.run(AdminKeyCommand.class, arguments);
    }

    @Override
    @ActivateRequestContext
    public int run(String... arguments) {
        var named = arguments.length == 3 && arguments[1].equals("--name") && !arguments[2].isBlank();
        if (!named && arguments.length != 1) {
            System.err.println("usage: " + NAME + " [--name NAME]     makes a key for an administrator and prints it");
            return MISUSED;
        }
        caller.become(Identity.system(NAME));
        var made = keys.create(new KeyInput(named ? arguments[2] : NAME, Role.admin, List.of(), null));
        new Deed(caller.subject(), "createKey", made.id().toString(), 1).done();
        System.err.println(made.document());
        System.out.println(made.key());
        return 0;
    }
}
