package bienban.indicator;

import bienban.shared.Label;
import bienban.shared.Term;

/** What a check found about a figure. */
public enum Flag implements Term {
    malformed_number("Số viết sai, không đọc được", "A misprinted number"),
    sum_mismatch("Tổng các phần khác tổng số", "The parts do not sum to the whole"),
    ratio_mismatch("Tỷ lệ không khớp tử số và mẫu số", "The percent disagrees with the ratio"),
    plan_mismatch("Tỷ lệ thực hiện không khớp kế hoạch", "The plan share disagrees with value and plan"),
    contradicted("Hội nghị khác nêu số khác", "Another meeting states another figure"),
    outlier("Lệch xa các kỳ khác", "Far from the place's other periods");

    private final Label label;

    Flag(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
