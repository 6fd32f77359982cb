package bienban.exchange.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bienban.shared.ApiException;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodingsTest {
    private static final int LARGEST = 1_000_000;

    private final Codings codings = new Codings(LARGEST);

    @ParameterizedTest
    @CsvSource({"zstd, zstd", "ZSTD, zstd", "gzip, gzip", "x-gzip, gzip", "identity, identity", ", identity"})
    void unpacksAsItIsTold(String name, String coding) throws IOException {
        var file = bytes(50_000);
        assertThat(unpacked(Packing.pack(file, coding), name)).isEqualTo(file);
    }

    @Test
    void unpacksOneFrameBehindTheOther() throws IOException {
        var frames = new ByteArrayOutputStream();
        frames.writeBytes(Packing.pack(bytes(500), "zstd"));
        frames.writeBytes(Packing.pack(bytes(700), "zstd"));
        assertThat(unpacked(frames.toByteArray(), "zstd")).hasSize(1200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip"})
    void endsWhereMoreComesOutThanAllowedHoweverLittleGoesIn(String coding) throws IOException {
        var bomb = Packing.pack(new byte[500 * LARGEST], coding);
        var out = new ByteArrayOutputStream();
        try (var content = codings.decoded(new ByteArrayInputStream(bomb), coding)) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> content.transferTo(out))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("too-large"));
        }
        assertThat(out.size()).isLessThanOrEqualTo(LARGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip"})
    void refusesWhatIsNotWhole(String coding) throws IOException {
        var packed = Packing.pack(bytes(300), coding);
        IntStream.range(1, packed.length).forEach(end -> assertMalformed(Arrays.copyOf(packed, end), coding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip"})
    void refusesWhatIsNotPackedSo(String coding) {
        assertMalformed("{\"label\": \"Số liệu\"}".getBytes(StandardCharsets.UTF_8), coding);
    }

    @Test
    void holdsAsMuchOfZstdAsIsUsualAndNoMore() throws IOException {
        assertThat(unpacked(window(23), "zstd")).hasSize(10);
        assertMalformed(window(24), "zstd");
    }

    private static byte[] window(int size) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(packed).setLong(size)) {
            zstd.write(bytes(10));
        }
        return packed.toByteArray();
    }

    @Test
    void namesWhatItTakes() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> unpacked(new byte[0], "br"))
                .satisfies(e -> assertThat(e.headers()).containsEntry("Accept-Encoding", "zstd, gzip"));
    }

    private void assertMalformed(byte[] packed, String coding) {
        assertThatExceptionOfType(ApiException.class)
                .as("%d bytes", packed.length)
                .isThrownBy(() -> unpacked(packed, coding))
                .satisfies(e -> assertThat(e.code()).isEqualTo("malformed-packing"));
    }

    private byte[] unpacked(byte[] file, String coding) throws IOException {
        try (var content = codings.decoded(new ByteArrayInputStream(file), coding)) {
            return content.readAllBytes();
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + i / 7);
        }
        return bytes;
    }
}
