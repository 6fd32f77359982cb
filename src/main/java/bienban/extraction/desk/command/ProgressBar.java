package bienban.extraction.desk.command;

import java.io.PrintStream;

/** A bar that fills while work is done. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final int all;
    private int done;

    ProgressBar(PrintStream out, int all) {
        this.out = out;
        this.all = all;
    }

    void step() {
        done++;
        int filled = done * WIDTH / all;
        out.printf("\r[%s%s] %d/%d", "#".repeat(filled), "-".repeat(WIDTH - filled), done, all);
        out.flush();
    }
}
