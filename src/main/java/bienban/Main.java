package bienban;

import bienban.extraction.desk.command.Commands;
import bienban.key.AdminKeyCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or runs a command. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        if (Commands.isOne(arguments)) {
            System.exit(new Commands(System.err).run(arguments));
        }
        if (AdminKeyCommand.isOne(arguments)) {
            AdminKeyCommand.start(arguments);
            return;
        }
        Quarkus.run(arguments);
    }
}
