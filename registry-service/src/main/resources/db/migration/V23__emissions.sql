-- Yearly emission reports. Versions are added; of one only its review changes.

create table emissions_report (
    account      text collate "C" not null references account,
    year         integer     not null,
    version      integer     not null check (version >= 1),
    state        text        not null check (state in ('SUBMITTED', 'VERIFIED', 'RETURNED', 'APPROVED')),
    emissions    bigint      not null check (emissions >= 0),
    report       jsonb       not null,
    submitted_by text        not null,
    submitted_at timestamptz not null,
    verified_by  text        check (verified_by <> submitted_by),
    verified_at  timestamptz,
    decided_by   text        check (decided_by <> submitted_by and decided_by <> verified_by),
    decided_at   timestamptz,
    remark       text,
    primary key (account, year, version)
);

create index emissions_approved on emissions_report (year, account, version desc)
    where state = 'APPROVED';

create function refuse_other_figures() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('RETURNED', 'APPROVED')
        or (new.account, new.year, new.version, new.emissions, new.report)
           is distinct from (old.account, old.year, old.version, old.emissions, old.report) then
        raise exception 'a reported version stays as it is; a change is a new version';
    end if;
    return new;
end $$;

create trigger emissions_report_stays before update or delete on emissions_report
    for each row execute function refuse_other_figures();
