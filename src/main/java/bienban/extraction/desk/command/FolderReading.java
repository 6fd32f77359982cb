package bienban.extraction.desk.command;

import bienban.extraction.desk.DraftLine;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads articles from files; each becomes a line with the article, its draft, the evidence and the warnings. */
final class FolderReading {
    private final DraftLine lines = new DraftLine();
    private final String place;

    FolderReading(String place) {
        this.place = place;
    }

    static List<Path> articles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".txt") || isHtml(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHtml(Path file) {
        return file.toString().endsWith(".html") || file.toString().endsWith(".htm");
    }

    ObjectNode read(Path folder, Path file) {
        var name = folder.relativize(file).toString();
        try {
            return lines.of(name, Files.readString(file), isHtml(file), place);
        } catch (IOException e) {
            return DraftLine.unreadable(name, "Not a file in UTF-8: " + e.getMessage());
        }
    }
}
