-- Where the owner of the tables and the application are two roles, as in the embedded database, the application's can only add to the history.
do $$
declare
    held record;
begin
    for held in
        select distinct g.grantee, g.table_name from information_schema.role_table_grants g
        where g.table_schema = current_schema() and g.grantee not in (current_user, 'PUBLIC') and g.table_name in ('record', 'record_version', 'record_change')
    loop
        execute format('revoke delete, truncate on %I from %I', held.table_name, held.grantee);
        if held.table_name <> 'record' then
            execute format('revoke update on %I from %I', held.table_name, held.grantee);
        end if;
    end loop;
end $$;
