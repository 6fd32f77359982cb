-- An id belongs to one record of one kind for ever: rows of another kind under the same id are refused (record_pkey) rather than mixed into its documents.
create or replace function record_settle() returns void language plpgsql as $$
declare
    touched uuid[];
begin
    loop
        with taken as (delete from record_dirty where xact = pg_current_xact_id() returning id)
        select array_agg(id order by id) into touched from taken;
        exit when touched is null;
        call observation_check(touched);
        -- Two transactions that concern one record take turns; the later one renders what the earlier one left.
        perform 1 from record where id = any (touched) order by id for update;
        update record r set version = r.version + 1, status = n.status, place_code = n.place_code, merged_into = n.merged_into, updated_at = n.moment,
            document = n.document, hash = text_hash(n.document), xact = pg_current_xact_id()
        from (
            select o.id, coalesce(b.status, 'deleted') as status, coalesce(b.place_code, o.place_code) as place_code, b.merged_into, t.moment,
                record_render(o.key, o.version + 1, coalesce(b.status, 'deleted'), o.created_at, t.moment, b.body) as document
            from record o left join record_body b on b.id = o.id and b.kind = o.kind,
                lateral (select greatest(date_trunc('milliseconds', now()), o.updated_at) as moment) t
            where o.id = any (touched)
            and o.document <> record_render(o.key, o.version, coalesce(b.status, 'deleted'), o.created_at, o.updated_at, b.body)) n
        where r.id = n.id;
        insert into record (id, kind, key, version, status, place_code, document, hash, created_at, updated_at, merged_into)
        select b.id, b.kind, b.key, 1, b.status, b.place_code, d.document, text_hash(d.document), t.moment, t.moment, b.merged_into
        from record_body b, lateral (select date_trunc('milliseconds', now()) as moment) t,
            lateral (select record_render(b.key, 1, b.status, t.moment, t.moment, b.body) as document) d
        where b.id = any (touched) and not exists (select 1 from record r where r.id = b.id and r.kind = b.kind);
    end loop;
end $$;
