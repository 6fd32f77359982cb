package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.Observation;
import bienban.extraction.Observation.Comparator;
import bienban.extraction.text.Canonical;
import bienban.extraction.text.Segmenter;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** One fact, said in generated ways: numbers, units, orders, hedges, spellings and Unicode forms. */
class FigureVariantsTest {
    private static final int SEED = 20_211_007;
    private static final FigureContext CONTEXT = new FigureContext(null, "2021-10-07", "2021-01/2021-09");

    private record Word<T>(String text, T meaning) {}

    private static final List<String> NAMES = List.of(
            "Tổng thu ngân sách",
            "Thu ngân sách nhà nước trên địa bàn",
            "Tổng giá trị sản xuất",
            "Doanh thu du lịch",
            "Tổng mức bán lẻ hàng hoá",
            "Giá trị sản xuất nông - lâm - thuỷ sản",
            "Tổng dư nợ cho vay",
            "Chi thường xuyên");
    private static final List<Word<Integer>> UNITS = List.of(
            new Word<>("tỷ đồng", 9),
            new Word<>("tỉ đồng", 9),
            new Word<>("triệu đồng", 6),
            new Word<>("tỷ", 9),
            new Word<>("nghìn tỷ đồng", 12));
    private static final List<Word<Comparator>> HEDGES = List.of(
            new Word<>("", Comparator.exact),
            new Word<>("trên ", Comparator.over),
            new Word<>("hơn ", Comparator.over),
            new Word<>("gần ", Comparator.under),
            new Word<>("khoảng ", Comparator.approx),
            new Word<>("tối thiểu ", Comparator.at_least),
            new Word<>("ít nhất ", Comparator.at_least),
            new Word<>("không quá ", Comparator.at_most));
    private static final List<Word<Boolean>> VERBS = List.of(
            new Word<>("đạt ", false),
            new Word<>("là ", false),
            new Word<>("ước đạt ", true),
            new Word<>("ước ", true),
            new Word<>("được ", false),
            new Word<>("ước thực hiện ", true));
    private static final List<String> PLANS = List.of(
            "kế hoạch",
            "KH",
            "kế hoạch năm",
            "dự toán",
            "so với dự toán tỉnh giao",
            "so với kế hoạch năm 2021",
            "chỉ tiêu",
            "Nghị quyết đề ra",
            "so KH năm",
            "dự toán HĐND huyện giao");
    private static final List<String> YEARLY = List.of(
            "so với cùng kỳ",
            "so cùng kỳ",
            "so với cùng kỳ năm trước",
            "so với cùng kỳ năm 2020",
            "so với năm 2020",
            "so CK",
            "");

    @RepeatedTest(600)
    void readsTheSameFactHoweverItIsSaid(RepetitionInfo repetition) {
        var random = new Random(SEED + repetition.getCurrentRepetition());
        var unit = pick(UNITS, random);
        var hedge = pick(HEDGES, random);
        var verb = pick(VERBS, random);
        var value = BigDecimal.valueOf(1 + random.nextInt(9_999_999), random.nextInt(3));
        var plan = BigDecimal.valueOf(1 + random.nextInt(1999), 1);
        var change = BigDecimal.valueOf(1 + random.nextInt(999), 1);
        boolean down = random.nextBoolean();
        var planned = pick(List.of("đạt ", "bằng "), random) + written(plan) + pick(List.of("%", " %"), random) + " "
                + pick(PLANS, random);
        var changed = (down ? "giảm " : "tăng ") + written(change) + "% " + pick(YEARLY, random);
        boolean planFirst = random.nextBoolean();
        var link = pick(List.of(", ", " và ", "; "), random);
        var both = planFirst
                ? planned + (link.equals("; ") ? ", " : link) + changed.strip()
                : changed.strip() + ", " + planned;
        boolean brackets = random.nextBoolean();
        var text = pick(NAMES, random) + " " + verb.text() + hedge.text() + written(value) + " " + unit.text()
                + (brackets ? " (" + both + ")" : ", " + both) + ".";

        var seen = only(spelled(text, random));

        assertThat(seen.normalizedValue()).as(text).isEqualByComparingTo(value.scaleByPowerOfTen(unit.meaning()));
        assertThat(seen.unit()).as(text).isEqualTo("VND");
        assertThat(seen.comparator()).as(text).isEqualTo(hedge.meaning());
        assertThat(seen.estimated()).as(text).isEqualTo(verb.meaning());
        assertThat(seen.planShare()).as(text).isEqualByComparingTo(plan);
        assertThat(seen.yearOnYear()).as(text).isEqualByComparingTo(down ? change.negate() : change);
        assertThat(seen.indicator()).as(text).isNotNull();
        assertThat(seen.period()).as(text).isEqualTo("2021-01/2021-09");
    }

