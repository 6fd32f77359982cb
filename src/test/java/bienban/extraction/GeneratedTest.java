package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.Draft.Role;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Properties over drawn days, names, orders, spellings and Unicode forms; the seed is the repetition. */
class GeneratedTest {
    private static final List<String> FAMILIES =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Lò", "Nông", "Giàng", "Thạch");
    private static final List<String> MIDDLES = List.of("Văn", "Thị", "Đức", "Xuân", "Minh", "Quốc", "Thị Thu", "Ngọc");
    private static final List<String> GIVEN =
            List.of("Hòa", "Thủy", "Khánh", "Tuấn", "Lan", "Dũng", "Hạnh", "Sơn", "Phượng", "Quyết");
    private static final List<String> POSTS = List.of(
            "Bí thư Huyện ủy",
            "Chủ tịch UBND huyện",
            "Phó Bí thư Thường trực Huyện ủy",
            "Chủ tịch HĐND huyện",
            "Trưởng Ban Dân vận Huyện ủy",
            "Ủy viên Ban Thường vụ Tỉnh ủy",
            "Trưởng phòng Tư pháp");
    private static final List<String> DATES = List.of(
            "%1$d/%2$d/%3$d", "%1$02d/%2$02d/%3$d", "%1$d-%2$d-%3$d", "%1$d.%2$d.%3$d", "%1$d tháng %2$d năm %3$d");
    private static final List<String> DASHES = List.of(" - ", " – ", ", ", "- ", " — ");

    private final Extractor extractor = new Extractor();

    private static <T> T draw(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private record Drawn(String text, LocalDate day, String name, List<String> posts) {}

    private static Drawn drawn(Random random) {
        var day = LocalDate.of(2015 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var date = draw(random, DATES).formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        var name = draw(random, FAMILIES) + " " + draw(random, MIDDLES) + " " + draw(random, GIVEN);
        var posts = List.of(POSTS.get(random.nextInt(3)), POSTS.get(3 + random.nextInt(4)));
        var separator = draw(random, DASHES);
        var person = "đồng chí " + name + separator + posts.get(0) + separator + posts.get(1);
        var lead = draw(random, List.of("Ngày ", "Sáng ", "Chiều ngày ", "Sáng ngày "));
        var text = lead + date + ", Ban Thường vụ Huyện ủy Tân Châu tổ chức hội nghị giao ban quý. Chủ trì hội nghị có "
                + person + ".";
        return new Drawn(text, day, name, posts);
    }

    @RepeatedTest(300)
    void readsDayNameAndPostsInWhateverFormTheyAreWritten(RepetitionInfo repetition) {
        var drawn = drawn(new Random(repetition.getCurrentRepetition()));
        var draft = extractor.extract(ArticleInput.ofText(drawn.text())).draft();
        assertThat(draft.heldOn()).as(drawn.text()).isEqualTo(drawn.day().toString());
        assertThat(draft.participations()).as(drawn.text()).hasSize(1);
        var chair = draft.participations().get(0);
        assertThat(chair.speaker().name()).as(drawn.text()).isEqualTo(drawn.name());
        assertThat(chair.posts()).as(drawn.text()).isEqualTo(drawn.posts());
        assertThat(chair.roles()).as(drawn.text()).containsExactly(Role.chair);
    }

    @RepeatedTest(100)
    void readsTheSameFromEveryUnicodeForm(RepetitionInfo repetition) {
        var drawn = drawn(new Random(1000L + repetition.getCurrentRepetition()));
        var expected = extractor.extract(ArticleInput.ofText(drawn.text())).draft();
        var spoilt = Normalizer.normalize(drawn.text(), Normalizer.Form.NFD)
                .replace(" ", repetition.getCurrentRepetition() % 2 == 0 ? "\u00a0" : " ")
                .replace("Đ", "\u00d0");
        assertThat(extractor.extract(ArticleInput.ofText(spoilt)).draft().heldOn())
                .isEqualTo(expected.heldOn());
        assertThat(extractor.extract(ArticleInput.ofText(spoilt)).draft().participations())
                .isEqualTo(expected.participations());
    }

    @RepeatedTest(60)
    void findsNobodyInAListOfPlaces(RepetitionInfo repetition) {
        var random = new Random(2000L + repetition.getCurrentRepetition());
        var places = draw(random, FAMILIES) + " " + draw(random, GIVEN) + ", " + draw(random, FAMILIES) + " "
                + draw(random, GIVEN);
        var level = draw(random, List.of("Các xã ", "Các phường ", "Các thôn ", "Hai xã "));
        var text = level + places + " đã hoàn thành chỉ tiêu thu ngân sách " + random.nextInt(90) + "% dự toán.";
        assertThat(extractor.extract(ArticleInput.ofText(text)).draft().participations())
                .as(text)
                .isEmpty();
    }

    @RepeatedTest(60)
    void refusesSpoiltCopies(RepetitionInfo repetition) {
        var random = new Random(3000L + repetition.getCurrentRepetition());
        var spoilt = new StringBuilder();
        for (var word : (drawn(random).text() + " " + drawn(random).text()).split(" ", -1)) {
            boolean spoil = word.length() > 2 && random.nextInt(3) == 0 && word.equals(word.toLowerCase(Locale.ROOT));
            spoilt.append(spoil ? Normalizer.normalize(word + "\u0300\u0309\u0301", Normalizer.Form.NFC) : word)
                    .append(' ');
        }
        var extraction = extractor.extract(ArticleInput.ofText(spoilt.toString()));
        assertThat(extraction.warnings())
                .as(spoilt.toString())
                .extracting(Warning::code)
                .contains("corrupt_text");
        assertThat(extraction.draft().participations()).isEmpty();
    }
}
