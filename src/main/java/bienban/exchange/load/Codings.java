package bienban.exchange.load;

import bienban.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a file is packed in, and how large it may be unpacked. */
@ApplicationScoped
class Codings {
    private final long largest;

    Codings(@ConfigProperty(name = "bienban.largest-import", defaultValue = "4294967296") long largest) {
        this.largest = largest;
    }

    InputStream decoded(InputStream file, String coding) throws IOException {
        var name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        return new Bounded(
                switch (name) {
                    case "identity" -> file;
                    case "gzip", "x-gzip" -> new GZIPInputStream(file, 1 << 16);
                    default -> throw new NotSupportedException();
                },
                largest);
    }

    /** Ends with a refusal where there is more than allowed. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = in.read(bytes, offset, length);
            read += Math.max(count, 0);
            if (read > most) {
                throw ApiException.tooLarge(most);
            }
            return count;
        }
    }
}
