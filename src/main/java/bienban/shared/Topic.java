package bienban.shared;

/** What a finding, a directive or an indicator is about. */
public enum Topic implements Term {
    economy("Kinh tế", "Economy"),
    industry("Công nghiệp", "Industry"),
    agriculture("Nông, lâm, thủy sản", "Agriculture, forestry and fishing"),
    trade("Thương mại, dịch vụ", "Trade and services"),
    tourism("Du lịch", "Tourism"),
    enterprise("Doanh nghiệp, hợp tác xã", "Enterprises and cooperatives"),
    budget("Thu, chi ngân sách", "Budget"),
    investment("Đầu tư", "Investment"),
    construction("Xây dựng", "Construction"),
    transport("Giao thông", "Transport"),
    urban("Đô thị", "Urban development"),
    rural("Nông thôn mới", "New rural development"),
    land("Đất đai", "Land"),
    site_clearance("Giải phóng mặt bằng", "Site clearance"),
    environment("Môi trường", "Environment"),
    disaster("Phòng chống thiên tai", "Disaster prevention"),
    education("Giáo dục", "Education"),
    health("Y tế", "Health"),
    culture("Văn hóa", "Culture"),
    sport("Thể thao", "Sport"),
    welfare("An sinh xã hội", "Social welfare"),
    poverty("Giảm nghèo", "Poverty reduction"),
    labor("Lao động, việc làm", "Labor"),
    population("Dân số", "Population"),
    science("Khoa học, công nghệ", "Science and technology"),
    digital("Chuyển đổi số", "Digital transformation"),
    administrative_reform("Cải cách hành chính", "Administrative reform"),
    party_building("Xây dựng Đảng", "Party building"),
    ideology("Chính trị, tư tưởng", "Political ideology"),
    inspection("Kiểm tra, giám sát", "Inspection and supervision"),
    personnel("Tổ chức, cán bộ", "Personnel"),
    mass_mobilization("Dân vận", "Mass mobilization"),
    front("Mặt trận, đoàn thể", "Fatherland Front and unions"),
    internal_affairs("Nội chính", "Internal affairs"),
    anti_corruption("Phòng chống tham nhũng", "Anti-corruption"),
    defense("Quốc phòng", "Defense"),
    security("An ninh, trật tự", "Security and order"),
    traffic_safety("An toàn giao thông", "Traffic safety"),
    petitions("Tiếp dân, khiếu nại, tố cáo", "Petitions and complaints"),
    leadership("Lãnh đạo, chỉ đạo", "Leadership");

    private final Label label;

    Topic(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
