package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.text.Segmenter;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Tokenizer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
    private static final FigureContext CONTEXT = new FigureContext(null, null, "2022-01/2022-06");

    @Test
    void spansHoldTheRawClause() {
        var text =
                "Kinh tế phát triển. Thu ngân sách ước đạt 512 tỷ đồng (bằng 61% dự toán), kết nạp 45 đảng viên mới.";
        var figures = read(text, CONTEXT).figures();
        assertThat(figures)
                .hasSize(2)
                .allSatisfy(figure -> assertThat(text.substring(figure.start(), figure.end()))
                        .isEqualTo(figure.observation().raw()));
        assertThat(figures.get(0).observation().raw()).endsWith("dự toán)");
        assertThat(figures.get(0).rules()).contains("money", "plan_share");
    }

    @Test
    void partsPointAtTheirTotal() {
        var figures = read(
                        "Có 40 dự án. Tổng chi ngân sách 900 tỷ đồng. Trong đó: chi thường xuyên 600 tỷ đồng.", CONTEXT)
                .figures();
        assertThat(figures.get(2).parent()).isEqualTo(1);
        assertThat(figures.get(2).observation().parent()).isEqualTo("/observations/1");
    }

    @Test
    void aMisprintBecomesAWarningOnItsFigure() {
        var text = "Tổng thu ngân sách đạt 512 tỷ đồng, bằng 61,5,2% dự toán.";
        var result = read(text, CONTEXT);
        var warning = result.warnings().get(0);
        assertThat(result.figures()).hasSize(1);
        assertThat(result.figures().get(0).observation().planShare()).isNull();
        assertThat(result.figures().get(0).observation().flags()).containsExactly("malformed_number");
        assertThat(warning.figure()).isZero();
        assertThat(warning.code()).isEqualTo("malformed_number");
        assertThat(text.substring(warning.start(), warning.end())).isEqualTo("61,5,2%");
    }

    @Test
    void aValueThatCannotBeReadBecomesOnlyAWarning() {
        var result = read("Thu nội địa đạt 5.12.300 tỷ đồng.", CONTEXT);
        assertThat(result.figures()).isEmpty();
        assertThat(result.warnings()).extracting(FigureWarning::code).containsExactly("malformed_number");
        assertThat(result.warnings().get(0).figure()).isNull();
    }

    @Test
    void contradictionsAreFlaggedAndKept() {
        var result = read("Có 20/25 trường đạt chuẩn, đạt 85%.", CONTEXT);
        assertThat(result.figures().get(0).observation().share()).isEqualByComparingTo("85");
        assertThat(result.warnings()).extracting(FigureWarning::code).containsExactly("ratio_mismatch");
    }

    @Test
    void aFigureSaidTwiceIsOneFigure() {
        var figures = read("Thu ngân sách đạt 512 tỷ đồng.\nTrong đó, thu ngân sách đạt 512 tỷ đồng.", CONTEXT)
                .figures();
        assertThat(figures).hasSize(1);
    }

    @Test
    void keepsTheWordingOfEveryPlan() {
        var figure = read("Thu ngân sách đạt 512 tỷ đồng, đạt 61% dự toán tỉnh giao, 58% dự toán huyện giao.", CONTEXT)
                .figures()
                .get(0)
                .observation();
        assertThat(figure.planShare()).isEqualByComparingTo(BigDecimal.valueOf(61));
        assertThat(figure.planShareText()).isEqualTo("61% dự toán tỉnh giao, 58% dự toán huyện giao");
    }

    @Test
    void namesOnlyOtherPlaces() {
        var text = "Xã Tân Lập thu ngân sách đạt 12 tỷ đồng.";
        var home = new FigureContext(null, null, null, "xã Tân Lập", null);
        var elsewhere = new FigureContext(null, null, null, "huyện Yên Bình", null);
        assertThat(read(text, home).figures().get(0).observation().place()).isNull();
        assertThat(read(text, elsewhere).figures().get(0).observation().place()).isEqualTo("Xã Tân Lập");
    }

    @Test
    void takesTheYearFromTheBestSource() {
        var day = LocalDate.of(2024, 1, 5);
        assertThat(new FigureContext(day, "2023-12-28", "2022-01/2022-06").year())
                .isEqualTo(2022);
        assertThat(new FigureContext(day, "2023-12-28", null).year()).isEqualTo(2023);
        assertThat(new FigureContext(day, null, null).year()).isEqualTo(2024);
        assertThat(new FigureContext(null, "", null).year()).isNull();
        assertThat(new FigureContext(null, null, null, null, 2022).year()).isEqualTo(2022);
    }

    @ParameterizedTest
    @EnumSource(
            value = Block.class,
            names = {"title", "caption", "byline", "furniture", "heading"})
    void readsNoFiguresOutsideTheProse(Block block) {
        var sentence = new Sentence(Tokenizer.tokenize("Thu ngân sách đạt 512 tỷ đồng"), 0, block);
        assertThat(Figures.read(List.of(sentence), CONTEXT).figures()).isEmpty();
    }

    @Test
    void aHeadingTellsTheItemsBelowItThatTheyAreAims() {
        var heading = new Sentence(Tokenizer.tokenize("Một số chỉ tiêu phấn đấu:"), 0, Block.heading);
        var item = new Sentence(Tokenizer.tokenize("Thu ngân sách đạt 512 tỷ đồng"), 1, Block.item);
        var after = new Sentence(Tokenizer.tokenize("Chi ngân sách đạt 400 tỷ đồng"), 2, Block.body);
        var figures = Figures.read(List.of(heading, item, after), CONTEXT).figures();
        assertThat(figures)
                .extracting(figure -> figure.observation().kind().name())
                .containsExactly("target", "actual");
    }

    private static FigureResult read(String text, FigureContext context) {
        return Figures.read(Segmenter.sentences(text), context);
    }
}
