-- The first layout of the file. Never edit a released layout: add the next one beside it.
--
-- Tables are named in the singular, because the plural names belong to the public views (views.sql).
-- Every row of a data table carries the number of the operation that created it; the triggers at the
-- end keep the row's former image whenever another operation changes or deletes it. That is all undo
-- needs, and an insert pays nothing for it. Rows that the running operation created itself need no
-- image: taking the operation back removes them.

PRAGMA application_id = 1919708259; -- 'rllc'

CREATE TABLE operation (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    time    TEXT NOT NULL CHECK (time GLOB '????-??-??T??:??:??Z'),
    command TEXT NOT NULL,
    summary TEXT NOT NULL,
    undoes  INTEGER REFERENCES operation (id)
) STRICT;

CREATE TABLE change (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    kind         TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    table_name   TEXT NOT NULL,
    row_id       INTEGER NOT NULL,
    image        TEXT CHECK ((kind = 'insert') = (image IS NULL))
) STRICT;
CREATE INDEX change_operation ON change (operation_id, table_name, row_id);

CREATE TABLE organisation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    key          TEXT NOT NULL,
    short_name   TEXT,
    kind         TEXT,
    country      TEXT,
    region       TEXT,
    website      TEXT
) STRICT;

CREATE TABLE organisation_alias (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    name            TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (organisation_id, name)
) STRICT;

CREATE TABLE person (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    title           TEXT,
    given_name      TEXT NOT NULL,
    family_name     TEXT NOT NULL,
    key             TEXT NOT NULL,
    role            TEXT,
    phone           TEXT,
    language        TEXT,
    organisation_id INTEGER REFERENCES organisation (id),
    CHECK (given_name <> '' OR family_name <> '')
) STRICT;
CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TABLE person_address (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    address      TEXT NOT NULL CHECK (address LIKE '%_@_%'),
    position     INTEGER NOT NULL,
    UNIQUE (person_id, address)
) STRICT;
CREATE INDEX person_address_address ON person_address (address);

CREATE TABLE person_alias (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    name         TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (person_id, name)
) STRICT;

-- Answers of the kind "these two are not the same".
CREATE TABLE distinction (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    name            TEXT NOT NULL,
    address         TEXT,
    person_id       INTEGER REFERENCES person (id),
    organisation_id INTEGER REFERENCES organisation (id),
    CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
) STRICT;

CREATE TABLE event (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    slug         TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    title        TEXT NOT NULL CHECK (title <> ''),
    start        TEXT NOT NULL CHECK (start GLOB '????-??-??T??:??:??Z'),
    "end"        TEXT NOT NULL CHECK ("end" GLOB '????-??-??T??:??:??Z'),
    timezone     TEXT NOT NULL,
    place        TEXT,
    rule         TEXT,
    CHECK ("end" >= start)
) STRICT;

CREATE TABLE session (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    event_id     INTEGER NOT NULL REFERENCES event (id),
    slug         TEXT NOT NULL CHECK (slug <> ''),
    title        TEXT NOT NULL CHECK (title <> ''),
    kind         TEXT NOT NULL CHECK (kind IN ('plenary', 'keynote', 'breakout', 'networking', 'social', 'other')),
    start        TEXT NOT NULL CHECK (start GLOB '????-??-??T??:??:??Z'),
    "end"        TEXT NOT NULL CHECK ("end" GLOB '????-??-??T??:??:??Z'),
    capacity     INTEGER CHECK (capacity >= 0),
    room         TEXT,
    rule         TEXT,
    drop_in      INTEGER NOT NULL CHECK (drop_in IN (0, 1)),
    UNIQUE (event_id, slug),
    CHECK ("end" >= start)
) STRICT;

CREATE TABLE session_person (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    session_id   INTEGER NOT NULL REFERENCES session (id),
    part         TEXT NOT NULL CHECK (part IN ('speaker', 'moderator', 'host')),
    name         TEXT NOT NULL CHECK (name <> ''),
    person_id    INTEGER REFERENCES person (id),
    position     INTEGER NOT NULL
) STRICT;
CREATE INDEX session_person_session ON session_person (session_id);

CREATE TABLE registration (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id      INTEGER NOT NULL,
    event_id          INTEGER NOT NULL REFERENCES event (id),
    person_id         INTEGER NOT NULL REFERENCES person (id),
    organisation_id   INTEGER REFERENCES organisation (id),
    organisation_name TEXT,
    status            TEXT NOT NULL CHECK (status IN ('confirmed', 'cancelled')),
    requested_at      TEXT CHECK (requested_at GLOB '????-??-??T??:??:??Z'),
    answers           TEXT CHECK (answers IS NULL OR json_valid(answers)),
    -- Of the newest submission: numbers of the set of sessions it decided about, and of what it chose
    -- among them. They tell another form from an older word, and a form's answer that was changed from
    -- one that was only read again.
    scope             INTEGER,
    choices           INTEGER,
    UNIQUE (event_id, person_id)
) STRICT;
CREATE INDEX registration_person ON registration (person_id);

