package bienban;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines of the audit log, from when it is made until it is closed. */
public final class Audited extends Handler implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("bienban.audit");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public Audited() {
        LOG.addHandler(this);
    }

    /** What was noted for one operation. */
    public List<JsonNode> of(String operation) {
        return lines.stream()
                .map(Audited::read)
                .filter(line -> line.path("operation").asText().equals(operation))
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return StrictJson.READER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord one) {
        lines.add(one.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
