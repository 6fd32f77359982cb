package bienban.directive;

import bienban.shared.Label;
import bienban.shared.Term;

/** What the counts of a summary are grouped by; each tells how a directive {@code p} gives its groups. */
public enum SummaryBy implements Term {
    place(
            "Địa phương",
            "Place",
            "select p.place_code as key, p.place_code as shown, (select u.name from place u where u.code = p.place_code) as name"),
    addressee(
            "Cơ quan chủ trì thực hiện",
            "Addressee",
            "select coalesce(cast(a.organization_id as text), name_key(a.name)) as key,"
                    + " min(coalesce(cast(a.organization_id as text), a.name) collate \"C\") as shown, min(coalesce(o.name, a.name) collate \"C\") as name"
                    + " from directive_addressee a left join organization o on o.id = a.organization_id"
                    + " where a.directive_id = p.id and a.role = 'lead' group by 1"),
    month(
            "Tháng đến hạn",
            "Month of the deadline",
            "select m.month as key, m.month as shown, m.month as name from (select to_char(p.due_last, 'YYYY-MM') as month) m");

    private final Label label;
    private final String groups;

    SummaryBy(String vi, String en, String groups) {
        this.label = new Label(vi, en);
        this.groups = groups;
    }

    String groupsSql() {
        return groups;
    }

    @Override
    public Label label() {
        return label;
    }
}
