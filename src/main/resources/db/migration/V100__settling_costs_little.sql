-- What runs at the end of every transaction touches few rows. A server with LLVM would compile it anew each time, for seconds, since it guesses from
-- the many steps of the checks that they are dear; connections that are not the service's own (bulk loads, repairs by hand) settle as well.
alter function record_settles() set jit = off;

-- As before, but what concerns few records is planned once for each connection: planning the documents of every kind took three times as long as
-- making them. Statistics that change (analyze) have it planned again.
create or replace function record_settle() returns void language plpgsql set jit = off as $$
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
        perform set_config('plan_cache_mode', case when cardinality(touched) > many then 'force_custom_plan' else 'force_generic_plan' end, true);
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
