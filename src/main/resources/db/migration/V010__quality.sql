-- The checks on figures. A flag is a hint for the reader; the figure stays as it was written.

-- One in the last digit that was written, which rounding may have changed by half.
create function last_digit(value numeric, unit_multiplier integer) returns numeric language sql immutable strict parallel safe as $$
    select power(10::numeric, unit_multiplier - scale(value))
$$;
create function normalized_range_to(o observation) returns numeric language sql immutable parallel safe as $$
    select coalesce(o.range_to * power(10::numeric, o.unit_multiplier), o.normalized_value)
$$;

-- Only published figures are compared with, so that a flag never tells of a draft; parts and plans also within one draft.
create function observation_flags_now(o observation) returns text[] language sql stable parallel safe as $$
    select o.stated_flags
        -- Parts that do not sum to their whole. An excess is told from the parts that are stated; a shortage only where all are:
        -- more than one, each with a number that can be added, and none lacking that the catalogue knows of.
        || case when (
            select s.low - o.normalized_value > s.slack and o.comparator in ('exact', 'under', 'at_most') and o.range_to is null
                or o.normalized_value - s.low > s.slack and o.comparator in ('exact', 'over', 'at_least') and s.count > 1 and s.exact and not exists (
                    select 1 from indicator i where i.parent_code = o.indicator_code
                    and not exists (select 1 from observation c where c.parent_id = o.id and c.indicator_code = i.code))
            from (
                select count(*) as count, bool_and(u.adds and c.comparator = 'exact' and c.range_to is null) as exact,
                    sum(c.normalized_value * u.factor) filter (where u.adds and c.comparator in ('exact', 'over', 'at_least')) as low,
                    0.5 * (last_digit(o.value, o.unit_multiplier) + sum(last_digit(c.value, c.unit_multiplier) * u.factor) filter (where u.adds)) as slack
                from observation c, lateral (select unit_factor(c.unit, o.unit) as factor) f, lateral (
                    select f.factor, f.factor is not null and c.normalized_value is not null and c.kind = o.kind
                        and coalesce((c.period_from, c.period_to) = (o.period_from, o.period_to), true) as adds) u
                where c.parent_id = o.id and c.status in ('published', o.status)) s) then array['sum_mismatch'] else '{}' end
        || case when o.whole > 0 and o.comparator = 'exact' and abs(o.value * 100 / o.whole - o.share) > power(10::numeric, -scale(o.share))
            then array['ratio_mismatch'] else '{}' end
        -- There may be several plans, the province's and the town's own: one that agrees is enough.
        || case when o.kind = 'actual' and o.comparator = 'exact' and (
            select not bool_or(abs(o.normalized_value * 100 / (p.normalized_value * f.factor) - o.plan_share) <= power(10::numeric, -scale(o.plan_share)) + abs(o.plan_share) * 0.005)
            from observation p, lateral (select unit_factor(p.unit, o.unit) as factor) f
            where p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.kind in ('plan', 'target')
            and (p.status = 'published' or p.meeting_id = o.meeting_id) and f.factor is not null and p.normalized_value > 0
            and extract(year from p.period_from) = extract(year from o.period_from) and extract(year from p.period_to) = extract(year from o.period_to)
            and p.period_to - p.period_from > 360 and p.period_sort between o.period_from and o.period_from + 366) then array['plan_mismatch'] else '{}' end
        -- The same figure of another meeting or another source. An estimate and the final figure may differ.
        || case when o.comparator = 'exact' and exists (
            select 1 from observation p, lateral (select unit_factor(p.unit, o.unit) as factor) f
            where p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.period_sort = o.period_sort and p.period_from = o.period_from
            and p.kind = o.kind and p.id <> o.id and p.status = 'published' and p.comparator = 'exact' and p.estimated = o.estimated
            and (p.meeting_id, p.source_title, p.source_url) is distinct from (o.meeting_id, o.source_title, o.source_url) and (p.meeting_id is distinct from o.meeting_id or o.meeting_id is null)
            and greatest(o.normalized_value, p.normalized_value * f.factor) - least(normalized_range_to(o), normalized_range_to(p) * f.factor)
                > 0.5 * greatest(last_digit(o.value, o.unit_multiplier), last_digit(p.value, p.unit_multiplier) * f.factor)
            and f.factor is not null and p.value is not null and o.value is not null) then array['contradicted'] else '{}' end
        -- Ten times more or less than is usual in the place's other periods of that length, ten years back and forth.
        || case when o.normalized_value > 0 and (
            select h.periods >= 4 and h.median > 0 and (o.normalized_value > 10 * h.median or o.normalized_value * 10 < h.median)
            from (
                select count(distinct p.period_sort) as periods, percentile_disc(0.5) within group (order by p.normalized_value * f.factor) as median
                from observation p, lateral (select unit_factor(p.unit, o.unit) as factor) f
                where p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.kind = o.kind and p.id <> o.id and p.status = 'published'
                and p.normalized_value is not null and f.factor is not null and p.period_sort <> o.period_sort
                and p.period_sort between o.period_sort - 3653 and o.period_sort + 3653
                and abs((p.period_to - p.period_from) - (o.period_to - o.period_from)) <= 3) h) then array['outlier'] else '{}' end
