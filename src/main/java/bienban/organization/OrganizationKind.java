package bienban.organization;

import bienban.shared.Label;
import bienban.shared.Term;

/** What kind of body an organization is. */
public enum OrganizationKind implements Term {
    party_committee("Cấp ủy (Ban Chấp hành Đảng bộ, Đảng ủy, Thị ủy, Huyện ủy, Thành ủy, Tỉnh ủy)", "Party committee"),
    standing_committee("Ban Thường vụ", "Standing Committee"),
    standing_body("Thường trực", "Standing Body"),
    party_agency("Cơ quan tham mưu của Đảng", "Party agency"),
    peoples_council("Hội đồng nhân dân", "People's Council"),
    peoples_committee("Ủy ban nhân dân", "People's Committee"),
    fatherland_front("Mặt trận Tổ quốc", "Fatherland Front"),
    mass_organization("Tổ chức chính trị - xã hội", "Mass organization"),
    state_agency("Cơ quan nhà nước", "State agency"),
    armed_forces("Quân đội, công an", "Armed forces and police"),
    judiciary("Tòa án, viện kiểm sát, thi hành án", "Judiciary"),
    enterprise("Doanh nghiệp, hợp tác xã", "Enterprise"),
    school("Trường học", "School"),
    community("Cộng đồng dân cư", "Community"),
    other("Khác", "Other");

    private final Label label;

    OrganizationKind(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
