package bienban.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource({
        "Thị uỷ, thị ủy",
        "Hoà Phong, hòa phong",
        "khoẻ, khỏe",
        "quý, quý",
        "qúy, quý",
        "hòan thành, hoàn thành",
        "huỷ, hủy",
        "thuỷ sản, thủy sản",
        "thuyền, thuyền",
        "toán, toán",
        "toà soạn, tòa soạn",
        "Ðảng, đảng",
        "H’Loan Niê, h'loan niê"
    })
    void givesBothSpellingsOneKey(String written, String key) {
        assertThat(Keys.ofPhrase(written)).isEqualTo(key);
        assertThat(Keys.ofPhrase(Normalizer.normalize(written, Normalizer.Form.NFD)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "đạt 60,6,2% kế hoạch|đạt 60,6,2 % kế hoạch",
                "ngày 28/12/2020.|ngày 28 / 12 / 2020 .",
                "số 17-NQ/TU|số 17 - nq / tu",
                "31.167 tỷ|31.167 tỷ",
                "tuyến 5km, 20ha|tuyến 5 km , 20 ha",
                "3m2 và m3|3 m2 và m3",
                "thành công./.|thành công .",
                "vân vân... rồi…|vân vân … rồi …",
                "Covid–19|covid - 19",
                "🌟 Sáng nay|🌟 sáng nay"
            })
    void cutsWordsNumbersAndMarks(String text, String keys) {
        var tokens = Tokenizer.tokenize(text);
        assertThat(String.join(" ", tokens.stream().map(Token::key).toList())).isEqualTo(keys);
        for (var token : tokens) {
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        }
    }

    @Test
    void mapsCanonicalOffsetsBackToADecomposedOriginal() {
        var original = Normalizer.normalize("Tối ngày 5/3 họp ở Huế", Normalizer.Form.NFD);
        var canonical = Canonical.of(original);
        assertThat(canonical.text()).isEqualTo("Tối ngày 5/3 họp ở Huế");
        int at = canonical.origin().toOriginal(canonical.text().indexOf("họp"));
        assertThat(original.substring(at)).startsWith("ho");
        assertThat(canonical.origin().toOriginal(canonical.text().length())).isEqualTo(original.length());
    }

    @Test
    void countsCodePointsBeyondTheBasicPlane() {
        var text = "🌟🌟ab";
        assertThat(new CodePoints(text).at(text.indexOf('b'))).isEqualTo(3);
        assertThat(new CodePoints("ab").at(1)).isEqualTo(1);
    }
}