$$;

-- Two who at the same time write figures that concern each other take turns, and the later one also checks what the earlier one left.
-- The locks are few, however many figures one transaction writes, and taken in one order.
create procedure observation_check(ids uuid[]) language plpgsql as $$
declare
    turn integer;
begin
    for turn in
        select distinct hashtext(o.indicator_code || '@' || o.place_code) & 63 from observation o where o.id = any (ids) and o.indicator_code is not null order by 1
    loop
        perform pg_advisory_xact_lock(hashtext('observation_check'), turn);
    end loop;
    update observation o set flags = n.flags
    from (
        select c.id, observation_flags_now(c) as flags from observation c
        where c.id in (
            select unnest(ids)
            union select p.id from observation t join observation p on p.indicator_code = t.indicator_code and p.place_code = t.place_code where t.id = any (ids))) n
    where o.id = n.id and o.flags is distinct from n.flags;
end $$;

-- A changed figure concerns its whole and every other figure of the same indicator and place.
create function observation_touch() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        insert into record_dirty (id)
            with changed as (
                select array[n.parent_id, o.parent_id] as parents, n.indicator_code, n.place_code, o.indicator_code as old_indicator, o.place_code as old_place
                from new_rows n join old_rows o on o.id = n.id
                where (n.value, n.range_to, n.unit, n.unit_multiplier, n.indicator_code, n.place_code, n.period, n.kind, n.parent_id, n.comparator, n.estimated, n.status,
                        n.source_title, n.source_url)
                    is distinct from (o.value, o.range_to, o.unit, o.unit_multiplier, o.indicator_code, o.place_code, o.period, o.kind, o.parent_id, o.comparator, o.estimated, o.status,
                        o.source_title, o.source_url)),
            concerned as (select indicator_code, place_code from changed union select old_indicator, old_place from changed)
            select id from new_rows
            union select parent from changed, unnest(parents) as parent where parent is not null
            union select p.id from concerned c join observation p on p.indicator_code = c.indicator_code and p.place_code = c.place_code
        on conflict do nothing;
    elsif tg_op = 'INSERT' then
        insert into record_dirty (id)
            select id from new_rows
            union select parent_id from new_rows where parent_id is not null
            union select p.id from (select distinct indicator_code, place_code from new_rows) n join observation p on p.indicator_code = n.indicator_code and p.place_code = n.place_code
        on conflict do nothing;
    else
        insert into record_dirty (id)
            select id from old_rows
            union select parent_id from old_rows where parent_id is not null
            union select p.id from (select distinct indicator_code, place_code from old_rows) n join observation p on p.indicator_code = n.indicator_code and p.place_code = n.place_code
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger touch_insert after insert on observation referencing new table as new_rows for each statement execute function observation_touch();
create trigger touch_update after update on observation referencing old table as old_rows new table as new_rows for each statement execute function observation_touch();
create trigger touch_delete after delete on observation referencing old table as old_rows for each statement execute function observation_touch();

-- Which parts a whole must have is the catalogue's say.
create function indicator_touches_wholes() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select o.id from observation o
        where o.indicator_code in (new.parent_code, old.parent_code) and exists (select 1 from observation c where c.parent_id = o.id)
    on conflict do nothing;
    return null;
end $$;
create trigger indicator_concerns_wholes after insert or update of parent_code or delete on indicator for each row execute function indicator_touches_wholes();
