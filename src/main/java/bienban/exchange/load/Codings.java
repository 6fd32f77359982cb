package bienban.exchange.load;

import bienban.shared.ApiException;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a file is packed in, and how large it may be unpacked. */
@ApplicationScoped
class Codings {
    private static final List<String> TAKEN = List.of("zstd", "gzip");
    /** How far back zstd may refer, as a power of two: as far as whoever unpacks what comes over HTTP must follow, and so much is held at most. */
    private static final int WIDEST_WINDOW = 23;

    private static final int BUFFER = 1 << 16;

    private final long largest;

    Codings(@ConfigProperty(name = "bienban.largest-import", defaultValue = "4294967296") long largest) {
        this.largest = largest;
    }

    /** To be closed; the file itself stays open. */
    InputStream decoded(InputStream file, String coding) throws IOException {
        var name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        var kept = new Kept(file);
        try {
            return new Bounded(
                    switch (name) {
                        case "identity" -> kept;
                        case "gzip", "x-gzip" -> new GZIPInputStream(kept, BUFFER);
                        case "zstd" -> new ZstdInputStreamNoFinalizer(kept).setLongMax(WIDEST_WINDOW);
                        default -> throw ApiException.unsupportedCoding(TAKEN);
                    },
                    name,
                    largest);
        } catch (EOFException | ZipException e) {
            throw ApiException.malformedPacking(name);
        }
    }

    /** Closing it would read it to its end, however much there is. */
    private static final class Kept extends FilterInputStream {
        Kept(InputStream file) {
            super(file);
        }

        @Override
        public void close() {}
    }

    /** Ends with a refusal where there is more than allowed, or what cannot be unpacked. */
    private static final class Bounded extends FilterInputStream {
        private final String coding;
        private final long most;
        private long read;

        Bounded(InputStream in, String coding, long most) {
            super(in);
            this.coding = coding;
            this.most = most;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = unpacked(bytes, offset, length);
            read += Math.max(count, 0);
            if (read > most) {
                throw ApiException.tooLarge(most);
            }
            return count;
        }

        private int unpacked(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (EOFException | ZipException | ZstdIOException e) {
                throw ApiException.malformedPacking(coding);
            }
        }
    }
}
