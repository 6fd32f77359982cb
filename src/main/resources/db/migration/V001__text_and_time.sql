-- How names are compared and how imprecise dates become ranges. Everything here is immutable, so that indexes and generated columns can use it.

-- For comparing only: one case, one Unicode form, one place for the tone mark ('Thị uỷ' = 'Thị ủy'), single blanks. Diacritics stay: Tuấn is not Tuân.
create function name_key(value text) returns text language sql immutable strict parallel safe as $$
    select replace(
        regexp_replace(lower(normalize(btrim(regexp_replace(value, '\s+', ' ', 'g')), NFD) collate "und-x-icu"),
            E'([\u0300\u0301\u0303\u0309\u0323])([^\\s,.;:()/-]*)', '\2\1', 'g'),
        'ð', 'đ') -- U+00D0 is often typed for Đ
$$;

-- For finding only: as name_key, and without any diacritics ('Dao Quang Minh' finds 'Đào Quang Minh').
create function fold(value text) returns text language sql immutable strict parallel safe as $$
    select translate(
        regexp_replace(lower(normalize(btrim(regexp_replace(value, '\s+', ' ', 'g')), NFD) collate "und-x-icu"), E'[\u0300-\u036F]', '', 'g'),
        'đð', 'dd')
$$;

-- The same name: equal under name_key; or, where one side is written without any diacritics, equal under fold.
create function same_name(a text, b text) returns boolean language sql immutable strict parallel safe as $$
    select name_key(a) = name_key(b) or (fold(a) = fold(b) and (name_key(a) = fold(a) or name_key(b) = fold(b)))
$$;

-- Vietnamese people sort by the given name, which is the last word.
create function given_name_first(name text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(btrim(name), '^(.*)\s(\S+)$', '\2 \1')
$$;

-- ISO 8601 / EDTF level 0: '2020', '2020-09', '2022-07-13'. The first and the last day that such a date covers.
create function date_first(value text) returns date language sql immutable strict parallel safe as $$
    select make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1), coalesce(nullif(substr(value, 9, 2), '')::int, 1))
$$;
create function date_last(value text) returns date language sql immutable strict parallel safe as $$
    select case length(value)
        when 4 then make_date(value::int, 12, 31)
        when 7 then (make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month - 1 day')::date
        else make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    end
$$;
create function is_partial_date(value text) returns boolean language sql immutable strict parallel safe as $$
    select value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'
$$;

-- A period is one such date or an interval of two: '2022-01/2022-06'.
create function period_first(value text) returns date language sql immutable strict parallel safe as $$
    select date_first(split_part(value, '/', 1))
$$;
create function period_last(value text) returns date language sql immutable strict parallel safe as $$
    select date_last(case when strpos(value, '/') > 0 then split_part(value, '/', 2) else value end)
$$;
create function is_period(value text) returns boolean language sql immutable strict parallel safe as $$
    select case
        when value ~ '^[^/]+/[^/]+$' then is_partial_date(split_part(value, '/', 1)) and is_partial_date(split_part(value, '/', 2))
            and period_first(value) <= period_last(value)
        else is_partial_date(value)
    end
$$;

create function instant_text(moment timestamptz) returns text language sql immutable strict parallel safe as $$
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- The database is UTF-8 throughout, which makes this immutable although convert_to in general is not.
create function text_hash(value text) returns bytea language sql immutable strict parallel safe as $$
    select sha256(convert_to(value, 'UTF8'))
$$;
