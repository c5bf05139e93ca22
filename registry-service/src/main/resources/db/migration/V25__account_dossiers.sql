-- What accounts were opened on: documents by digest, their review, and who acts for an account.

create table account_document (
    account     text collate "C" not null references account,
    number      integer     not null check (number >= 1),
    kind        text        not null check (kind in ('BUSINESS_LICENCE', 'IDENTITY', 'AUTHORISATION', 'PERMIT', 'OTHER')),
    title       text        not null,
    media_type  text        not null,
    bytes       bigint      not null check (bytes > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    primary key (account, number),
    unique (account, sha256)
);

create table account_review (
    account     text collate "C" not null references account,
    number      integer     not null check (number >= 1),
    outcome     text        not null check (outcome in ('ACCEPTED', 'RETURNED')),
    documents   integer     not null check (documents >= 0),
    remark      text        check (outcome = 'ACCEPTED' or remark is not null),
    reviewed_by text        not null,
    reviewed_at timestamptz not null,
    primary key (account, number)
);

create table account_user (
    number      bigint generated always as identity primary key,
    account     text collate "C" not null references account,
    user_name   text        not null,
    name        text        not null,
    powers      text        not null,
    document    integer,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    foreign key (account, document) references account_document,
    check ((ended_by is null) = (ended_at is null))
);

create unique index account_user_acting on account_user (account, user_name) where ended_at is null;

create trigger account_document_is_append_only before update or delete or truncate on account_document
    for each statement execute function refuse_change();
create trigger account_review_is_append_only before update or delete or truncate on account_review
    for each statement execute function refuse_change();

create index account_by_control_group on account (control_group) where control_group is not null;
