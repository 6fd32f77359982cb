package bienban.federation.mirror;

import bienban.record.RecordKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Asks an upstream for one record. */
public interface Lookup {
    /** Empty where it is not to be had. */
    Optional<ObjectNode> find(RecordKind kind, String key) throws IOException;
}
