-- The checks on figures. A flag is a hint for the reader; the figure stays as it was written.
-- Only published figures are compared with, so that a flag never tells of a draft.
create function observation_flags_now(o observation) returns text[] language sql stable parallel safe as $$
    select o.stated_flags
        -- Parts that do not sum to their whole. Where the catalogue knows of further parts the list is taken as incomplete, and only an excess is flagged.
        || case when (
            select count(*) >= 1 and case
                    when count(*) = 1 or exists (
                        select 1 from indicator i where i.parent_code = o.indicator_code
                        and not exists (select 1 from observation c where c.parent_id = o.id and c.indicator_code = i.code))
                    then sum(c.normalized_value) - o.normalized_value > tolerance
                    else abs(sum(c.normalized_value) - o.normalized_value) > tolerance
                end
            from observation c, lateral (select (1 + (select count(*) from observation n where n.parent_id = o.id))
                * 0.5 * power(10::numeric, o.unit_multiplier - scale(o.value)) as tolerance) t
            where c.parent_id = o.id and c.normalized_value is not null and c.unit is not distinct from o.unit and c.kind = o.kind
            group by tolerance) then array['sum_mismatch'] else '{}' end
        || case when o.whole > 0 and abs(o.value * 100 / o.whole - o.share) > power(10::numeric, -scale(o.share)) then array['ratio_mismatch'] else '{}' end
        || case when o.plan_share is not null and exists (
            select 1 from observation p
            where p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.kind in ('plan', 'target') and p.id <> o.id
            and (p.status = 'published' or p.meeting_id = o.meeting_id) and p.unit is not distinct from o.unit and p.normalized_value > 0
            and extract(year from p.period_from) = extract(year from o.period_from) and extract(year from p.period_to) = extract(year from o.period_to)
            and p.period_to - p.period_from > 360
            and abs(o.normalized_value * 100 / p.normalized_value - o.plan_share) > power(10::numeric, -scale(o.plan_share)) + o.plan_share * 0.005) then array['plan_mismatch'] else '{}' end
        || case when o.comparator = 'exact' and exists (
            select 1 from observation p
            where p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.period = o.period and p.kind = o.kind and p.id <> o.id
            and p.meeting_id is distinct from o.meeting_id and p.status = 'published' and p.comparator = 'exact' and p.estimated = o.estimated
            and p.unit is not distinct from o.unit
            and abs(p.normalized_value - o.normalized_value) > 0.5 * greatest(power(10::numeric, o.unit_multiplier - scale(o.value)), power(10::numeric, p.unit_multiplier - scale(p.value)))
            ) then array['contradicted'] else '{}' end
        || case when o.normalized_value > 0 and (
            select count(*) >= 4 and (o.normalized_value > 10 * percentile_cont(0.5) within group (order by p.normalized_value)
                or o.normalized_value * 10 < percentile_cont(0.5) within group (order by p.normalized_value))
            from observation p
            where p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.kind = o.kind and p.id <> o.id and p.status = 'published'
            and p.unit is not distinct from o.unit and abs((p.period_to - p.period_from) - (o.period_to - o.period_from)) <= 3) then array['outlier'] else '{}' end
$$;

create procedure observation_check(ids uuid[]) language sql as $$
    update observation o set flags = n.flags
    from (select c.id, observation_flags_now(c) as flags from observation c where c.id = any (ids)) n
    where o.id = n.id and o.flags is distinct from n.flags
$$;

-- A changed figure concerns its whole and every other figure of the same indicator and place.
create function observation_touch() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        insert into record_dirty (id) select id from new_rows on conflict do nothing;
        insert into record_dirty (id)
        select p.id from new_rows n join old_rows o on o.id = n.id
            join observation p on p.id in (n.parent_id, o.parent_id) or (p.indicator_code, p.place_code) in ((n.indicator_code, n.place_code), (o.indicator_code, o.place_code))
        where (n.value, n.unit, n.unit_multiplier, n.indicator_code, n.place_code, n.period, n.kind, n.parent_id, n.comparator, n.estimated, n.status)
            is distinct from (o.value, o.unit, o.unit_multiplier, o.indicator_code, o.place_code, o.period, o.kind, o.parent_id, o.comparator, o.estimated, o.status)
        on conflict do nothing;
    elsif tg_op = 'INSERT' then
        insert into record_dirty (id) select id from new_rows
            union select parent_id from new_rows where parent_id is not null
            union select p.id from observation p where (p.indicator_code, p.place_code) in (select indicator_code, place_code from new_rows)
        on conflict do nothing;
    else
        insert into record_dirty (id) select id from old_rows
            union select parent_id from old_rows where parent_id is not null
            union select p.id from observation p where (p.indicator_code, p.place_code) in (select indicator_code, place_code from old_rows)
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger touch_insert after insert on observation referencing new table as new_rows for each statement execute function observation_touch();
create trigger touch_update after update on observation referencing old table as old_rows new table as new_rows for each statement execute function observation_touch();
create trigger touch_delete after delete on observation referencing old table as old_rows for each statement execute function observation_touch();
