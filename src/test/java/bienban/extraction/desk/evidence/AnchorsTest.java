package bienban.extraction.desk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnchorsTest {
    @Test
    void findsWordsWhereTheyStoodOrWhereTheyStandOnce() {
        var anchors = new Anchors("một hai một", "😀 một hai một ba");
        assertThat(anchors.find("một", 10)).isEqualTo(10);
        assertThat(anchors.find("hai", 4)).isEqualTo(6);
        assertThat(anchors.find("bốn", 0)).isEqualTo(-1);
        assertThat(anchors.find("hai", 999)).isEqualTo(6);
    }

    @Test
    void takesTheSameOfSeveralWhenThereAreAsManyAsBefore() {
        var anchors = new Anchors("một hai một", "😀 một hai một ba");
        assertThat(anchors.find("một", 0)).isEqualTo(2);
        assertThat(anchors.find("một", 8)).isEqualTo(10);
        assertThat(new Anchors("một hai", "😀 một hai một ba").find("một", 0)).isEqualTo(-1);
        assertThat(new Anchors("", "một một").find("một", 1)).isEqualTo(-1);
    }

    @Test
    void cutsContextBetweenWords() {
        var words = "một hai ".repeat(20);
        assertThat(Passages.tail("x" + words)).startsWith("một ").hasSizeLessThanOrEqualTo(Passages.AROUND);
        assertThat(Passages.head("x" + words)).endsWith(" hai").hasSizeLessThanOrEqualTo(Passages.AROUND);
        assertThat(Passages.head("ngắn")).isEqualTo("ngắn");
        assertThat(Passages.tail("x".repeat(200))).hasSize(Passages.AROUND);
    }
}
