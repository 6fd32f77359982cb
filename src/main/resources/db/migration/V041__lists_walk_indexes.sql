-- Editors see drafts among the others, so that their list needs an index without a condition.
create index meeting_of_any_status_newest_first on meeting (held_sort desc, id desc);
