-- Finding people by parts of names and posts, and merging them.

-- Folding a text costs far more than searching the folded one.
alter table speaker add column folded text not null generated always as (fold(name)) stored;
create function fold_all(texts text[]) returns text language sql immutable strict parallel safe as $$
    select fold(array_to_string(texts, '|'))
$$;
alter table participation add column folded_posts text not null generated always as (fold_all(posts)) stored;

-- Whatever a merged person did becomes the survivor's, and nothing that is written later can go back to the merged one.

-- The lock waits for a merge that is under way, and reads what it left.
create function participation_follows_merge() returns trigger language plpgsql as $$
begin
    select coalesce(s.merged_into, s.id) into new.speaker_id from speaker s where s.id = new.speaker_id for key share;
    return new;
end $$;
create trigger participation_is_the_survivors before insert or update of speaker_id on participation for each row
    when (new.speaker_id is not null) execute function participation_follows_merge();

create function directive_issuer_follows_merge() returns trigger language plpgsql as $$
begin
    select coalesce(s.merged_into, s.id) into new.issuer_speaker_id from speaker s where s.id = new.issuer_speaker_id for key share;
    return new;
end $$;
create trigger directive_issuer_is_the_survivor before insert or update of issuer_speaker_id on directive for each row
    when (new.issuer_speaker_id is not null) execute function directive_issuer_follows_merge();

-- The first list, then what only the second has.
create function united(first text[], second text[]) returns text[] language sql immutable parallel safe as $$
    select first || coalesce((
        select array_agg(f.value order by f.n)
        from (select distinct on (name_key(u.value)) u.value, u.n from unnest(second) with ordinality u (value, n) order by name_key(u.value), u.n) f
        where name_key(f.value) not in (select name_key(x.value) from unnest(first) x (value))), '{}')
$$;

-- Where both took part in one meeting, the earlier of the two participations takes over the posts and roles of the later. All for all meetings at once.
create procedure speaker_merge(gone uuid, kept uuid) language plpgsql as $$
begin
    perform 1 from speaker where id in (gone, kept) order by id for update;

    -- Evidence points at participations by their place in the list, in which one is about to be missing.
    with listed as (
        select meeting_id, speaker_id, row_number() over (partition by meeting_id order by position) - 1 as n
        from participation where meeting_id in (
            select meeting_id from participation where speaker_id in (gone, kept) group by meeting_id having count(*) = 2)),
    pair as (
        select meeting_id, min(n) as earlier, max(n) as later from listed where speaker_id in (gone, kept) group by meeting_id),
    pointing as (
        select e.meeting_id, e.position, pair.earlier, pair.later,
            substring(e.pointer from '^/participations/(\d{1,6})(?:/|$)')::integer as n,
            coalesce(substring(e.pointer from '^/participations/\d{1,6}(/.*)$'), '') as rest
        from evidence e join pair on pair.meeting_id = e.meeting_id)
    update evidence e set pointer = case
            when p.n > p.later then '/participations/' || p.n - 1 || p.rest
            when p.rest ~ '^/(roles|posts)(/|$)' then '/participations/' || p.earlier
            else '/participations/' || p.earlier || p.rest
        end
    from pointing p where e.meeting_id = p.meeting_id and e.position = p.position and p.n >= p.later;

    update participation earlier set roles = united(earlier.roles, later.roles), posts = united(earlier.posts, later.posts)
    from participation later
    where later.meeting_id = earlier.meeting_id and earlier.position < later.position
    and earlier.speaker_id in (gone, kept) and later.speaker_id in (gone, kept);
    delete from participation later using participation earlier
    where later.meeting_id = earlier.meeting_id and earlier.position < later.position
    and earlier.speaker_id in (gone, kept) and later.speaker_id in (gone, kept);

    update participation set speaker_id = kept where speaker_id = gone;
    update directive set issuer_speaker_id = kept where issuer_speaker_id = gone;
    -- Those who were merged before keep pointing at the one who is left.
    update speaker set merged_into = kept where id = gone or merged_into = gone;
    update speaker set status = 'published' where id = kept and status = 'draft' and exists (select 1 from speaker where id = gone and status = 'published');
end $$;

-- A new person, or one who was merged before, takes over what was done in some meetings.
create procedure speaker_split(old_id uuid, new_id uuid, meetings uuid[]) language plpgsql as $$
begin
    perform 1 from speaker where id = old_id for update;
    update participation set speaker_id = new_id where speaker_id = old_id and meeting_id = any (meetings);
    update directive set issuer_speaker_id = new_id where issuer_speaker_id = old_id and meeting_id = any (meetings);
end $$;
