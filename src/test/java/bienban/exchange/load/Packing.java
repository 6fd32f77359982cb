package bienban.exchange.load;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Files as senders pack them. */
final class Packing {
    private Packing() {}

    static byte[] pack(byte[] file, String coding) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = switch (coding) {
            case "zstd" -> new ZstdOutputStream(packed);
            case "gzip" -> new GZIPOutputStream(packed);
            default -> packed;
        }) {
            out.write(file);
        }
        return packed.toByteArray();
    }
}
