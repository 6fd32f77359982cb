-- How one indicator is told over time and over places.

create function indicator_entry(i indicator) returns json language sql immutable parallel safe as $$
    select json_build_object('code', i.code, 'labels', json_build_object('vi', i.label_vi, 'en', i.label_en), 'unit', i.unit, 'topic', i.topic,
        'aggregation', i.aggregation, 'direction', i.direction)
$$;

-- The published figures of the catalogue's indicators, each with its number in the indicator's own unit.
create view stated_figure as
select o.id, o.indicator_code, o.place_code, o.kind, o.value, o.period_from, o.period_to, o.period_sort, o.held_sort, o.position, o.estimated,
    o.comparator <> 'exact' or o.range_to is not null as inexact, n.amount,
    json_strip_nulls(json_build_object(
        'observation', o.id, 'period', o.period, 'kind', o.kind, 'value', trim_scale(o.value), 'rangeTo', trim_scale(o.range_to),
        'unit', o.unit, 'unitMultiplier', o.unit_multiplier, 'unitLabel', o.unit_label, 'normalizedValue', n.amount,
        'incomparable', case when o.value is not null and n.amount is null then true end,
        'comparator', o.comparator, 'estimated', o.estimated, 'planShare', trim_scale(o.plan_share), 'yearOnYear', trim_scale(o.year_on_year),
        'yearOnYearAbsolute', trim_scale(o.year_on_year_absolute), 'yearOnYearFactor', trim_scale(o.year_on_year_factor), 'flags', o.flags,
        'meeting', case when m.id is not null then json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on) end,
        'source', case when num_nonnulls(o.source_title, o.source_url) > 0 then json_build_object('title', o.source_title, 'url', o.source_url) end)) as figure
from observation o join indicator i on i.code = o.indicator_code left join meeting m on m.id = o.meeting_id,
    lateral (select trim_scale(o.normalized_value * unit_factor(o.unit, i.unit)) as amount) n
where o.status = 'published';
