-- What readers wrote; both SQLite and PostgreSQL read this. Rows are added and never changed.
-- Times are milliseconds since 1970-01-01T00:00:00Z.

create table note (
  id varchar(20) not null primary key,
  message_id text not null,          -- of the patch
  finding varchar(20)                -- its key; null for a note on the whole patch
);
create index note_message_id on note (message_id);

create table note_edit (
  note varchar(20) not null references note (id),
  number integer not null,           -- from 1 on
  author text not null,
  written bigint not null,
  markdown text not null,
  primary key (note, number)
);

create table answer (
  id varchar(20) not null primary key,
  finding varchar(20) not null,
  rule text not null,
  message_id text not null,          -- of the patch on whose page it was given
  version text not null,             -- of its series
  kind text not null,
  reason text not null,
  author text not null,
  written bigint not null
);
create index answer_finding on answer (finding);
create index answer_rule on answer (rule);

create table patch_state (
  id varchar(20) not null primary key,
  message_id text not null,
  state text not null,
  why text not null,
  author text not null,
  written bigint not null
);
create index patch_state_message_id on patch_state (message_id);
