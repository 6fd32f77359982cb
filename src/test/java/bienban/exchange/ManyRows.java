package bienban.exchange;

import bienban.record.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same observations as a file to import and as rows to copy: of 200 communes, in series of 25 years that grow as such figures do. */
final class ManyRows {
    static final String COLUMNS =
            "id, indicator_code, label, place_code, value, unit, unit_multiplier, unit_label, period, plan_share,"
                    + " year_on_year, raw, source_title";

    private static final String[] INDICATORS = {"production_value", "budget_revenue"};

    private ManyRows() {}

    static void write(Path file, Path table, String place, int rows) throws IOException {
        try (var json = Files.newBufferedWriter(file);
                var text = Files.newBufferedWriter(table)) {
            var source = "Niên giám thống kê " + Ids.next();
            for (int i = 0; i < rows; i++) {
                var commune = place + "-" + (1 + i % 200);
                var year = 2000 + i / 200 % 25;
                var value = (10_000 + i % 200 * 70 + (year - 2000) * 500 + i * 7919L % 1000) / 10.0;
                var raw = "Tổng giá trị sản xuất ước đạt " + i + " tỷ đồng, bằng 51,7% kế hoạch.";
                var label = "Tổng giá trị sản xuất " + i % 97;
                var indicator = INDICATORS[i / 5000 % 2];
                json.write("""
                        {"place": {"code": "%s"}, "indicator": "%s", "label": "%s", "value": %s, "unit": "VND", "unitMultiplier": 9, "unitLabel": "tỷ đồng", \
                        "period": "%d-01/%d-06", "planShare": 51.7, "yearOnYear": 15.9, "raw": "%s", "source": {"title": "%s"}}
                        """.formatted(commune, indicator, label, value, year, year, raw, source));
                text.write(String.join(
                        "\t",
                        Ids.next().toString(),
                        indicator,
                        label,
                        commune,
                        String.valueOf(value),
                        "VND",
                        "9",
                        "tỷ đồng",
                        year + "-01/" + year + "-06",
                        "51.7",
                        "15.9",
                        raw,
                        source));
                text.write('\n');
            }
        }
    }
}