    @RepeatedTest(300)
    void countsWhatIsCounted(RepetitionInfo repetition) {
        var random = new Random(SEED - repetition.getCurrentRepetition());
        int whole = 10 + random.nextInt(990);
        int part = 1 + random.nextInt(whole);
        var noun = pick(
                List.of("hộ", "dự án", "đảng viên", "doanh nghiệp", "trường học", "công trình", "hồ sơ", "vụ"), random);
        var number = part < 10 && random.nextBoolean() ? "0" + part : Integer.toString(part);
        boolean fraction = random.nextBoolean();
        var text = pick(List.of("Toàn huyện có ", "Đến nay có ", "Đã rà soát ", "Có "), random) + number
                + (fraction ? "/" + whole : "") + " " + noun
                + pick(List.of(" được kiểm tra", " hoàn thành hồ sơ", ""), random) + ".";

        var seen = only(spelled(text, random));

        assertThat(seen.normalizedValue()).as(text).isEqualByComparingTo(BigDecimal.valueOf(part));
        assertThat(seen.unit()).as(text).isEqualTo("count");
        if (fraction) {
            assertThat(seen.whole()).as(text).isEqualByComparingTo(BigDecimal.valueOf(whole));
        } else {
            assertThat(seen.whole()).as(text).isNull();
        }
    }

    @RepeatedTest(200)
    void addsUpCompoundMoney(RepetitionInfo repetition) {
        var random = new Random(SEED * 3L + repetition.getCurrentRepetition());
        long billions = 1L + random.nextInt(4999);
        long millions = 1L + random.nextInt(999);
        long thousands = 1L + random.nextInt(999);
        boolean three = random.nextBoolean();
        var text = "Tổng chi ngân sách " + written(BigDecimal.valueOf(billions)) + " tỷ " + millions + " triệu"
                + (three ? " " + thousands + " nghìn" : "") + " đồng.";

        var seen = only(text);

        long expected = billions * 1_000_000_000 + millions * 1_000_000 + (three ? thousands * 1_000 : 0);
        assertThat(seen.normalizedValue()).as(text).isEqualByComparingTo(BigDecimal.valueOf(expected));
        assertThat(seen.value()).as(text).isEqualByComparingTo(BigDecimal.valueOf(expected, 9));
    }

    private static Observation only(String text) {
        var figures = Figures.read(Segmenter.sentences(text), CONTEXT).figures();
        assertThat(figures).as(text).hasSize(1);
        return figures.get(0).observation();
    }

    /** Another tone placement, no-break spaces, decomposed letters that are composed again. */
    private static String spelled(String text, Random random) {
        var spelled = text;
        if (random.nextBoolean()) {
            spelled = spelled.replace("hoá", "hóa").replace("thuỷ", "thủy");
        }
        if (random.nextBoolean()) {
            spelled = spelled.replace(' ', '\u00a0');
        }
        if (random.nextBoolean()) {
            spelled = Canonical.of(Normalizer.normalize(spelled, Normalizer.Form.NFD))
                    .text();
        }
        return spelled;
    }

    private static String written(BigDecimal number) {
        var format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        return format.format(number);
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
