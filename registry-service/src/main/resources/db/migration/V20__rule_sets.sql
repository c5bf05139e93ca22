-- The plans' rules as data. A version is proposed, then approved or rejected by another person, and
-- is never changed after that.

create table rule_set_version (
    rule_set    text collate "C" not null,
    version     integer     not null check (version >= 1),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
    sector      text collate "C" not null,
    year_from   integer     not null,
    year_to     integer     not null check (year_from <= year_to),
    valid_from  date        not null,
    valid_to    date        check (valid_from <= valid_to),
    rules       jsonb       not null,
    author      text        not null,
    proposed_at timestamptz not null,
    decided_by  text        check (decided_by <> author),
    decided_at  timestamptz,
    remark      text,
    primary key (rule_set, version),
    check ((state = 'PROPOSED') = (decided_by is null and decided_at is null))
);

create index rule_set_by_year on rule_set_version (sector, year_from) where state = 'APPROVED';

create function refuse_change_once_decided() returns trigger language plpgsql as $$
begin
    if old.state <> 'PROPOSED' then
        raise exception 'version % of % was decided; a change is a new version', old.version, old.rule_set;
    end if;
    return new;
end $$;

create trigger rule_set_version_stays before update or delete on rule_set_version
    for each row execute function refuse_change_once_decided();