CREATE TABLE signup (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session_id      INTEGER NOT NULL REFERENCES session (id),
    status          TEXT NOT NULL CHECK (status IN ('confirmed', 'waitlisted', 'cancelled')),
    requested_at    TEXT CHECK (requested_at GLOB '????-??-??T??:??:??Z'),
    UNIQUE (registration_id, session_id)
) STRICT;
CREATE INDEX signup_session ON signup (session_id, status);

-- Rows of imported files that are known by now: a row is known by who it is and what it says.
CREATE TABLE known_row (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    event_id     INTEGER REFERENCES event (id),
    fingerprint  INTEGER NOT NULL
) STRICT;

CREATE TABLE stay (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id   INTEGER NOT NULL,
    event_id       INTEGER NOT NULL REFERENCES event (id),
    session_id     INTEGER REFERENCES session (id),
    person_id      INTEGER REFERENCES person (id),
    recorded_name  TEXT,
    recorded_email TEXT,
    joined_at      TEXT CHECK (joined_at GLOB '????-??-??T??:??:??Z'),
    left_at        TEXT CHECK (left_at GLOB '????-??-??T??:??:??Z'),
    -- How long, where a log tells no times.
    seconds        INTEGER CHECK (seconds IS NULL OR seconds >= 0 AND joined_at IS NULL AND left_at IS NULL),
    -- Of a data-minimal import, whether the person's whole time met the rule: what is left of that time
    -- is rounded, and rounding must not change a verdict.
    meets          INTEGER CHECK (meets IS NULL OR meets IN (0, 1) AND seconds IS NOT NULL),
    -- Somebody said that this was nobody: a program that takes notes, a second screen.
    nobody         INTEGER NOT NULL CHECK (nobody IN (0, 1) AND (nobody = 0 OR person_id IS NULL)),
    source         TEXT NOT NULL
) STRICT;
CREATE INDEX stay_event ON stay (event_id, session_id);
CREATE INDEX stay_person ON stay (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE excuse (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    session_id   INTEGER NOT NULL REFERENCES session (id),
    UNIQUE (person_id, session_id)
) STRICT;

-- Verdicts that somebody gave by hand, over what was recorded.
CREATE TABLE ruling (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    session_id   INTEGER NOT NULL REFERENCES session (id),
    verdict      TEXT NOT NULL CHECK (verdict IN ('present', 'partial', 'walk-in', 'brief', 'excused', 'no-show')),
    reason       TEXT NOT NULL CHECK (reason <> ''),
    UNIQUE (person_id, session_id)
) STRICT;

-- Display names that somebody said are nobody's.
CREATE TABLE nobody (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    name         TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE review (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'stay', 'conflict')),
    state           TEXT NOT NULL CHECK (state IN ('open', 'answered')),
    event_id        INTEGER REFERENCES event (id),
    person_id       INTEGER REFERENCES person (id),
    organisation_id INTEGER REFERENCES organisation (id),
    stay_id         INTEGER REFERENCES stay (id),
    name            TEXT NOT NULL,
    email           TEXT,
    detail          TEXT,
    candidates      TEXT NOT NULL CHECK (json_valid(candidates)),
    row             TEXT CHECK (row IS NULL OR json_valid(row)),
    file            TEXT,
    line            INTEGER,
    answer          TEXT
) STRICT;
CREATE INDEX review_person ON review (person_id) WHERE person_id IS NOT NULL;

-- What --map said about a heading row, kept for the next file with the same headings.
CREATE TABLE mapping (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    headings     INTEGER NOT NULL,
    heading      TEXT NOT NULL,
    field        TEXT NOT NULL,
    UNIQUE (headings, heading)
) STRICT;

-- The journal: one pair of triggers a table.

CREATE TRIGGER organisation_updated AFTER UPDATE ON organisation
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'organisation', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name,
        'key', OLD.key,
        'short_name', OLD.short_name,
        'kind', OLD.kind,
        'country', OLD.country,
        'region', OLD.region,
        'website', OLD.website));
END;

