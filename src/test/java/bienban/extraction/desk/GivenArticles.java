package bienban.extraction.desk;

import bienban.Given;
import bienban.shared.StrictJson;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports of towns of their own: each test has one that no other test knows. */
@ApplicationScoped
class GivenArticles {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Given given;

    GivenArticles(Given given) {
        this.given = given;
    }

    /** A town that is recorded under its name: "Thị xã Lạc Bac". */
    record Town(String code, String name) {

        /** A report of a conference, with an emoji before most of its facts. */
        String report(String... more) {
            return """
                    HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ THỊ XÃ LẦN THỨ 12 (MỞ RỘNG)

                    Sáng ngày 15/7/2024, Ban Chấp hành Đảng bộ %1$s tổ chức Hội nghị lần thứ 12 (mở rộng), đánh giá kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2024 😀.
                    Chủ trì Hội nghị: đồng chí Đặng Quốc Trung, Bí thư Thị ủy, Chủ tịch HĐND thị xã; đồng chí Lương Thị Hiền, Phó Bí thư Thường trực Thị ủy.

                    6 tháng đầu năm 2024, tổng giá trị sản xuất ước đạt 4.120 tỷ đồng, đạt 49,5%% kế hoạch, tăng 8,2%% so với cùng kỳ. Thu ngân sách nhà nước đạt 312 tỷ đồng, bằng 55%% dự toán.
                    %2$s
                    Kết luận Hội nghị, đồng chí Đặng Quốc Trung yêu cầu các phường, xã đẩy nhanh tiến độ giải phóng mặt bằng; hoàn thành trước ngày 30/9/2024.
                    Các cơ quan, đơn vị thực hiện nghiêm Chỉ thị số 12-CT/TU ngày 05/3/2024 của Ban Thường vụ Tỉnh ủy.""".formatted("thị" + name.substring(3), String.join("\n", more));
        }
    }

    Town town() {
        return town(given.place());
    }

    Town town(String province) {
        int number = NUMBER.incrementAndGet();
        var name = "Thị xã Lạc " + (char) ('A' + number / 26) + (char) ('a' + number % 26) + "c";
        var code = "D" + number;
        insert(code, name, "district", province);
        return new Town(code, name);
    }

    void insert(String code, String name, String level, String parent) {
        given.sql("insert into place (code, name, level, parent_code) values ('%s', '%s', '%s', '%s')"
                .formatted(code, name, level, parent));
    }

    ValidatableResponse post(String text, String... more) {
        return given.editor().body(body(text, more)).post("/v1/articles").then();
    }

    static String body(String text, String... more) {
        var body = StrictJson.READER.createObjectNode().put("text", text);
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i], more[i + 1]);
        }
        return body.toString();
    }
}
