// What is kept on disk? Every table and column, as the list of steps that made them; nothing typed or shown in a terminal, and no address of anybody.

/**
 * Step n brings a database from version n to n + 1 (`PRAGMA user_version`). A published step is never edited: add another.
 * A test compares tables and columns with the list of what may be kept (T-35).
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE workshops (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    join_code TEXT NOT NULL,
    seats INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    ends_at INTEGER,
    ended_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE seats (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    pseudonym TEXT NOT NULL,
    pseudonym_fold TEXT NOT NULL,
    personal_code TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    UNIQUE (workshop_id, pseudonym_fold)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE seat_tokens (
    hash BLOB PRIMARY KEY,
    seat_id TEXT NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
    made_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seat_tokens_by_seat ON seat_tokens(seat_id, made_at);

  -- purpose: 'link' is good once, for entering; 'session' is what a trainer's browser holds.
  CREATE TABLE trainer_tokens (
    hash BLOB PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('link', 'session')),
    made_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX trainer_tokens_by_workshop ON trainer_tokens(workshop_id);

  -- A machine whose seat goes away is forgotten, never given to somebody else: the sweep removes its container.
  CREATE TABLE machines (
    container_id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    seat_id TEXT REFERENCES seats(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    terminals TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX machines_by_seat ON machines(seat_id);
  CREATE INDEX machines_by_workshop ON machines(workshop_id);

  CREATE TABLE opened_labs (
    seat_id TEXT NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
    lab TEXT NOT NULL,
    PRIMARY KEY (seat_id, lab)
  ) STRICT, WITHOUT ROWID;

  -- done_by: 'trainee', or 'solution' when the step was played for them.
  CREATE TABLE progress (
    seat_id TEXT NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
    lab TEXT NOT NULL,
    step TEXT NOT NULL,
    done_by TEXT NOT NULL CHECK (done_by IN ('trainee', 'solution')),
    at INTEGER NOT NULL,
    PRIMARY KEY (seat_id, lab, step)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What the small Internet of a workshop remembers, part by part (registry, zones, accounts, servers), as JSON of its own making.
  -- A rented server's root password is in it, so that its owner can find it again; it goes with the server.
  CREATE TABLE internet_state (
    workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (workshop_id, part)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The room of those who lead. A trainer's browser may lead several workshops: one row each; its name is what trainees read.
  CREATE TABLE trainer_tokens_new (
    hash BLOB NOT NULL,
    workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('link', 'session')),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (hash, workshop_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO trainer_tokens_new (hash, workshop_id, purpose, name, made_at)
    SELECT hash, workshop_id, purpose, '', made_at FROM trainer_tokens;
  DROP TABLE trainer_tokens;
  ALTER TABLE trainer_tokens_new RENAME TO trainer_tokens;
  CREATE INDEX trainer_tokens_by_workshop ON trainer_tokens(workshop_id);

  -- What a class is told now (message of the trainer, timer, pause…), as JSON of the classroom's making.
  CREATE TABLE class_state (
    workshop_id TEXT PRIMARY KEY REFERENCES workshops(id) ON DELETE CASCADE,
    json TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- trial: the trainer's own try-out. extra_ms: time granted to this seat alone. A hand's sentence is kept nowhere.
  CREATE TABLE seat_class (
    seat_id TEXT PRIMARY KEY REFERENCES seats(id) ON DELETE CASCADE,
    trial INTEGER NOT NULL DEFAULT 0,
    extra_ms INTEGER NOT NULL DEFAULT 0,
    hand_at INTEGER,
    hand_taken_by TEXT
  ) STRICT, WITHOUT ROWID;

  -- When a seat came to a step, how many hints it asked for there, and the key of the last.
  CREATE TABLE step_times (
    seat_id TEXT NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
    lab TEXT NOT NULL,
    step TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    hints INTEGER NOT NULL DEFAULT 0,
    hint TEXT,
    PRIMARY KEY (seat_id, lab, step)
  ) STRICT, WITHOUT ROWID;

  -- Who helped whom, when: shown to both.
  CREATE TABLE help_log (
    seat_id TEXT NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL
  ) STRICT;
  CREATE INDEX help_log_by_seat ON help_log(seat_id, at);
  `,
];
