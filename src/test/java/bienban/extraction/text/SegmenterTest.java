package bienban.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sáng nay họp. Chiều nay nghỉ.|2",
                "Lãnh đạo TP. Vĩnh Long dự họp.|1",
                "Đ/c Tr. Văn A và ThS. Lê Thị B dự.|1",
                "Thu đạt 1.250 tỷ đồng. Chi đạt 900 tỷ.|2",
                "(đã xong 20 nhà).Giáo dục được quan tâm.|2",
                "1. Tập trung thu ngân sách. Đẩy nhanh tiến độ.|2",
                "Các lĩnh vực nông, lâm... đều tăng.|1",
                "Còn khó khăn về vốn, đất... Huyện sẽ tháo gỡ.|2",
                "Quyết tâm hoàn thành./.|1",
                "Đạt 57.4 % kế hoạch.|1",
                "Có làm được không? Được!|2",
                "Ông nói: “Phải làm ngay.” Mọi người đồng ý.|2",
                "Ngày 5.3.2021 xã họp.|1",
                "Báo cáo nêu v.v. và nhiều việc khác.|1",
                "Ông Kế-PBT.HU, CT.UBND huyện chủ trì.|1",
                "Dự có lãnh đạo HĐND.Các xã cùng dự.|2"
            })
    void endsSentencesWhereTheyEnd(String text, int count) {
        assertThat(Segmenter.sentences(text)).hasSize(count);
    }
}
