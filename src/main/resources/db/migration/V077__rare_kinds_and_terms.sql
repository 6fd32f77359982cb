-- A kind or a term that few meetings have is found by itself; without these the whole list is walked to find that nothing more fits.
create index meeting_of_kind_newest_first on meeting (kind, held_sort desc, id desc);
create index meeting_of_term_newest_first on meeting (term_number, held_sort desc, id desc) where term_number is not null;