CREATE TRIGGER organisation_deleted AFTER DELETE ON organisation
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'organisation', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name,
        'key', OLD.key,
        'short_name', OLD.short_name,
        'kind', OLD.kind,
        'country', OLD.country,
        'region', OLD.region,
        'website', OLD.website));
END;

CREATE TRIGGER organisation_alias_updated AFTER UPDATE ON organisation_alias
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'organisation_alias', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'organisation_id', OLD.organisation_id,
        'name', OLD.name));
END;

CREATE TRIGGER organisation_alias_deleted AFTER DELETE ON organisation_alias
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'organisation_alias', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'organisation_id', OLD.organisation_id,
        'name', OLD.name));
END;

CREATE TRIGGER person_updated AFTER UPDATE ON person
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'person', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'title', OLD.title,
        'given_name', OLD.given_name,
        'family_name', OLD.family_name,
        'key', OLD.key,
        'role', OLD.role,
        'phone', OLD.phone,
        'language', OLD.language,
        'organisation_id', OLD.organisation_id));
END;

CREATE TRIGGER person_deleted AFTER DELETE ON person
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'person', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'title', OLD.title,
        'given_name', OLD.given_name,
        'family_name', OLD.family_name,
        'key', OLD.key,
        'role', OLD.role,
        'phone', OLD.phone,
        'language', OLD.language,
        'organisation_id', OLD.organisation_id));
END;

CREATE TRIGGER person_address_updated AFTER UPDATE ON person_address
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'person_address', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'address', OLD.address,
        'position', OLD.position));
END;

CREATE TRIGGER person_address_deleted AFTER DELETE ON person_address
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'person_address', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'address', OLD.address,
        'position', OLD.position));
END;

CREATE TRIGGER person_alias_updated AFTER UPDATE ON person_alias
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'person_alias', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'name', OLD.name));
END;

CREATE TRIGGER person_alias_deleted AFTER DELETE ON person_alias
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'person_alias', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'name', OLD.name));
END;

CREATE TRIGGER distinction_updated AFTER UPDATE ON distinction
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'distinction', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name,
        'address', OLD.address,
        'person_id', OLD.person_id,
        'organisation_id', OLD.organisation_id));
END;

CREATE TRIGGER distinction_deleted AFTER DELETE ON distinction
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'distinction', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name,
        'address', OLD.address,
        'person_id', OLD.person_id,
        'organisation_id', OLD.organisation_id));
END;

CREATE TRIGGER event_updated AFTER UPDATE ON event
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'event', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'slug', OLD.slug,
        'title', OLD.title,
        'start', OLD.start,
        'end', OLD."end",
        'timezone', OLD.timezone,
        'place', OLD.place,
        'rule', OLD.rule));
END;

CREATE TRIGGER event_deleted AFTER DELETE ON event
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'event', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'slug', OLD.slug,
        'title', OLD.title,
        'start', OLD.start,
        'end', OLD."end",
        'timezone', OLD.timezone,
        'place', OLD.place,
        'rule', OLD.rule));
END;

CREATE TRIGGER session_updated AFTER UPDATE ON session
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'session', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'slug', OLD.slug,
        'title', OLD.title,
        'kind', OLD.kind,
        'start', OLD.start,
        'end', OLD."end",
        'capacity', OLD.capacity,
        'room', OLD.room,
        'rule', OLD.rule,
        'drop_in', OLD.drop_in));
END;

CREATE TRIGGER session_deleted AFTER DELETE ON session
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'session', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'slug', OLD.slug,
        'title', OLD.title,
        'kind', OLD.kind,
        'start', OLD.start,
        'end', OLD."end",
        'capacity', OLD.capacity,
        'room', OLD.room,
        'rule', OLD.rule,
        'drop_in', OLD.drop_in));
END;

CREATE TRIGGER session_person_updated AFTER UPDATE ON session_person
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'session_person', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'session_id', OLD.session_id,
        'part', OLD.part,
        'name', OLD.name,
        'person_id', OLD.person_id,
        'position', OLD.position));
END;

CREATE TRIGGER session_person_deleted AFTER DELETE ON session_person
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'session_person', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'session_id', OLD.session_id,
        'part', OLD.part,
        'name', OLD.name,
        'person_id', OLD.person_id,
        'position', OLD.position));
END;

CREATE TRIGGER registration_updated AFTER UPDATE ON registration
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'registration', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'person_id', OLD.person_id,
        'organisation_id', OLD.organisation_id,
        'organisation_name', OLD.organisation_name,
        'status', OLD.status,
        'requested_at', OLD.requested_at,
        'answers', OLD.answers,
        'scope', OLD.scope,
        'choices', OLD.choices));
END;

