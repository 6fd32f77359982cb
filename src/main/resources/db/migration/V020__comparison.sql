-- How one indicator is told over time and over places.

create function indicator_entry(i indicator) returns json language sql immutable parallel safe as $$
    select json_build_object('code', i.code, 'labels', json_build_object('vi', i.label_vi, 'en', i.label_en), 'unit', i.unit, 'topic', i.topic,
        'aggregation', i.aggregation, 'direction', i.direction)
$$;
