-- Administrative units. A unit exists for a time; a code list, so the code is the key.
create table place (
    code        text primary key,
    name        text not null,
    level       text not null,
    parent_code text references place,
    valid_from  date,
    valid_to    date,
    record_id   uuid not null generated always as (md5('place:' || code)::uuid) stored unique,
    constraint place_code_plain check (code ~ '^[0-9A-Za-z@.-]{1,24}$'),
    constraint place_level_known check (level in ('country', 'province', 'district', 'commune')),
    constraint place_validity_runs_forward check (valid_from < valid_to),
    constraint place_is_not_its_own_parent check (parent_code <> code)
);
create index place_by_name on place (fold(name));
create index place_by_parent on place (parent_code, code);

-- Predecessors and successors: what a unit was merged into, split from or renamed to.
create table place_succession (
    predecessor_code text not null references place,
    successor_code   text not null references place,
    effective_on     date not null,
    primary key (predecessor_code, successor_code),
    constraint place_succession_between_two check (predecessor_code <> successor_code)
);

-- Each unit with all units above it and itself: makes a sub-tree one index look-up.
create table place_ancestor (
    place_code    text not null references place on delete cascade,
    ancestor_code text not null references place on delete cascade,
    primary key (ancestor_code, place_code)
);
create index place_ancestor_of on place_ancestor (place_code);

create function place_lineage() returns trigger language plpgsql as $$
begin
    if exists (with recursive up as (
            select new.parent_code as code
            union select p.parent_code from place p join up on p.code = up.code)
        select 1 from up where code = new.code) then
        raise exception 'place % would be its own ancestor', new.code using errcode = 'check_violation', constraint = 'place_has_no_cycle';
    end if;
    -- The whole sub-tree, because a unit that moves takes its units along.
    delete from place_ancestor where place_code in (select a.place_code from place_ancestor a where a.ancestor_code = new.code);
    insert into place_ancestor (place_code, ancestor_code)
    with recursive down as (
        select new.code as code
        union select p.code from place p join down on p.parent_code = down.code),
    lineage as (
        select code as place_code, code as ancestor_code from down
        union select l.place_code, p.parent_code from lineage l join place p on p.code = l.ancestor_code where p.parent_code is not null)
    select place_code, ancestor_code from lineage
    on conflict do nothing;
    return null;
end $$;
create trigger place_keeps_lineage after insert or update of parent_code on place for each row execute function place_lineage();
