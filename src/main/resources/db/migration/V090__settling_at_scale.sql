-- A hundred thousand figures at once, or the two-thousandth of one series, settle in a time that grows with their number and not with its square.
-- What is found and written stays the same; observation_flags_now() of V010 still says what every flag means, and tests hold the sets against it.

-- The same functions, so written that they are inlined into generated columns, checks and queries: strict ones with a CASE in them are not, and a call costs
-- twenty times what it does. Nothing becomes of null in either form.
create or replace function date_first(value text) returns date language sql immutable called on null input parallel safe as $$
    select make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1), coalesce(nullif(substr(value, 9, 2), '')::int, 1))
$$;
create or replace function date_last(value text) returns date language sql immutable called on null input parallel safe as $$
    select case length(value)
        when 4 then make_date(value::int, 12, 31)
        when 7 then (make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month - 1 day')::date
        else make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    end
$$;
create or replace function is_partial_date(value text) returns boolean language sql immutable called on null input parallel safe as $$
    select value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'
$$;
create or replace function period_first(value text) returns date language sql immutable called on null input parallel safe as $$
    select date_first(split_part(value, '/', 1))
$$;
create or replace function period_last(value text) returns date language sql immutable called on null input parallel safe as $$
    select date_last(split_part(value, '/', -1))
$$;
create or replace function is_period(value text) returns boolean language sql immutable called on null input parallel safe as $$
    select case
        when value ~ '^[^/]+/[^/]+$' then is_partial_date(split_part(value, '/', 1)) and is_partial_date(split_part(value, '/', 2))
            and period_first(value) <= period_last(value)
        else is_partial_date(value)
    end
$$;
-- These cannot be inlined, because what they use only claims to be stable; this language calls it at a fraction of the cost.
create or replace function instant_text(moment timestamptz) returns text language plpgsql immutable strict parallel safe as $$
begin
    return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
end $$;
create or replace function text_hash(value text) returns bytea language plpgsql immutable strict parallel safe as $$
begin
    return sha256(convert_to(value, 'UTF8'));
end $$;

-- The series (one indicator in one place) in which this transaction has changed a figure.
create unlogged table observation_unchecked (
    xact           xid8 not null default pg_current_xact_id(),
    indicator_code text not null,
    place_code     text not null,
    primary key (xact, indicator_code, place_code)
);

-- A changed figure concerns its whole and the other figures of its series. Those are looked at, and made again only where a flag of theirs changes.
create or replace function observation_touch() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        with changed as materialized (
            select n.parent_id, n.indicator_code, n.place_code, o.parent_id as old_parent, o.indicator_code as old_indicator, o.place_code as old_place
            from new_rows n join old_rows o on o.id = n.id
            where (n.value, n.range_to, n.unit, n.unit_multiplier, n.indicator_code, n.place_code, n.period, n.kind, n.parent_id, n.comparator, n.estimated, n.status,
                    n.meeting_id, n.plan_share, n.source_title, n.source_url)
                is distinct from (o.value, o.range_to, o.unit, o.unit_multiplier, o.indicator_code, o.place_code, o.period, o.kind, o.parent_id, o.comparator, o.estimated, o.status,
                    o.meeting_id, o.plan_share, o.source_title, o.source_url)),
        series as (
            insert into observation_unchecked (indicator_code, place_code)
            select indicator_code, place_code from changed where indicator_code is not null
            union select old_indicator, old_place from changed where old_indicator is not null
            on conflict do nothing)
        insert into record_dirty (id)
            select id from new_rows
            union select parent_id from changed where parent_id is not null
            union select old_parent from changed where old_parent is not null
        on conflict do nothing;
    elsif tg_op = 'INSERT' then
        insert into observation_unchecked (indicator_code, place_code) select distinct indicator_code, place_code from new_rows where indicator_code is not null on conflict do nothing;
        insert into record_dirty (id) select id from new_rows on conflict do nothing;
        insert into record_dirty (id) select distinct parent_id from new_rows where parent_id is not null on conflict do nothing;
    else
        insert into observation_unchecked (indicator_code, place_code) select distinct indicator_code, place_code from old_rows where indicator_code is not null on conflict do nothing;
        insert into record_dirty (id) select id from old_rows on conflict do nothing;
        insert into record_dirty (id) select distinct parent_id from old_rows where parent_id is not null on conflict do nothing;
    end if;
    return null;
end $$;

-- Which of some wholes do not agree with their parts: see observation_flags_now().
create function observation_sums(wholes uuid[]) returns setof uuid language sql stable rows 100 as $$
    select o.id from observation o, lateral (
            select count(*) as count, bool_and(u.adds and c.comparator = 'exact' and c.range_to is null) as exact,
                sum(c.normalized_value * u.factor) filter (where u.adds and c.comparator in ('exact', 'over', 'at_least')) as low,
                0.5 * (last_digit(o.value, o.unit_multiplier) + sum(last_digit(c.value, c.unit_multiplier) * u.factor) filter (where u.adds)) as slack
            from observation c, lateral (select unit_factor(c.unit, o.unit) as factor) f, lateral (
                select f.factor, f.factor is not null and c.normalized_value is not null and c.kind = o.kind
                    and coalesce((c.period_from, c.period_to) = (o.period_from, o.period_to), true) as adds) u
            where c.parent_id = o.id and c.status in ('published', o.status)) s
    where o.id in (select c.parent_id from observation c where c.parent_id = any (wholes)) and (
        s.low - o.normalized_value > s.slack and o.comparator in ('exact', 'under', 'at_most') and o.range_to is null
        or o.normalized_value - s.low > s.slack and o.comparator in ('exact', 'over', 'at_least') and s.count > 1 and s.exact and not exists (
            select 1 from indicator i where i.parent_code = o.indicator_code
            and not exists (select 1 from observation c where c.parent_id = o.id and c.indicator_code = i.code)))
$$;

-- The figures of some series, each with its amount in what its unit measures, so that amounts compare without asking for a factor. This is the one part of the question that goes
-- by index, figure after figure.
create function observation_series(indicators text[], places text[])
returns table (id uuid, indicator_code text, place_code text, kind text, published boolean, meeting_id uuid, source text, comparator text, estimated boolean, period_from date, period_to date,
    period_sort date, value numeric, normalized_value numeric, unit text, measure text, amount numeric, upper numeric, digit numeric, plan_share numeric, flags text[])
language plpgsql stable rows 50000 set enable_nestloop = on as $$
begin
    return query
    select o.id, o.indicator_code, o.place_code, o.kind, o.status = 'published', o.meeting_id,
        coalesce(o.meeting_id::text, coalesce(length(o.source_title)::text, '-') || ':' || coalesce(o.source_title, '') || coalesce('|' || o.source_url, '')),
        o.comparator, o.estimated, o.period_from, o.period_to, o.period_sort, o.value, o.normalized_value, o.unit,
        coalesce(unit_quantity(o.unit), '=' || o.unit, ''), o.normalized_value * b.base, normalized_range_to(o) * b.base, last_digit(o.value, o.unit_multiplier) * b.base, o.plan_share, o.flags
    from unnest(indicators, places) as s (indicator_code, place_code)
        join observation o on o.indicator_code = s.indicator_code and o.place_code = s.place_code,
        lateral (select case when unit_power(o.unit) = 0 then 1 else power(10::numeric, unit_power(o.unit)) end as base) b;
end $$;

-- Ten times more or less than is usual: see observation_flags_now().
create function observation_is_outlier(figure uuid) returns boolean language sql stable as $$
    select h.periods >= 4 and h.median > 0 and (o.normalized_value > 10 * h.median or o.normalized_value * 10 < h.median)
    from observation o, lateral (
        select count(distinct p.period_sort) as periods, percentile_disc(0.5) within group (order by p.normalized_value * f.factor) as median
        from (
            select b.* from observation b where b.indicator_code = o.indicator_code and b.place_code = o.place_code
                and b.period_sort >= o.period_sort - 3653 and b.period_sort < o.period_sort
            union all
            select a.* from observation a where a.indicator_code = o.indicator_code and a.place_code = o.place_code
                and a.period_sort > o.period_sort and a.period_sort <= o.period_sort + 3653) p, lateral (select unit_factor(p.unit, o.unit) as factor) f
        where p.kind = o.kind and p.status = 'published' and p.normalized_value is not null and f.factor is not null
        and abs((p.period_to - p.period_from) - (o.period_to - o.period_from)) <= 3) h
    where o.id = figure and o.normalized_value > 0
$$;

-- The flags of all figures of some series that follow from the others of the series, where they are not what is stored.
-- Joined by hash whatever the planner expects: a series may hold two figures or two thousand.
create function observation_series_flags(indicators text[], places text[]) returns table (id uuid, flags text[])
language plpgsql stable rows 1000 set enable_nestloop = off as $$
#variable_conflict use_column
begin
    return query
    with f as materialized (select * from observation_series(indicators, places)),
    plan as (
        select o.id
        from f o join f p on p.indicator_code = o.indicator_code and p.place_code = o.place_code and p.measure = o.measure
            and extract(year from p.period_from) = extract(year from o.period_from) and extract(year from p.period_to) = extract(year from o.period_to)
        where o.kind = 'actual' and o.comparator = 'exact' and o.plan_share is not null and o.normalized_value is not null
        and p.kind in ('plan', 'target') and (p.published or p.meeting_id = o.meeting_id) and p.normalized_value > 0
        and p.period_to - p.period_from > 360 and p.period_sort between o.period_from and o.period_from + 366
        group by o.id
        having not bool_or(abs(o.normalized_value * 100 / (p.normalized_value * unit_factor(p.unit, o.unit)) - o.plan_share)
            <= power(10::numeric, -scale(o.plan_share)) + abs(o.plan_share) * 0.005)),
    -- What each source says of one period at least and at most, by the digit it is exact to. Whoever is contradicted is so by one of the two
    -- highest or of the two lowest of a digit: one of the two is not his own.
    told as (
        select indicator_code, place_code, kind, estimated, period_from, period_sort, measure, digit, source, max(amount) as low, min(upper) as high
        from f where published and comparator = 'exact' and value is not null and period_from is not null
        group by indicator_code, place_code, kind, estimated, period_from, period_sort, measure, digit, source),
    disputed as (
        select indicator_code, place_code, kind, estimated, period_from, period_sort, measure from f
        where comparator = 'exact' and value is not null and period_from is not null
        group by indicator_code, place_code, kind, estimated, period_from, period_sort, measure having max(amount) > min(upper)),
    extreme as (
        select t.* from (
            select t.*, row_number() over (partition by indicator_code, place_code, kind, estimated, period_from, period_sort, measure, digit order by low desc) as from_top,
                row_number() over (partition by indicator_code, place_code, kind, estimated, period_from, period_sort, measure, digit order by high) as from_bottom
            from told t join disputed d using (indicator_code, place_code, kind, estimated, period_from, period_sort, measure)) t
        where from_top <= 2 or from_bottom <= 2),
    contradicted as (
        select distinct o.id from f o join extreme e using (indicator_code, place_code, kind, estimated, period_from, period_sort, measure)
        where o.comparator = 'exact' and o.value is not null and e.source <> o.source
        and greatest(e.low - o.upper, o.amount - e.high) > 0.5 * greatest(o.digit, e.digit)),
    -- Looked at closely are only figures that differ tenfold from half of those which they may be compared with at least.
    sized as (
        select f.*, case when amount > 0 then log(amount::float8) else '-Infinity' end as size, published and amount is not null as counts, period_to - period_from as days,
            period_sort - date '0001-01-01' as day
        from f where amount is not null and period_from is not null),
    spread as (
        select indicator_code, place_code, kind, measure from sized
        group by indicator_code, place_code, kind, measure having count(*) > 4 and max(size) - min(size) > 0.999),
    ranked as (
        select id, normalized_value,
            count(*) filter (where counts) over (partition by indicator_code, place_code, kind, measure order by size range between unbounded preceding and 0.999999 preceding) as smaller,
            count(*) filter (where counts) over (partition by indicator_code, place_code, kind, measure order by size range between 0.999999 following and unbounded following) as larger,
            count(*) filter (where counts) over (partition by indicator_code, place_code, kind, measure, days order by day range between 3653 preceding and 3653 following)
                - count(*) filter (where counts) over (partition by indicator_code, place_code, kind, measure, days, day) as others,
            count(*) filter (where counts) over (partition by indicator_code, place_code, kind, measure order by day range between 3653 preceding and 3653 following)
                - count(*) filter (where counts) over (partition by indicator_code, place_code, kind, measure, day) as near
        from sized join spread using (indicator_code, place_code, kind, measure)),
    outlier as (
        select id from ranked
        where normalized_value > 0 and near >= 4 and (smaller >= greatest(1, (others + 1) / 2) or larger >= others / 2 + 1) and observation_is_outlier(id))
    select f.id, n.flags
    from f left join plan p on p.id = f.id left join contradicted c on c.id = f.id left join outlier u on u.id = f.id, lateral (
        select array_remove(array_remove(array_remove(f.flags, 'plan_mismatch'), 'contradicted'), 'outlier')
            || case when p.id is not null then array['plan_mismatch'] else '{}' end
            || case when c.id is not null then array['contradicted'] else '{}' end
            || case when u.id is not null then array['outlier'] else '{}' end as flags) n
    where f.flags <> n.flags;
end $$;

drop procedure observation_check(uuid[]);
-- Checks what this transaction has touched. Two who at the same time write figures that concern each other take turns, and the later one also checks
-- what the earlier one left. The locks are few, however many figures one transaction writes, and taken in one order.
create procedure observation_check() language plpgsql as $$
declare
    touched uuid[];
    indicators text[];
    places text[];
    changed uuid[];
    flags_of text[];
    turn integer;
begin
    select array_agg(o.id) into touched from record_dirty d join observation o on o.id = d.id where d.xact = pg_current_xact_id();
    with taken as (delete from observation_unchecked where xact = pg_current_xact_id() returning indicator_code, place_code)
    select array_agg(indicator_code), array_agg(place_code) into indicators, places from taken;
    for turn in
        select hashtext(o.indicator_code || '@' || o.place_code) & 63 from observation o where o.id = any (touched) and o.indicator_code is not null
        union select hashtext(i || '@' || p) & 63 from unnest(indicators, places) as s (i, p) order by 1
    loop
        perform pg_advisory_xact_lock(hashtext('observation_check'), turn);
    end loop;
    if touched is not null then
        -- What a figure says of itself, and wholes of their parts.
        with mismatch as materialized (select s.id from observation_sums(touched) as s (id))
        update observation o set flags = n.flags
        from observation t left join mismatch m on m.id = t.id, lateral (
            select t.stated_flags || case when m.id is not null then array['sum_mismatch'] else '{}' end
                || case when t.whole > 0 and t.comparator = 'exact' and abs(t.value * 100 / t.whole - t.share) > power(10::numeric, -scale(t.share))
                    then array['ratio_mismatch'] else '{}' end
                || array(select kept from unnest(t.flags) with ordinality as k (kept, n) where kept in ('plan_mismatch', 'contradicted', 'outlier') order by n) as flags) n
        where t.id = any (touched) and o.id = t.id and t.flags <> n.flags;
    end if;
    if indicators is not null then
        select array_agg(n.id), array_agg(n.flags::text) into changed, flags_of from observation_series_flags(indicators, places) n;
        if changed is not null then
            update observation o set flags = n.flags::text[] from unnest(changed, flags_of) as n (id, flags) where o.id = n.id;
        end if;
    end if;
end $$;

-- As before (V060); what is new is told from what is known first, so that neither is rendered in vain, and plans are made for the number there is.
create or replace function record_settle() returns void language plpgsql as $$
declare
    touched uuid[];
    known uuid[];
    fresh uuid[];
    many constant integer := 500;
begin
    loop
        call observation_check();
        with taken as (delete from record_dirty where xact = pg_current_xact_id() returning id)
        select array_agg(id order by id) into touched from taken;
        exit when touched is null;
        perform set_config('plan_cache_mode', case when cardinality(touched) > many then 'force_custom_plan' else 'auto' end, true);
        -- Two transactions that concern one record take turns; the later one renders what the earlier one left.
        select array_agg(id) into known from (select id from record where id = any (touched) order by id for update) locked;
        if known is not null then
            update record r set version = r.version + 1, status = n.status, place_code = n.place_code, merged_into = n.merged_into, updated_at = n.moment,
                document = n.document, hash = text_hash(n.document), xact = greatest(pg_current_xact_id(), r.xact), actor = record_actor(),
                origin_instance = n.origin_instance, published_once = r.published_once or n.status = 'published'
            from (
                select o.id, s.status, coalesce(b.place_code, o.place_code) as place_code, b.merged_into, t.moment, g.instance as origin_instance,
                    record_render(o.key, o.version + 1, s.status, o.created_at, t.moment, g, k, b.body) as document
                from record o left join (select * from record_body where id = any (known)) b on b.id = o.id and b.kind = o.kind
                    left join record_origin g on g.record_id = o.id left join retraction k on k.record_id = o.id,
                    lateral (select record_status_now(b.status, k) as status) s,
                    lateral (select greatest(date_trunc('milliseconds', now()), o.updated_at) as moment) t
                where o.id = any (known)
                and o.document <> record_render(o.key, o.version, s.status, o.created_at, o.updated_at, g, k, b.body)) n
            where r.id = n.id;
            -- An id belongs to one record of one kind for ever: rows of another kind under the same id are refused (record_pkey).
            select array_agg(b.id) into fresh from record_body b where b.id = any (known) and not exists (select 1 from record r where r.id = b.id and r.kind = b.kind);
        else
            fresh := null;
        end if;
        fresh := fresh || array(select unnest(touched) except select unnest(known));
        if cardinality(fresh) > 0 then
            insert into record (id, kind, key, version, status, place_code, document, hash, created_at, updated_at, merged_into, actor, origin_instance, published_once, home_code)
            select b.id, b.kind, b.key, 1, s.status, b.place_code, d.document, text_hash(d.document), t.moment, t.moment, b.merged_into, record_actor(), g.instance, s.status = 'published',
                case when b.kind = 'observation' then coalesce((select m.place_code from observation o join meeting m on m.id = o.meeting_id where o.id = b.id), b.place_code) else b.place_code end
            from record_body b left join record_origin g on g.record_id = b.id left join retraction k on k.record_id = b.id,
                lateral (select record_status_now(b.status, k) as status) s,
                lateral (select date_trunc('milliseconds', now()) as moment) t,
                lateral (select record_render(b.key, 1, s.status, t.moment, t.moment, g, k, b.body) as document) d
            where b.id = any (fresh) and not exists (select 1 from record r where r.id = b.id and r.kind = b.kind);
        end if;
    end loop;
    perform set_config('plan_cache_mode', 'auto', true);
    delete from record_settling where xact = pg_current_xact_id();
end $$;

-- record_settle() says where a new record is at home, for all at once.
drop trigger record_has_home on record;
create trigger record_has_home before update on record for each row execute function record_goes_home();

-- The part is in its canonical form already: what stands before it is brought into that form alone, instead of all of it once more.
create or replace view observation_body as
select o.id, 'observation' as kind, o.id::text as key, o.status, o.place_code, null::uuid as merged_into,
    '{' || case when m.id is not null then '"meeting":' || json_strip_nulls(json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on))::text || ',' else '' end
        || '"place":' || json_strip_nulls(o.place)::text || ',' || substr(o.part, 2) as body
from observation_part o left join meeting m on m.id = o.meeting_id;