CREATE TRIGGER registration_deleted AFTER DELETE ON registration
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'registration', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'person_id', OLD.person_id,
        'organisation_id', OLD.organisation_id,
        'organisation_name', OLD.organisation_name,
        'status', OLD.status,
        'requested_at', OLD.requested_at,
        'answers', OLD.answers,
        'scope', OLD.scope,
        'choices', OLD.choices));
END;

CREATE TRIGGER signup_updated AFTER UPDATE ON signup
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'signup', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'registration_id', OLD.registration_id,
        'session_id', OLD.session_id,
        'status', OLD.status,
        'requested_at', OLD.requested_at));
END;

CREATE TRIGGER signup_deleted AFTER DELETE ON signup
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'signup', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'registration_id', OLD.registration_id,
        'session_id', OLD.session_id,
        'status', OLD.status,
        'requested_at', OLD.requested_at));
END;

CREATE TRIGGER known_row_updated AFTER UPDATE ON known_row
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'known_row', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'fingerprint', OLD.fingerprint));
END;

CREATE TRIGGER known_row_deleted AFTER DELETE ON known_row
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'known_row', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'fingerprint', OLD.fingerprint));
END;

CREATE TRIGGER stay_updated AFTER UPDATE ON stay
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'stay', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'session_id', OLD.session_id,
        'person_id', OLD.person_id,
        'recorded_name', OLD.recorded_name,
        'recorded_email', OLD.recorded_email,
        'joined_at', OLD.joined_at,
        'left_at', OLD.left_at,
        'seconds', OLD.seconds,
        'meets', OLD.meets,
        'nobody', OLD.nobody,
        'source', OLD.source));
END;

CREATE TRIGGER stay_deleted AFTER DELETE ON stay
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'stay', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'event_id', OLD.event_id,
        'session_id', OLD.session_id,
        'person_id', OLD.person_id,
        'recorded_name', OLD.recorded_name,
        'recorded_email', OLD.recorded_email,
        'joined_at', OLD.joined_at,
        'left_at', OLD.left_at,
        'seconds', OLD.seconds,
        'meets', OLD.meets,
        'nobody', OLD.nobody,
        'source', OLD.source));
END;

CREATE TRIGGER excuse_updated AFTER UPDATE ON excuse
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'excuse', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'session_id', OLD.session_id));
END;

CREATE TRIGGER excuse_deleted AFTER DELETE ON excuse
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'excuse', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'session_id', OLD.session_id));
END;

CREATE TRIGGER ruling_updated AFTER UPDATE ON ruling
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'ruling', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'session_id', OLD.session_id,
        'verdict', OLD.verdict,
        'reason', OLD.reason));
END;

CREATE TRIGGER ruling_deleted AFTER DELETE ON ruling
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'ruling', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'session_id', OLD.session_id,
        'verdict', OLD.verdict,
        'reason', OLD.reason));
END;

CREATE TRIGGER nobody_updated AFTER UPDATE ON nobody
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'nobody', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name));
END;

CREATE TRIGGER nobody_deleted AFTER DELETE ON nobody
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'nobody', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name));
END;

CREATE TRIGGER review_updated AFTER UPDATE ON review
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'review', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'kind', OLD.kind,
        'state', OLD.state,
        'event_id', OLD.event_id,
        'person_id', OLD.person_id,
        'organisation_id', OLD.organisation_id,
        'stay_id', OLD.stay_id,
        'name', OLD.name,
        'email', OLD.email,
        'detail', OLD.detail,
        'candidates', OLD.candidates,
        'row', OLD.row,
        'file', OLD.file,
        'line', OLD.line,
        'answer', OLD.answer));
END;

CREATE TRIGGER review_deleted AFTER DELETE ON review
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'review', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'kind', OLD.kind,
        'state', OLD.state,
        'event_id', OLD.event_id,
        'person_id', OLD.person_id,
        'organisation_id', OLD.organisation_id,
        'stay_id', OLD.stay_id,
        'name', OLD.name,
        'email', OLD.email,
        'detail', OLD.detail,
        'candidates', OLD.candidates,
        'row', OLD.row,
        'file', OLD.file,
        'line', OLD.line,
        'answer', OLD.answer));
END;

CREATE TRIGGER mapping_updated AFTER UPDATE ON mapping
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'mapping', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'headings', OLD.headings,
        'heading', OLD.heading,
        'field', OLD.field));
END;

CREATE TRIGGER mapping_deleted AFTER DELETE ON mapping
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'mapping', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'headings', OLD.headings,
        'heading', OLD.heading,
        'field', OLD.field));
END;
