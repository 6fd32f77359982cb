package bienban.exchange.export;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

final class Packed {
    private Packed() {}

    /** Fails where the packing does not come to its regular end. */
    static byte[] open(byte[] bytes, Coding coding) throws IOException {
        var packed = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case gzip -> new GZIPInputStream(packed).readAllBytes();
            case zstd -> new ZstdInputStream(packed).readAllBytes();
            case identity -> bytes;
        };
    }
}
