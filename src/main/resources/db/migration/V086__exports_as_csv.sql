-- The columns of each kind's CSV export, in their documented order. Functions over the rows that a list and its joins have already found, without a
-- FROM of their own: the planner puts their expressions in the place of the call. A list within a cell is separated by semicolons; what was not stated
-- is an empty cell.

-- A spreadsheet takes text that begins with one of = + - @ tab, line feed, carriage return and their full-width forms for a formula: an apostrophe is
-- put in front. Text that begins with an apostrophe gets a further one, so that whoever drops one apostrophe from the front has the very text.
create function csv_text(value text) returns text language sql immutable parallel safe as $$
    select case when ascii(value) = any ('{61,43,45,64,9,10,13,39,65291,65293,65309,65312}'::integer[]) then '''' || value else value end
$$;

-- What instant_text gives, in a third of the time, for moments that are whole milliseconds, as those of records are: the microsecond keeps the zeros at the end.
create function csv_instant(moment timestamptz) returns text language sql stable parallel safe as $$
    select overlay(left((moment at time zone 'UTC' + interval '1 microsecond')::text, 23) placing 'T' from 11) || 'Z'
$$;

create function meeting_csv(m meeting, p place, h organization, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, title text, kind text, extended text, ordinal integer, "termNumber" text, "termYears" text, "heldOn" text,
    "dayPart" text, mode text, host uuid, "hostName" text, place text, "placeName" text, "reviewPeriod" text) language sql stable parallel safe as $$
    select m.id, version, csv_instant(updated_at), csv_text(m.title), m.kind, m.extended::text, m.ordinal, csv_text(m.term_number), m.term_years, m.held_on,
        m.day_part, m.mode, m.host_id, csv_text(h.name), m.place_code, csv_text(p.name), m.review_period
$$;

create function speaker_csv(s speaker, p place, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, name text, place text, "placeName" text) language sql stable parallel safe as $$
    select s.id, version, csv_instant(updated_at), csv_text(s.name), s.place_code, csv_text(p.name)
$$;

create function directive_csv(d directive, p place, m meeting, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, meeting uuid, "meetingTitle" text, "heldOn" text, place text, "placeName" text, ordinal integer, text text,
    "issuerType" text, issuer uuid, "issuerName" text, addressees text, "legalBasis" text, "dueOn" text, "dueText" text, topics text) language sql stable parallel safe as $$
    select d.id, version, csv_instant(updated_at), d.meeting_id, csv_text(m.title), m.held_on, d.place_code, csv_text(p.name), d.ordinal, csv_text(d.text),
        case when d.issuer_speaker_id is not null then 'speaker' when d.issuer_organization_id is not null then 'organization' end,
        coalesce(d.issuer_speaker_id, d.issuer_organization_id),
        csv_text(coalesce((select s.name from speaker s where s.id = d.issuer_speaker_id), (select o.name from organization o where o.id = d.issuer_organization_id))),
        csv_text((select string_agg(a.name, '; ' order by a.position) from directive_addressee a where a.directive_id = d.id)),
        csv_text((select string_agg(coalesce(b.text, l.number, l.title), '; ' order by b.position) from directive_basis b left join legal_document l on l.id = b.document_id
            where b.directive_id = d.id)),
        d.due_on, csv_text(d.due_text), nullif(array_to_string(d.topics, '; '), '')
$$;

create function observation_csv(o observation, p place, m meeting, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, place text, "placeName" text, "placeLevel" text, indicator text, label text, parent uuid, value numeric, "rangeTo" numeric,
    unit text, "unitMultiplier" integer, "unitLabel" text, "normalizedValue" numeric, comparator text, estimated text, kind text, period text, "periodFrom" date, "periodTo" date,
    "planShare" numeric, "yearOnYear" numeric, "yearOnYearAbsolute" numeric, "yearOnYearFactor" numeric, whole numeric, share numeric, flags text,
    meeting uuid, "meetingTitle" text, "heldOn" text, "sourceTitle" text, "sourceUrl" text, raw text) language sql stable parallel safe as $$
    select o.id, version, csv_instant(updated_at), o.place_code, csv_text(p.name), p.level, o.indicator_code, csv_text(o.label), o.parent_id,
        trim_scale(o.value), trim_scale(o.range_to), csv_text(o.unit), o.unit_multiplier, csv_text(o.unit_label), o.normalized_value,
        o.comparator, o.estimated::text, o.kind, o.period, o.period_from, o.period_to,
        trim_scale(o.plan_share), trim_scale(o.year_on_year), trim_scale(o.year_on_year_absolute), trim_scale(o.year_on_year_factor), trim_scale(o.whole), trim_scale(o.share),
        nullif(array_to_string(o.flags, '; '), ''), o.meeting_id, csv_text(m.title), m.held_on, csv_text(o.source_title), csv_text(o.source_url), csv_text(o.raw)
$$;

create function organization_csv(o organization, p place, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, name text, kind text, place text, "placeName" text) language sql stable parallel safe as $$
    select o.id, version, csv_instant(updated_at), csv_text(o.name), o.kind, o.place_code, csv_text(p.name)
$$;

create function document_csv(d legal_document, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, type text, number text, title text, issuer text, "issuedOn" text) language sql stable parallel safe as $$
    select d.id, version, csv_instant(updated_at), d.type, csv_text(d.number), csv_text(d.title), csv_text(d.issuer), d.issued_on
$$;

create function article_csv(a article, version integer, updated_at timestamptz)
returns table (id uuid, version integer, "updatedAt" text, title text, url text, publisher text, authors text, "publishedAt" text, "textHash" text) language sql stable parallel safe as $$
    select a.id, version, csv_instant(updated_at), csv_text(a.title), csv_text(a.url), csv_text(a.publisher), csv_text(nullif(array_to_string(a.authors, '; '), '')), a.published_at,
        encode(a.text_hash, 'hex')
$$;

create function place_csv(p place, u place, version integer, updated_at timestamptz)
returns table (id text, version integer, "updatedAt" text, name text, level text, parent text, "parentName" text, "validFrom" date, "validTo" date) language sql stable parallel safe as $$
    select p.code, version, csv_instant(updated_at), csv_text(p.name), p.level, p.parent_code, csv_text(u.name), p.valid_from, p.valid_to
$$;

create function indicator_csv(i indicator, version integer, updated_at timestamptz)
returns table (id text, version integer, "updatedAt" text, "labelVi" text, "labelEn" text, unit text, topic text, aggregation text, parent text, direction text)
language sql stable parallel safe as $$
    select i.code, version, csv_instant(updated_at), csv_text(i.label_vi), csv_text(i.label_en), csv_text(i.unit), i.topic, i.aggregation, i.parent_code, i.direction
$$;
