package bienban.exchange.export;

import bienban.shared.ApiException;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends an export on the thread of its request: all that it holds of the server is taken here, and given back here. */
@Provider
@Singleton
public class ExportWriter implements ServerMessageBodyWriter<Export> {
    private final Snapshots snapshots;
    private final ExportLimits limits;
    private final CurrentVertxRequest call;
    private final Semaphore places;

    ExportWriter(Snapshots snapshots, ExportLimits limits, CurrentVertxRequest call) {
        this.snapshots = snapshots;
        this.limits = limits;
        this.call = call;
        places = new Semaphore(limits.concurrent());
    }

    @Override
    public void writeResponse(Export export, Type type, ServerRequestContext context) {
        if (!places.tryAcquire()) {
            throw ApiException.exportsBusy(limits.concurrent());
        }
        try (var snapshot = snapshots.take()) {
            var body = export.content().ask(snapshot);
            context.serverResponse().setResponseHeader(Exports.CURSOR, snapshot.cursor());
            export.coding().tell(call.getCurrent().response());
            send(export, body, snapshot.cursor(), new Outlet(call.getCurrent(), limits.patience()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            places.release();
        }
    }

    /** From here on the answer has begun: what fails can only be told by breaking it off. */
    private static void send(Export export, Content.Body body, String cursor, Outlet outlet) {
        try {
            // The head goes out at once, however long the first row takes.
            outlet.write(new byte[0], 0, 0);
            outlet.end(pack(export, body, cursor, outlet).trailers());
        } catch (IOException | SQLException | RuntimeException e) {
            outlet.breakOff();
            Log.warnf("An export ended early: %s", e.getMessage());
        }
    }

    private static Sealed pack(Export export, Content.Body body, String cursor, Outlet outlet)
            throws IOException, SQLException {
        try (var packed = export.coding().around(outlet)) {
            try {
                return Sealed.send(body, packed, export.lastLine() ? cursor : null);
            } catch (IOException | SQLException | RuntimeException e) {
                // Before the packing ends, which would make what has come so far look whole.
                outlet.breakOff();
                throw e;
            }
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType form) {
        return type == Export.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType form) {
        return type == Export.class;
    }

    @Override
    public void writeTo(
            Export export,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType form,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new IllegalStateException("Something stands between an export and its connection");
    }
}
