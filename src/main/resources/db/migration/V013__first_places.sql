-- The places that the sample meetings need, with the codes of the General Statistics Office. Codes and names of the units as they were before 2025-07-01
-- were checked against the npm package vietnam-provinces-js 2.0.0 (MIT). A day that is not known for sure is left out.
-- From 2025-07-01 there is no district level, and new communes took over codes of old ones; a unit that begins under a code already in use gets
-- that code, '@' and its first day.

insert into place (code, name, level, parent_code, valid_from, valid_to) values
    ('VN', 'Việt Nam', 'country', null, null, null),
    ('22', 'Tỉnh Quảng Ninh', 'province', 'VN', null, null),
    ('30', 'Tỉnh Hải Dương', 'province', 'VN', null, '2025-07-01'),
    ('31', 'Thành phố Hải Phòng', 'province', 'VN', null, null),
    ('33', 'Tỉnh Hưng Yên', 'province', 'VN', null, null),
    ('34', 'Tỉnh Thái Bình', 'province', 'VN', null, '2025-07-01'),
    ('42', 'Tỉnh Hà Tĩnh', 'province', 'VN', null, null),
    ('46', 'Tỉnh Thừa Thiên Huế', 'province', 'VN', null, '2025-01-01'),
    ('46@2025-01-01', 'Thành phố Huế', 'province', 'VN', '2025-01-01', null);

-- Merged on 2025-07-01; Huế became a municipality on 2025-01-01 (Resolution 175/2024/QH15).
insert into place_succession (predecessor_code, successor_code, effective_on) values
    ('30', '31', '2025-07-01'),
    ('34', '33', '2025-07-01'),
    ('46', '46@2025-01-01', '2025-01-01');

-- Hạ Long: Decree 102-CP of 1993. Kinh Môn: Resolution 768/NQ-UBTVQH14. Mỹ Hào: Resolution 656/NQ-UBTVQH14.
-- Hồng Lĩnh: Decision 67-HĐBT of 1992. Hương Trà: Resolution 99/NQ-CP of 2011, in force on the day it was signed.
insert into place (code, name, level, parent_code, valid_from, valid_to) values
    ('193', 'Thành phố Hạ Long', 'district', '22', '1993-12-27', '2025-07-01'),
    ('292', 'Thị xã Kinh Môn', 'district', '30', '2019-11-01', '2025-07-01'),
    ('328', 'Thị xã Mỹ Hào', 'district', '33', '2019-05-01', '2025-07-01'),
    ('437', 'Thị xã Hồng Lĩnh', 'district', '42', '1992-03-02', '2025-07-01'),
    ('480', 'Thị xã Hương Trà', 'district', '46', '2011-11-15', '2025-07-01');

-- The communes and wards that the meetings name. All of them went into new communes on 2025-07-01.
insert into place (code, name, level, parent_code, valid_from, valid_to) values
    ('07033', 'Xã Kỳ Thượng', 'commune', '193', null, '2025-07-01'),
    ('07039', 'Xã Tân Dân', 'commune', '193', null, '2025-07-01'),
    ('07045', 'Xã Hòa Bình', 'commune', '193', null, '2025-07-01'),
    ('07048', 'Xã Vũ Oai', 'commune', '193', null, '2025-07-01'),
    ('07051', 'Xã Dân Chủ', 'commune', '193', null, '2025-07-01'),
    ('07054', 'Xã Quảng La', 'commune', '193', null, '2025-07-01'),
    ('07057', 'Xã Bằng Cả', 'commune', '193', null, '2025-07-01'),
    ('12115', 'Xã Hòa Phong', 'commune', '328', null, '2025-07-01'),
    ('12133', 'Xã Xuân Dục', 'commune', '328', null, '2025-07-01'),
    ('12139', 'Xã Hưng Long', 'commune', '328', null, '2025-07-01'),
    ('18124', 'Phường Đức Thuận', 'commune', '437', null, '2025-07-01'),
    ('18127', 'Phường Đậu Liêu', 'commune', '437', null, '2025-07-01'),
    ('20017', 'Phường Hương Xuân', 'commune', '480', '2011-11-15', '2025-07-01');
