-- A series whose figures differ tenfold was compared each with each. Now it is gone through once, so that a file of figures of one series settles in a
-- time that grows with their number and not with its square. What is found stays the same.

-- Ten times more or less than is usual: see observation_flags_now(). Given are figures that are alike but for their period, with the day on which it ends, which of them count,
-- and which are asked for. A figure is compared from ten years before its day to ten years behind, but not on the day itself. The sizes in view are counted in a tree (Fenwick's), in
-- which both a change and the way to the middle take as many steps as the number of sizes has binary digits.
create function observation_outliers(ids uuid[], days integer[], amounts numeric[], counted boolean[], asked boolean[]) returns setof uuid
language plpgsql immutable parallel safe as $$
declare
    sizes constant numeric[] := array(select distinct a from unnest(amounts) as a order by a);
    many constant integer := cardinality(sizes);
    top integer := 1;
    tree integer[] := array_fill(0, array[many]);
    in_view integer := 0;
    periods integer := 0;
    step record;
    node integer;
    span integer;
    before integer;
    usual numeric;
begin
    while 2 * top <= many loop
        top := 2 * top;
    end loop;
    for step in
        with figure as (
            select f.*, dense_rank() over (order by amount)::integer as rank, row_number() over (partition by day, counts) = 1 as is_first
            from unnest(ids, days, amounts, counted, asked) as f (id, day, amount, counts, is_asked))
        select day + days_later as moment, change, rank, case when is_first then change else 0 end as period, null::uuid as id, amount
        from figure, (values (-3653, 1), (0, -1), (1, 1), (3654, -1)) as e (days_later, change) where counts
        union all
        select day, 0, rank, 0, id, amount from figure where is_asked
        order by moment, id nulls first
    loop
        if step.id is null then
            in_view := in_view + step.change;
            periods := periods + step.period;
            node := step.rank;
            while node <= many loop
                tree[node] := tree[node] + step.change;
                node := node + (node & -node);
            end loop;
        elsif periods >= 4 then
            node := 0;
            span := top;
            before := (in_view + 1) / 2;
            while span > 0 loop
                if node + span <= many and tree[node + span] < before then
                    node := node + span;
                    before := before - tree[node];
                end if;
                span := span / 2;
            end loop;
            usual := sizes[node + 1];
            if usual > 0 and (step.amount > 10 * usual or step.amount * 10 < usual) then
                return next step.id;
            end if;
        end if;
    end loop;
end $$;

-- As before (V090), but that outliers are found together.
create or replace function observation_series_flags(indicators text[], places text[]) returns table (id uuid, flags text[])
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
    -- Where no figure is ten times another there is none. A period is compared with those that are up to three days longer or shorter.
    sized as (
        select id, indicator_code, place_code, kind, measure, amount, published as counts, period_to - period_from as days, period_sort - date '0001-01-01' as day
        from f where amount is not null and period_from is not null),
    spread as (
        select indicator_code, place_code, kind, measure from sized
        group by indicator_code, place_code, kind, measure having count(*) > 4 and max(amount) > 10 * greatest(min(amount), 0)),
    alike as (
        select indicator_code, place_code, kind, measure, generate_series(days - 3, days + 3) as length, id, amount, counts, day, days
        from sized join spread using (indicator_code, place_code, kind, measure)),
    outlier as (
        select observation_outliers(array_agg(id), array_agg(day), array_agg(amount), array_agg(counts), array_agg(days = length and amount > 0)) as id from alike
        group by indicator_code, place_code, kind, measure, length having bool_or(days = length and amount > 0))
    select f.id, n.flags
    from f left join plan p on p.id = f.id left join contradicted c on c.id = f.id left join outlier u on u.id = f.id, lateral (
        select array_remove(array_remove(array_remove(f.flags, 'plan_mismatch'), 'contradicted'), 'outlier')
            || case when p.id is not null then array['plan_mismatch'] else '{}' end
            || case when c.id is not null then array['contradicted'] else '{}' end
            || case when u.id is not null then array['outlier'] else '{}' end as flags) n
    where f.flags <> n.flags;
end $$;

drop function observation_is_outlier(uuid);

-- What a statement changed is joined with what it was by hash, too: the plan is made once for each connection, mostly for a single row.
alter function observation_touch() set enable_nestloop = off;
alter function record_log() set enable_nestloop = off;
