"""The tables, by the migration that makes them.

They are STRICT; none has AUTOINCREMENT, which would keep a counter. The ballots' table has no
rowid: a rowid tells in which order people answered.
"""

from __future__ import annotations

FIRST_TABLES = """
CREATE TABLE team (
    id TEXT PRIMARY KEY NOT NULL,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    timezone TEXT NOT NULL,
    team_sees INTEGER NOT NULL CHECK (team_sees IN (0, 1)),
    pool_id TEXT NOT NULL,
    answer_days INTEGER CHECK (answer_days BETWEEN 0 AND 14),
    calendar_generation INTEGER NOT NULL,
    UNIQUE (tenant, channel)
) STRICT;
CREATE INDEX team_pool ON team (pool_id) WHERE pool_id <> '';

CREATE TABLE pool_invitation (
    team_id TEXT NOT NULL REFERENCES team (id),
    invited_id TEXT NOT NULL REFERENCES team (id),
    PRIMARY KEY (team_id, invited_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_role (
    person TEXT NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (id),
    role TEXT NOT NULL CHECK (role IN ('manager', 'facilitator')),
    PRIMARY KEY (person, team_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_role_team ON team_role (team_id);

CREATE TABLE manager_request (
    id TEXT PRIMARY KEY NOT NULL,
    team_id TEXT UNIQUE NOT NULL REFERENCES team (id),
    person TEXT NOT NULL,
    asked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wish (
    team_id TEXT NOT NULL REFERENCES team (id),
    programme TEXT NOT NULL,
    theme TEXT NOT NULL,
    token BLOB NOT NULL,
    month TEXT NOT NULL,
    PRIMARY KEY (team_id, programme, theme, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE quiet (
    person TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE script (
    version TEXT PRIMARY KEY NOT NULL,
    texts TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (id),
    programme TEXT NOT NULL,
    theme TEXT NOT NULL,
    theme_version TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at TEXT NOT NULL,
    lengths TEXT NOT NULL,
    state TEXT NOT NULL,
    step INTEGER NOT NULL,
    step_ends_at TEXT NOT NULL,
    remaining INTEGER,
    ended_at TEXT,
    revision INTEGER NOT NULL,
    last_request TEXT NOT NULL,
    round_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX session_active ON session (team_id)
    WHERE state IN ('planned', 'running', 'paused');
CREATE INDEX session_ended ON session (team_id, ended_at) WHERE state = 'ended';
CREATE INDEX session_round ON session (round_id) WHERE round_id <> '';

CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (id),
    created_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX plan_team ON plan (team_id);

CREATE TABLE occasion (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (id),
    slot TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    timezone TEXT NOT NULL,
    state TEXT NOT NULL,
    programme TEXT NOT NULL,
    theme TEXT NOT NULL,
    session_id TEXT NOT NULL,
    reported TEXT,
    revision INTEGER NOT NULL,
    UNIQUE (plan_id, slot)
) STRICT;
CREATE INDEX occasion_day ON occasion (team_id, day);
CREATE INDEX occasion_reported ON occasion (team_id, reported) WHERE reported IS NOT NULL;
CREATE INDEX occasion_session ON occasion (session_id) WHERE session_id <> '';

CREATE TABLE round (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL,
    theme TEXT NOT NULL,
    theme_version TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    roster TEXT NOT NULL,
    invited INTEGER NOT NULL,
    quote_threshold INTEGER NOT NULL,
    team_sees INTEGER NOT NULL CHECK (team_sees IN (0, 1)),
    closes_at TEXT,
    threshold INTEGER NOT NULL,
    state TEXT NOT NULL,
    closed_at TEXT,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    hidden TEXT NOT NULL,
    rolling TEXT NOT NULL,
    ending INTEGER NOT NULL CHECK (ending IN (0, 1)),
    readers TEXT NOT NULL,
    in_area INTEGER NOT NULL CHECK (in_area IN (0, 1)),
    drafted INTEGER NOT NULL CHECK (drafted IN (0, 1))
) STRICT;
CREATE INDEX round_state ON round (state);
CREATE INDEX round_in_area ON round (closed_at) WHERE in_area = 1 AND state = 'closed';

CREATE TABLE round_team (
    team_id TEXT NOT NULL REFERENCES team (id),
    round_id TEXT NOT NULL REFERENCES round (id),
    PRIMARY KEY (team_id, round_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_team_round ON round_team (round_id);

CREATE TABLE result (
    round_id TEXT PRIMARY KEY NOT NULL REFERENCES round (id),
    body TEXT
) STRICT;

CREATE TABLE area_quarter (
    quarter TEXT PRIMARY KEY NOT NULL
) STRICT;

CREATE TABLE area_rollup (
    quarter TEXT NOT NULL REFERENCES area_quarter (quarter),
    area TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (quarter, area)
) STRICT;

CREATE TABLE area_round (
    round_id TEXT PRIMARY KEY NOT NULL REFERENCES round (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE adaptation (
    session_id TEXT PRIMARY KEY NOT NULL REFERENCES session (id),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE ballot (
    round_id TEXT NOT NULL REFERENCES round (id),
    pid BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (round_id, pid)
) STRICT, WITHOUT ROWID;

CREATE TABLE due (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    due_at TEXT NOT NULL,
    lease_until TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    PRIMARY KEY (kind, key, occurrence)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_open ON due (due_at) WHERE done = 0;

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    tenant TEXT NOT NULL,
    conversation TEXT NOT NULL,
    view TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    sent_version INTEGER NOT NULL DEFAULT 0,
    ref TEXT NOT NULL DEFAULT '',
    tried INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_until TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    next_at TEXT NOT NULL DEFAULT '',
    failure TEXT NOT NULL DEFAULT '',
    wanted INTEGER NOT NULL,
    aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1)),
    until TEXT,
    waits INTEGER NOT NULL AS (version > sent_version AND failure = '')
) STRICT;
CREATE INDEX message_unsent ON message (wanted) WHERE waits;
CREATE INDEX message_unposted ON message (tenant, conversation, wanted)
    WHERE waits AND ref = '' AND aside = 0;
"""

# For a while the table was one of the first: databases of that time have it already.
COMMITMENTS = """
CREATE TABLE IF NOT EXISTS commitment (
    id TEXT PRIMARY KEY NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (id),
    agreed_on TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS commitment_team ON commitment (team_id, agreed_on);
"""
