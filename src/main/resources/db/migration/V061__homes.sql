-- The home of a record is the place whose office keeps it: who has that place in their scope sees it as a draft, and may write it.
-- For most records that is their place. What a meeting holds is at home where the meeting is, wherever a figure is about.
alter table record add column home_code text;

create function record_goes_home() returns trigger language plpgsql as $$
declare
    home text;
begin
    if new.kind <> 'observation' then
        new.home_code := new.place_code;
    else
        select coalesce(m.place_code, o.place_code) into home from observation o left join meeting m on m.id = o.meeting_id where o.id = new.id;
        -- Of one that is gone the last home stays.
        new.home_code := coalesce(home, new.home_code, new.place_code);
    end if;
    return new;
end $$;
create trigger record_has_home before insert or update on record for each row execute function record_goes_home();

-- A meeting that moves takes its figures along, although their documents stay the same.
create function meeting_moves_homes() returns trigger language plpgsql as $$
begin
    update record set home_code = new.place_code where id in (select o.id from observation o where o.meeting_id = new.id);
    return null;
end $$;
create trigger meeting_takes_figures_home after update on meeting for each row when (old.place_code <> new.place_code) execute function meeting_moves_homes();

update record set home_code = place_code;

-- A document that reports cite, and an article, are kept by the office that entered them.
alter table legal_document add column place_code text references place;
create index legal_document_by_place on legal_document (place_code, id);
alter table article add column place_code text references place;
create index article_by_place on article (place_code, id);
