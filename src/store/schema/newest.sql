-- The newest layout as the steps beside it make it; a test writes this file.

-- [table operation]
CREATE TABLE operation (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    time    TEXT NOT NULL CHECK (time GLOB '????-??-??T??:??:??Z'),
    command TEXT NOT NULL,
    summary TEXT NOT NULL,
    undoes  INTEGER REFERENCES operation (id)
, is_final INTEGER NOT NULL DEFAULT 0 CHECK (is_final IN (0, 1)), author TEXT CHECK (author <> '')) STRICT;

-- [table change]
CREATE TABLE change (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    kind         TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    table_name   TEXT NOT NULL,
    row_id       INTEGER NOT NULL,
    image        TEXT CHECK (kind = 'insert' OR image IS NOT NULL)
) STRICT;

-- [index change_operation on change]
CREATE INDEX change_operation ON change (operation_id, table_name, row_id);

-- [table organisation]
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

-- [table organisation_alias]
CREATE TABLE organisation_alias (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    name            TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (organisation_id, name)
) STRICT;

-- [table person]
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
    organisation_id INTEGER REFERENCES organisation (id), restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)), objected INTEGER NOT NULL DEFAULT 0 CHECK (objected IN (0, 1)),
    CHECK (given_name <> '' OR family_name <> '')
) STRICT;

-- [index person_organisation on person]
CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;

-- [table person_address]
CREATE TABLE person_address (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    address      TEXT NOT NULL CHECK (address LIKE '%_@_%'),
    position     INTEGER NOT NULL,
    UNIQUE (person_id, address)
) STRICT;

-- [index person_address_address on person_address]
CREATE INDEX person_address_address ON person_address (address);

-- [table person_alias]
CREATE TABLE person_alias (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    name         TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (person_id, name)
) STRICT;

-- [table distinction]
CREATE TABLE distinction (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    name            TEXT NOT NULL,
    address         TEXT,
    person_id       INTEGER REFERENCES person (id),
    organisation_id INTEGER REFERENCES organisation (id),
    CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
) STRICT;

-- [table event]
CREATE TABLE event (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    slug         TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    title        TEXT NOT NULL CHECK (title <> ''),
    start        TEXT NOT NULL CHECK (start GLOB '????-??-??T??:??:??Z'),
    "end"        TEXT NOT NULL CHECK ("end" GLOB '????-??-??T??:??:??Z'),
    timezone     TEXT NOT NULL,
    place        TEXT,
    rule         TEXT, organiser TEXT CHECK (organiser <> ''), organiser_address TEXT CHECK (organiser_address <> ''), organiser_contact TEXT CHECK (organiser_contact <> ''), project_title TEXT CHECK (project_title <> ''), funding_reference TEXT CHECK (funding_reference <> ''), funder TEXT CHECK (funder <> ''), signatory TEXT CHECK (signatory <> ''), logos TEXT CHECK (logos <> ''), cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)), keep TEXT CHECK (keep <> ''),
    CHECK ("end" >= start)
) STRICT;

-- [table session]
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
    drop_in      INTEGER NOT NULL CHECK (drop_in IN (0, 1)), cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
    UNIQUE (event_id, slug),
    CHECK ("end" >= start)
) STRICT;

-- [table session_person]
CREATE TABLE session_person (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    session_id   INTEGER NOT NULL REFERENCES session (id),
    part         TEXT NOT NULL CHECK (part IN ('speaker', 'moderator', 'host')),
    name         TEXT NOT NULL CHECK (name <> ''),
    person_id    INTEGER REFERENCES person (id),
    position     INTEGER NOT NULL
) STRICT;

-- [index session_person_session on session_person]
CREATE INDEX session_person_session ON session_person (session_id);

-- [table registration]
CREATE TABLE registration (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id      INTEGER NOT NULL,
    event_id          INTEGER NOT NULL REFERENCES event (id),
    person_id         INTEGER NOT NULL REFERENCES person (id),
    organisation_id   INTEGER REFERENCES organisation (id),
    organisation_name TEXT,
    status            TEXT NOT NULL CHECK (status IN ('confirmed', 'waitlisted', 'cancelled')),
    requested_at      TEXT CHECK (requested_at GLOB '????-??-??T??:??:??Z'),
    answers           TEXT CHECK (answers IS NULL OR json_valid(answers)),
    -- Of the newest submission: numbers of the set of sessions it decided about, and of what it chose
    -- among them. They tell another form from an older word, and a form's answer that was changed from
    -- one that was only read again.
    scope             INTEGER,
    choices           INTEGER, file TEXT CHECK (file <> ''), line INTEGER CHECK (line IS NULL OR file IS NOT NULL),
    UNIQUE (event_id, person_id)
) STRICT;

-- [index registration_person on registration]
CREATE INDEX registration_person ON registration (person_id);

-- [table signup]
CREATE TABLE signup (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session_id      INTEGER NOT NULL REFERENCES session (id),
    status          TEXT NOT NULL CHECK (status IN ('confirmed', 'waitlisted', 'cancelled')),
    requested_at    TEXT CHECK (requested_at GLOB '????-??-??T??:??:??Z'), file TEXT CHECK (file <> ''), line INTEGER CHECK (line IS NULL OR file IS NOT NULL),
    UNIQUE (registration_id, session_id)
) STRICT;

-- [index signup_session on signup]
CREATE INDEX signup_session ON signup (session_id, status);

-- [table known_row]
CREATE TABLE known_row (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    event_id     INTEGER REFERENCES event (id),
    fingerprint  INTEGER NOT NULL
) STRICT;

-- [table stay]
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
    -- How long: in all where a log tells no times, at most where it tells both.
    seconds        INTEGER CHECK (seconds IS NULL OR seconds >= 0 AND (joined_at IS NULL) = (left_at IS NULL)),
    -- Of a data-minimal import, whether the person's whole time met the rule: what is left of that time
    -- is rounded, and rounding must not change a verdict.
    meets          INTEGER CHECK (meets IS NULL OR meets IN (0, 1) AND seconds IS NOT NULL),
    -- Somebody said that this was nobody: a program that takes notes, a second screen.
    nobody         INTEGER NOT NULL CHECK (nobody IN (0, 1) AND (nobody = 0 OR person_id IS NULL)),
    source         TEXT NOT NULL
, matched_by TEXT CHECK (matched_by IS NULL OR person_id IS NOT NULL), matched_row TEXT CHECK (matched_row IS NULL OR matched_by IS NOT NULL), line INTEGER) STRICT;

-- [index stay_event on stay]
CREATE INDEX stay_event ON stay (event_id, session_id);

-- [index stay_person on stay]
CREATE INDEX stay_person ON stay (person_id) WHERE person_id IS NOT NULL;

-- [table excuse]
CREATE TABLE excuse (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    session_id   INTEGER NOT NULL REFERENCES session (id),
    UNIQUE (person_id, session_id)
) STRICT;

-- [table ruling]
CREATE TABLE ruling (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    session_id   INTEGER NOT NULL REFERENCES session (id),
    verdict      TEXT NOT NULL CHECK (verdict IN ('present', 'partial', 'walk-in', 'brief', 'excused', 'no-show')),
    reason       TEXT NOT NULL CHECK (reason <> ''),
    UNIQUE (person_id, session_id)
) STRICT;

-- [table nobody]
CREATE TABLE nobody (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    name         TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- [table review]
CREATE TABLE review (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id    INTEGER NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'stay', 'conflict', 'removed')),
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

-- [index review_person on review]
CREATE INDEX review_person ON review (person_id) WHERE person_id IS NOT NULL;

-- [table mapping]
CREATE TABLE mapping (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    headings     INTEGER NOT NULL,
    heading      TEXT NOT NULL,
    field        TEXT NOT NULL,
    UNIQUE (headings, heading)
) STRICT;

-- [trigger organisation_updated on organisation]
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

-- [trigger organisation_deleted on organisation]
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

-- [trigger organisation_alias_updated on organisation_alias]
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

-- [trigger organisation_alias_deleted on organisation_alias]
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

-- [trigger person_address_updated on person_address]
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

-- [trigger person_address_deleted on person_address]
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

-- [trigger person_alias_updated on person_alias]
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

-- [trigger person_alias_deleted on person_alias]
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

-- [trigger distinction_updated on distinction]
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

-- [trigger distinction_deleted on distinction]
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

-- [trigger session_person_updated on session_person]
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

-- [trigger session_person_deleted on session_person]
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

-- [trigger known_row_updated on known_row]
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

-- [trigger known_row_deleted on known_row]
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

-- [trigger excuse_updated on excuse]
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

-- [trigger excuse_deleted on excuse]
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

-- [trigger ruling_updated on ruling]
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

-- [trigger ruling_deleted on ruling]
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

-- [trigger nobody_updated on nobody]
CREATE TRIGGER nobody_updated AFTER UPDATE ON nobody
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'nobody', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name));
END;

-- [trigger nobody_deleted on nobody]
CREATE TRIGGER nobody_deleted AFTER DELETE ON nobody
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'nobody', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name));
END;

-- [trigger review_updated on review]
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

-- [trigger review_deleted on review]
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

-- [trigger mapping_updated on mapping]
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

-- [trigger mapping_deleted on mapping]
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

-- [table written_file]
CREATE TABLE written_file (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    path   TEXT NOT NULL UNIQUE CHECK (path <> ''), -- absolute, links followed
    time   TEXT NOT NULL CHECK (time GLOB '????-??-??T??:??:??Z'),
    hash   TEXT,          -- SHA-256 of the content in hexadecimal, and after a blank of the content it replaced; NULL while it is being written, and of a copy
    people TEXT NOT NULL  -- the numbers of those it names, as a JSON array; 'all' for a copy of the file
) STRICT;

-- [table forgotten]
CREATE TABLE forgotten (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('address', 'address-and-name', 'name-and-organisation', 'name', 'another')),
    hash         TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- [trigger forgotten_updated on forgotten]
CREATE TRIGGER forgotten_updated AFTER UPDATE ON forgotten
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'forgotten', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'kind', OLD.kind,
        'hash', OLD.hash));
END;

-- [trigger forgotten_deleted on forgotten]
CREATE TRIGGER forgotten_deleted AFTER DELETE ON forgotten
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'forgotten', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'kind', OLD.kind,
        'hash', OLD.hash));
END;

-- [table file_key]
CREATE TABLE file_key (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

-- [table removed_row]
CREATE TABLE removed_row (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    table_name   TEXT NOT NULL,
    rows         INTEGER NOT NULL CHECK (rows > 0),
    UNIQUE (operation_id, table_name)
) STRICT;

-- [table removed_participant]
CREATE TABLE removed_participant (
    event_id INTEGER PRIMARY KEY,
    people   INTEGER NOT NULL CHECK (people > 0)
) STRICT;

-- [table erasure]
CREATE TABLE erasure (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    sought       BLOB NOT NULL
) STRICT;

-- [trigger event_updated on event]
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
        'rule', OLD.rule,
        'organiser', OLD.organiser,
        'organiser_address', OLD.organiser_address,
        'organiser_contact', OLD.organiser_contact,
        'project_title', OLD.project_title,
        'funding_reference', OLD.funding_reference,
        'funder', OLD.funder,
        'signatory', OLD.signatory,
        'logos', OLD.logos,
        'cancelled', OLD.cancelled,
        'keep', OLD.keep));
END;

-- [trigger event_deleted on event]
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
        'rule', OLD.rule,
        'organiser', OLD.organiser,
        'organiser_address', OLD.organiser_address,
        'organiser_contact', OLD.organiser_contact,
        'project_title', OLD.project_title,
        'funding_reference', OLD.funding_reference,
        'funder', OLD.funder,
        'signatory', OLD.signatory,
        'logos', OLD.logos,
        'cancelled', OLD.cancelled,
        'keep', OLD.keep));
END;

-- [trigger session_updated on session]
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
        'drop_in', OLD.drop_in,
        'cancelled', OLD.cancelled));
END;

-- [trigger session_deleted on session]
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
        'drop_in', OLD.drop_in,
        'cancelled', OLD.cancelled));
END;

-- [trigger person_updated on person]
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
        'organisation_id', OLD.organisation_id,
        'restricted', OLD.restricted,
        'objected', OLD.objected));
END;

-- [trigger person_deleted on person]
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
        'organisation_id', OLD.organisation_id,
        'restricted', OLD.restricted,
        'objected', OLD.objected));
END;

-- [table consent]
CREATE TABLE consent (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    event_id     INTEGER REFERENCES event (id),
    purpose      TEXT NOT NULL CHECK (purpose IN ('photographs', 'participants', 'newsletter', 'recording')),
    given        INTEGER NOT NULL CHECK (given IN (0, 1)),
    time         TEXT NOT NULL CHECK (time GLOB '????-??-??T??:??:??Z'),
    -- Where it was said: a file with its line, the question of the form and the answer; NULL where it was said to the
    -- organiser.
    file         TEXT CHECK (file <> ''),
    line         INTEGER CHECK (line IS NULL OR file IS NOT NULL),
    question     TEXT CHECK (question IS NULL OR file IS NOT NULL),
    answer       TEXT CHECK (answer IS NULL OR file IS NOT NULL)
) STRICT;

-- [index consent_person on consent]
CREATE UNIQUE INDEX consent_person ON consent (person_id, purpose, coalesce(event_id, 0));

-- [trigger consent_updated on consent]
CREATE TRIGGER consent_updated AFTER UPDATE ON consent
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'consent', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'event_id', OLD.event_id,
        'purpose', OLD.purpose,
        'given', OLD.given,
        'time', OLD.time,
        'file', OLD.file,
        'line', OLD.line,
        'question', OLD.question,
        'answer', OLD.answer));
END;

-- [trigger consent_deleted on consent]
CREATE TRIGGER consent_deleted AFTER DELETE ON consent
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'consent', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'person_id', OLD.person_id,
        'event_id', OLD.event_id,
        'purpose', OLD.purpose,
        'given', OLD.given,
        'time', OLD.time,
        'file', OLD.file,
        'line', OLD.line,
        'question', OLD.question,
        'answer', OLD.answer));
END;

-- [table setting]
CREATE TABLE setting (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
    value        TEXT NOT NULL
) STRICT;

-- [trigger setting_updated on setting]
CREATE TRIGGER setting_updated AFTER UPDATE ON setting
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'update', 'setting', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name,
        'value', OLD.value));
END;

-- [trigger setting_deleted on setting]
CREATE TRIGGER setting_deleted AFTER DELETE ON setting
WHEN OLD.operation_id <> (SELECT max(id) FROM operation)
BEGIN
    INSERT INTO change (operation_id, kind, table_name, row_id, image)
    VALUES ((SELECT max(id) FROM operation), 'delete', 'setting', OLD.id, json_object(
        'id', OLD.id,
        'operation_id', OLD.operation_id,
        'name', OLD.name,
        'value', OLD.value));
END;

-- [table removed_outcome]
CREATE TABLE removed_outcome (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL,
    status     TEXT CHECK (status IN ('confirmed', 'waitlisted', 'cancelled', 'none')),
    verdict    TEXT CHECK (verdict IN ('present', 'partial', 'no-show', 'excused', 'walk-in', 'brief')),
    people     INTEGER NOT NULL CHECK (people > 0),
    -- How long those of them stayed of whom it is known, in all, and how many these are.
    seconds    INTEGER NOT NULL CHECK (seconds >= 0),
    timed      INTEGER NOT NULL CHECK (timed BETWEEN 0 AND people)
) STRICT;

-- [index removed_outcome_session on removed_outcome]
CREATE UNIQUE INDEX removed_outcome_session ON removed_outcome
    (session_id, coalesce(status, ''), coalesce(verdict, ''));

-- [table figure]
CREATE TABLE figure (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id        INTEGER NOT NULL,
    session_id      INTEGER,
    organisation_id INTEGER,
    name            TEXT NOT NULL CHECK (name <> ''),
    value           INTEGER NOT NULL
) STRICT;

-- [index figure_name on figure]
CREATE UNIQUE INDEX figure_name ON figure
    (event_id, coalesce(session_id, 0), coalesce(organisation_id, 0), name);

-- [trigger registration_updated on registration]
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
        'choices', OLD.choices,
        'file', OLD.file,
        'line', OLD.line));
END;

-- [trigger registration_deleted on registration]
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
        'choices', OLD.choices,
        'file', OLD.file,
        'line', OLD.line));
END;

-- [trigger signup_updated on signup]
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
        'requested_at', OLD.requested_at,
        'file', OLD.file,
        'line', OLD.line));
END;

-- [trigger signup_deleted on signup]
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
        'requested_at', OLD.requested_at,
        'file', OLD.file,
        'line', OLD.line));
END;

-- [trigger stay_updated on stay]
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
        'source', OLD.source,
        'matched_by', OLD.matched_by,
        'matched_row', OLD.matched_row,
        'line', OLD.line));
END;

-- [trigger stay_deleted on stay]
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
        'source', OLD.source,
        'matched_by', OLD.matched_by,
        'matched_row', OLD.matched_row,
        'line', OLD.line));
END;

-- [view _session]
CREATE VIEW _session AS
-- One row a session: what its stays are measured against. An event without sessions is one session
-- without a name, with the event's number below zero.
--
-- for_everybody says that the registration for the event is the sign-up for the session: so it is of a
-- plenary or keynote that nobody signed up for, not even to withdraw, and of an event without sessions.
--
-- cancelled says that it does not take place: nobody is expected in it, and nothing is parallel to it.
--
-- phase is before, running or over. until_second is up to when anything counts: the session's end, and while it
-- runs this moment.
SELECT
    timed.*,
    CASE
        WHEN now_second < start_second THEN 'before'
        WHEN now_second < end_second THEN 'running'
        ELSE 'over'
    END AS phase,
    max(start_second, min(now_second, end_second)) AS until_second,
    -- So many hundredths of a second are enough, and nobody can be asked for more than the whole
    -- session: exactly half is half.
    CASE
        WHEN rule = 'any' THEN 0
        WHEN rule LIKE '%\%' ESCAPE '\' THEN CAST(rule AS INTEGER) * seconds
        ELSE min(CAST(rule AS INTEGER) * 60, seconds) * 100
    END AS needed
FROM (
    SELECT
        id, event_id, event, session, cancelled, for_everybody, shares, shares_lengths, has_log,
        start_second, end_second,
        CAST(strftime('%s', 'now') AS INTEGER) AS now_second,
        end_second - start_second AS seconds,
        CAST(coalesce(
            session_rule, event_rule,
            CASE WHEN end_second - start_second < 600 THEN '50%' ELSE '5min' END
        ) AS TEXT) AS rule
    FROM (
        SELECT
            session.id,
            session.event_id,
            event.slug AS event,
            session.slug AS session,
            session.rule AS session_rule,
            event.rule AS event_rule,
            session.cancelled OR event.cancelled AS cancelled,
            session.kind IN ('plenary', 'keynote') AND NOT EXISTS (
                SELECT 1 FROM signup WHERE signup.session_id = session.id
            ) AS for_everybody,
            -- Whether the event's own stays are this session's too: it has no room of its own, and none
            -- ran at the same time that has none either, for nobody is in two places at once.
            -- A plenary or keynote beside which nothing runs is where everybody is, whatever its room.
            (session.room IS NULL OR session.kind IN ('plenary', 'keynote')) AND NOT EXISTS (
                SELECT 1 FROM session AS other
                WHERE other.event_id = session.event_id AND other.id <> session.id AND NOT other.cancelled
                    AND (other.room IS NULL OR session.room IS NOT NULL)
                    AND (other.start < session."end" AND session.start < other."end"
                        OR other.start = session.start)
            ) AS shares,
            -- Whether those are that have a length without times: the event's own stays are of no other.
            (session.room IS NULL OR session.kind IN ('plenary', 'keynote') AND NOT EXISTS (
                SELECT 1 FROM session AS other
                WHERE other.event_id = session.event_id AND other.id <> session.id AND NOT other.cancelled
                    AND (other.start < session."end" AND session.start < other."end"
                        OR other.start = session.start)
            )) AND NOT EXISTS (
                SELECT 1 FROM session AS other
                WHERE other.event_id = session.event_id AND other.id <> session.id AND NOT other.cancelled
                    AND (other.room IS NULL OR other.kind IN ('plenary', 'keynote') AND NOT EXISTS (
                        SELECT 1 FROM session AS third
                        WHERE third.event_id = other.event_id AND third.id <> other.id AND NOT third.cancelled
                            AND (third.start < other."end" AND other.start < third."end"
                                OR third.start = other.start)
                    ))
            ) AS shares_lengths,
            -- Whether any stay was given to it: then something is recorded, be it next to nothing.
            EXISTS (
                SELECT 1 FROM stay
                WHERE stay.event_id = session.event_id AND stay.session_id = session.id
                    AND NOT stay.nobody
            ) AS has_log,
            CAST(strftime('%s', session.start) AS INTEGER) AS start_second,
            CAST(strftime('%s', session."end") AS INTEGER) AS end_second
        FROM session JOIN event ON event.id = session.event_id
        UNION ALL
        SELECT
            -id, id, slug, NULL, NULL, rule, cancelled, 1, 1, 1, 0,
            CAST(strftime('%s', start) AS INTEGER),
            CAST(strftime('%s', "end") AS INTEGER)
        FROM event
        WHERE id NOT IN (SELECT event_id FROM session)
    ) AS bare
) AS timed;

-- [view _visit]
CREATE VIEW _visit AS
-- One row a stay and session that it counts for: a stay in the session, or a stay in the whole
-- event that touches a session without a room of its own, alone at its time. Stays that somebody said were
-- nobody's count nowhere.
--
-- first_second and last_second are the stay cut to the session; both are NULL for the bare word
-- that somebody was there, and for a length without times, which is stated_seconds. fresh_seconds are those
-- that no earlier stay of the same person covers, and always its last ones: their sum is the length of the
-- union. most_seconds are those that the stay can come to: a length beside both times bounds them. Of stays that
-- belong to nobody both mean nothing. meets is what a length that was rounded came to
-- before it was.
--
-- While a session runs, nothing counts beyond this moment, and here says that nobody saw them leave. Before it
-- begins there are only those who came early and are still here, for no time.
WITH slot AS MATERIALIZED (
    SELECT
        id, event_id, start_second, end_second, until_second, now_second, phase, shares, shares_lengths
    FROM _session
    WHERE NOT cancelled
),
moment AS MATERIALIZED (
    SELECT
        id, event_id, session_id, person_id, seconds AS stated, meets,
        CAST(strftime('%s', joined_at) AS INTEGER) AS joined,
        CAST(strftime('%s', left_at) AS INTEGER) AS "left"
    FROM stay
    WHERE NOT nobody
),
placed AS (
    SELECT
        moment.*, slot.id AS slot_id,
        start_second, end_second, until_second, now_second, phase
    FROM moment JOIN slot ON slot.id = moment.session_id AND slot.event_id = moment.event_id
    UNION ALL
    SELECT
        moment.*, slot.id,
        start_second, end_second, until_second, now_second, phase
    FROM moment JOIN slot ON slot.event_id = moment.event_id
    WHERE moment.session_id IS NULL AND shares
        AND (stated IS NULL OR coalesce(joined, "left") IS NOT NULL OR shares_lengths)
        -- Whoever is at the event is not early for each of its later sessions.
        AND (phase <> 'before' OR slot.id < 0)
),
-- What is known by now: whoever leaves later is still here, and whoever comes later is not yet.
known AS (
    SELECT
        id, event_id, session_id, person_id, stated, meets, joined, slot_id,
        start_second, end_second, until_second, phase,
        CASE WHEN phase = 'over' OR "left" <= now_second THEN "left" END AS "left",
        phase <> 'over' AND ("left" IS NULL OR "left" > now_second) AS here,
        coalesce(joined, "left") IS NOT NULL AS has_times
    FROM placed
    WHERE (phase = 'over' OR joined IS NULL OR joined <= now_second)
        AND (phase <> 'before' OR joined IS NOT NULL AND ("left" IS NULL OR "left" > now_second))
        -- Seen leaving before the session began, and never coming.
        AND (joined IS NOT NULL OR "left" > start_second OR "left" IS NULL)
),
-- An end nobody saw is the session's; a stay that ends before it begins is a moment.
ended AS (
    SELECT
        *,
        coalesce(joined, start_second) AS came,
        max(coalesce("left", end_second), coalesce(joined, start_second)) AS went
    FROM known
),
cut AS (
    SELECT
        id, slot_id, person_id,
        NOT has_times AND stated IS NULL AS attested,
        CASE WHEN NOT has_times THEN min(stated, until_second - start_second) END AS stated,
        CASE WHEN has_times THEN stated END AS longest,
        meets,
        here,
        joined IS NOT NULL AS saw_coming,
        "left" IS NOT NULL AS saw_leaving,
        CASE WHEN has_times AND phase <> 'before'
            THEN min(max(came, start_second), until_second) END AS first_second,
        CASE WHEN has_times AND phase <> 'before'
            THEN min(max(went, start_second), until_second) END AS last_second
    FROM ended
    WHERE CASE
        WHEN phase = 'before' THEN 1
        WHEN NOT has_times THEN 1
        WHEN start_second = end_second THEN came <= start_second AND start_second <= went
        WHEN came = went THEN start_second <= came AND came < end_second
        ELSE came < end_second AND went > start_second
    END
)
SELECT
    id AS stay_id,
    slot_id AS session_id,
    person_id,
    attested, here, saw_coming, saw_leaving, first_second, last_second,
    stated AS stated_seconds,
    meets,
    max(0, last_second - max(first_second, coalesce(
        max(last_second) OVER (
            PARTITION BY slot_id, person_id
            ORDER BY first_second, last_second
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ),
        first_second
    ))) AS fresh_seconds,
    -- The same stay twice is one.
    CASE WHEN row_number() OVER (
        PARTITION BY
            slot_id, person_id, first_second, last_second,
            min(last_second - first_second, coalesce(longest, last_second - first_second))
        ORDER BY id
    ) = 1
    THEN min(last_second - first_second, coalesce(longest, last_second - first_second))
    ELSE 0 END AS most_seconds
FROM cut;

-- [view _attendance]
CREATE VIEW _attendance AS
-- One row a person and session: everybody who signed up for the session, or for the event where the
-- session is for everybody, and everybody who came to it, and on whom somebody gave a verdict by hand.
WITH visit AS MATERIALIZED (
    SELECT * FROM _visit
),
-- Before anything is recorded of a session, nobody is missing from it.
slot AS MATERIALIZED (
    SELECT
        id, event_id, for_everybody, needed, phase,
        until_second - start_second AS elapsed,
        has_log OR id IN (SELECT session_id FROM visit) AS recorded
    FROM _session
    WHERE NOT cancelled
),
-- Who came, and who was to come: one row each, laid on top of each other.
claim AS (
    SELECT
        session_id, person_id, NULL AS status,
        max(attested) AS attested,
        max(here) AS here,
        max(meets) AS meets,
        min(sum(fresh_seconds), sum(most_seconds)) AS seconds,
        sum(stated_seconds) AS stated_seconds,
        sum(CASE WHEN meets IS NULL THEN stated_seconds END) AS exact_seconds,
        min(first_second) AS first_second,
        min(CASE WHEN saw_coming THEN first_second END) AS first_seen,
        max(last_second) AS last_second,
        max(CASE WHEN saw_leaving THEN last_second END) AS last_seen
    FROM visit
    WHERE person_id IS NOT NULL
    GROUP BY session_id, person_id
    UNION ALL
    SELECT
        signup.session_id, registration.person_id, signup.status,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM signup JOIN registration ON registration.id = signup.registration_id
    UNION ALL
    SELECT
        slot.id, registration.person_id, registration.status,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM slot JOIN registration ON registration.event_id = slot.event_id
    WHERE slot.for_everybody
    UNION ALL
    SELECT
        session_id, person_id, NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM ruling
    WHERE NOT EXISTS (
        SELECT 1 FROM session_person
        WHERE session_person.session_id = ruling.session_id
            AND session_person.person_id = ruling.person_id
    )
),
met AS (
    SELECT
        session_id, person_id,
        max(status) AS status,
        -- Only who came has a word on being attested, true or false.
        max(attested) AS attested,
        max(here) AS here,
        max(meets) AS meets,
        max(seconds) AS seconds,
        max(stated_seconds) AS stated_seconds,
        max(exact_seconds) AS exact_seconds,
        -- The outermost moment is shown when a log names it, not when it is assumed.
        max(CASE WHEN first_seen = first_second THEN first_second END) AS first_second,
        max(CASE WHEN last_seen = last_second THEN last_second END) AS last_second,
        -- Somebody with two parts is what the programme names first.
        (
            SELECT session_person.part FROM session_person
            WHERE session_person.session_id = claim.session_id
                AND session_person.person_id = claim.person_id
            ORDER BY session_person.position, session_person.id
            LIMIT 1
        ) AS part
    FROM claim
    GROUP BY session_id, person_id
),
-- Lengths without times are added up, but nobody is longer in a session than it has lasted; beside stays with
-- times the longer of the two counts. A length that was rounded is not held against the rule.
measured AS (
    SELECT
        met.*, for_everybody, needed, recorded, phase,
        EXISTS (
            SELECT 1 FROM excuse
            WHERE excuse.person_id = met.person_id AND excuse.session_id = met.session_id
        ) AS told_us,
        max(
            coalesce(met.seconds, 0), min(coalesce(stated_seconds, 0), slot.elapsed)
        ) AS all_seconds,
        max(
            coalesce(met.seconds, 0), min(coalesce(exact_seconds, 0), slot.elapsed)
        ) AS ruled_seconds
    FROM met JOIN slot ON slot.id = met.session_id
)
SELECT
    measured.session_id,
    measured.person_id,
    status,
    CASE WHEN coalesce(seconds, stated_seconds) IS NOT NULL THEN all_seconds END AS seconds,
    -- Whether any stay says when.
    seconds IS NOT NULL AS on_clock,
    first_second,
    last_second,
    CASE
        WHEN part IS NOT NULL THEN NULL
        -- What somebody said goes before what was recorded.
        WHEN ruling.verdict IS NOT NULL THEN ruling.verdict
        -- Whoever withdrew or told us is excused at any time, unless they come.
        WHEN attested IS NULL AND (status = 'cancelled' OR status = 'confirmed' AND told_us)
        THEN 'excused'
        WHEN NOT recorded OR phase <> 'over' THEN NULL
        WHEN attested OR meets
            OR (coalesce(seconds, exact_seconds) IS NOT NULL AND ruled_seconds * 100 >= needed)
        THEN CASE WHEN status = 'confirmed' THEN 'present' ELSE 'walk-in' END
        WHEN attested IS NOT NULL
        THEN CASE WHEN status = 'confirmed' THEN 'partial' ELSE 'brief' END
        WHEN status = 'confirmed' THEN 'no-show'
    END AS verdict,
    CASE
        WHEN phase = 'over' THEN NULL
        WHEN here THEN 'here'
        WHEN attested IS NOT NULL THEN 'left'
        WHEN status <> 'confirmed' THEN NULL
        WHEN part IS NULL AND (told_us OR ruling.verdict IS NOT NULL) THEN NULL
        WHEN status = 'confirmed' THEN CASE phase WHEN 'before' THEN 'expected' ELSE 'not-yet' END
    END AS presence,
    CASE WHEN part IS NULL THEN ruling.reason END AS reason,
    attested IS NOT NULL AS came,
    part
FROM measured
LEFT JOIN ruling
    ON ruling.session_id = measured.session_id AND ruling.person_id = measured.person_id;

-- [view attendance]
CREATE VIEW attendance AS
-- One row a person and session: everybody who signed up for the session or came to it, and on whom
-- somebody gave a verdict by hand. In a plenary or
-- keynote that nobody signed up for, not even to withdraw, the registration for the event is the
-- sign-up: everybody who registered has a row. An event without sessions is one such session.
--
-- event, session      their short names; session is NULL for an event without sessions
-- person_id           as in `people`
-- name                'Family, Given'
-- organisation        as registered for the event, else the person's organisation now
-- signed_up           confirmed, waitlisted, cancelled; NULL who never asked; of the registration where
--                     that is the sign-up
-- presence            until the session is over: expected, here, left, not-yet; NULL who is not expected
-- verdict             present, partial, walk-in, brief, excused, no-show; NULL who only waits for
--                     a place, who has a part, and everybody while nothing is recorded of the session or
--                     it is not over; a verdict by hand stands over what was recorded, and it and excused
--                     are known at any time
-- first_joined        when they came, cut to the session; NULL where no log says
-- last_left           when they left, cut to the session; NULL where nobody saw them leave
-- minutes             how long; NULL who did not come, or of whom no log says
-- share               how much of the session; NULL until it is over
-- late_minutes        minutes from the session's start to first_joined
-- rule                what counts as having attended: any, 15min, 50%
-- part                speaker, moderator, host; NULL for the audience
-- reason              why, where the verdict was given by hand; NULL where it is what was recorded
WITH slot AS MATERIALIZED (
    SELECT * FROM _session
)
SELECT
    slot.event,
    slot.session,
    met.person_id,
    CAST(CASE
        WHEN person.given_name = '' THEN person.family_name
        WHEN person.family_name = '' THEN person.given_name
        ELSE person.family_name || ', ' || person.given_name
    END AS TEXT) AS name,
    CAST(coalesce(
        registration.organisation_name, registered.name, organisation.name
    ) AS TEXT) AS organisation,
    CAST(met.status AS TEXT) AS signed_up,
    CAST(met.presence AS TEXT) AS presence,
    CAST(met.verdict AS TEXT) AS verdict,
    CAST(strftime('%Y-%m-%dT%H:%M:%SZ', met.first_second, 'unixepoch') AS TEXT) AS first_joined,
    CAST(strftime('%Y-%m-%dT%H:%M:%SZ', met.last_second, 'unixepoch') AS TEXT) AS last_left,
    CAST((met.seconds + 30) / 60 AS INTEGER) AS minutes,
    CAST(CASE WHEN slot.seconds > 0 AND slot.phase = 'over'
        THEN CAST(met.seconds AS REAL) / slot.seconds END AS REAL) AS share,
    CAST((met.first_second - slot.start_second + 30) / 60 AS INTEGER) AS late_minutes,
    slot.rule,
    met.part,
    met.reason
FROM _attendance AS met
JOIN slot ON slot.id = met.session_id
JOIN person ON person.id = met.person_id
LEFT JOIN registration
    ON registration.event_id = slot.event_id AND registration.person_id = met.person_id
LEFT JOIN organisation AS registered ON registered.id = registration.organisation_id
LEFT JOIN organisation ON organisation.id = person.organisation_id;

-- [view signups]
CREATE VIEW signups AS
-- One row a sign-up; a registration that chose no session has one row too, without a session.
--
-- event, session      their short names
-- person_id           as in `people`
-- title, given_name, family_name, email    of the person now; the e-mail to write to first
-- organisation        as it was written in the registration, else as it is today
-- status              confirmed, waitlisted, cancelled; of the registration where no session is
-- requested_at        when it was asked for
-- answers             every other form answer: a JSON object of question and answer, or NULL
SELECT
    event.slug AS event,
    session.slug AS session,
    person.id AS person_id,
    person.title,
    person.given_name,
    person.family_name,
    (
        SELECT address FROM person_address WHERE person_id = person.id
        ORDER BY position, id LIMIT 1
    ) AS email,
    CAST(coalesce(registration.organisation_name, organisation.name) AS TEXT) AS organisation,
    CAST(coalesce(signup.status, registration.status) AS TEXT) AS status,
    CAST(CASE WHEN signup.id IS NULL
        THEN registration.requested_at ELSE signup.requested_at END AS TEXT) AS requested_at,
    registration.answers
FROM registration
JOIN event ON event.id = registration.event_id
JOIN person ON person.id = registration.person_id
LEFT JOIN organisation ON organisation.id = registration.organisation_id
LEFT JOIN signup ON signup.registration_id = registration.id
LEFT JOIN session ON session.id = signup.session_id;

-- [view people]
CREATE VIEW people AS
-- One row a person.
--
-- id                  their number for good
-- title, given_name, family_name    one of the names may be empty
-- email               the address to write to first
-- other_emails        the others, joined by '; '
-- phone               as written
-- role                manager, expert, speaker, guest or another word
-- organisation        the name of the one they belong to now
-- language            the one to write to them in
-- aliases             names they were seen under, joined by '; '
SELECT
    person.id,
    person.title,
    person.given_name,
    person.family_name,
    (
        SELECT address FROM person_address WHERE person_id = person.id
        ORDER BY position, id LIMIT 1
    ) AS email,
    (
        SELECT CAST(group_concat(address, '; ') AS TEXT) FROM (
            SELECT address FROM person_address WHERE person_id = person.id
            ORDER BY position, id LIMIT -1 OFFSET 1
        )
    ) AS other_emails,
    person.phone,
    person.role,
    organisation.name AS organisation,
    person.language,
    (
        SELECT CAST(group_concat(name, '; ') AS TEXT) FROM (
            SELECT name FROM person_alias WHERE person_id = person.id
            ORDER BY name LIMIT -1
        )
    ) AS aliases
FROM person
LEFT JOIN organisation ON organisation.id = person.organisation_id;

-- [view organisations]
CREATE VIEW organisations AS
-- One row an organisation.
--
-- id                  its number for good
-- name, short_name    as it writes itself
-- kind                company, ministry, university or another word
-- country, region, website    as written
-- aliases             its other names, joined by '; '
SELECT
    id, name, short_name, kind, country, region, website,
    (
        SELECT CAST(group_concat(name, '; ') AS TEXT) FROM (
            SELECT organisation_alias.name FROM organisation_alias
            WHERE organisation_alias.organisation_id = organisation.id
            ORDER BY organisation_alias.name LIMIT -1
        )
    ) AS aliases
FROM organisation;

-- [view sessions]
CREATE VIEW sessions AS
-- One row a session. The numbers are those of its audience: the rows of `attendance` whose `part`
-- is NULL.
--
-- event, session      their short names
-- title               its title
-- cancelled           1 where it does not take place, and has no figures; 0 otherwise
-- kind                plenary, keynote, breakout, networking, social, other
-- start, end          its time
-- capacity            places; NULL is no limit
-- signed_up           who have a place; in a plenary or keynote that nobody signed up for, everybody whose
--                     registration for the event stands
-- waitlisted          who wait for one
-- here                who are here at this moment; NULL when the session is over
-- present, partial, no_show, walk_in, excused, brief    how many of each verdict; walk_in is without those who waited
-- excused_with_place  who had a place and told us
-- withdrew            who gave their place back and did not come
-- from_waiting_list   who waited for a place, and were there for long enough
-- came                present, partial, walk_in, from_waiting_list and brief together
-- came_with_place     those of them who have a place
-- rate                those with a place who were present, of signed_up; NULL where nobody has a place
-- peak                the most people who were there at once; NULL unless it is known of everybody when they were there
-- average_minutes     how long those stayed who came, as far as logs say
-- average_of          of how many that is
-- unidentified        stays that belong to nobody yet; they are in no other number
-- rule                what counts as having attended: any, 15min, 50%
-- contributors        how many speakers, moderators and hosts the programme names
--
-- Everything that a log tells is NULL while nothing is recorded of the session or it is not over; of verdicts given by
-- hand before that, present to brief count those alone. unidentified is NULL while nothing is recorded.
WITH counted AS MATERIALIZED (
    SELECT
        session_id,
        count(*) FILTER (WHERE status = 'confirmed') AS signed_up,
        count(*) FILTER (WHERE status = 'waitlisted') AS waitlisted,
        count(*) FILTER (WHERE verdict = 'present') AS present,
        count(*) FILTER (WHERE verdict = 'partial') AS partial,
        count(*) FILTER (WHERE verdict = 'no-show') AS no_show,
        count(*) FILTER (WHERE verdict = 'walk-in' AND status IS NOT 'waitlisted') AS walk_in,
        count(*) FILTER (WHERE verdict = 'walk-in' AND status IS 'waitlisted') AS from_waiting_list,
        count(*) FILTER (WHERE verdict = 'brief') AS brief,
        count(*) FILTER (WHERE verdict = 'excused') AS excused,
        count(*) FILTER (WHERE verdict = 'excused' AND status = 'confirmed') AS excused_with_place,
        count(*) FILTER (WHERE verdict = 'excused' AND status = 'cancelled') AS withdrew,
        count(*) FILTER (WHERE verdict IN ('present', 'partial', 'walk-in', 'brief')) AS seen,
        count(*) FILTER (
            WHERE verdict IN ('present', 'partial', 'walk-in', 'brief') AND status = 'confirmed'
        ) AS seen_with_place,
        count(*) FILTER (
            WHERE verdict IN ('present', 'walk-in') AND status = 'confirmed'
        ) AS present_with_place,
        count(*) FILTER (WHERE came) AS came,
        count(*) FILTER (WHERE presence = 'here') AS here,
        count(*) FILTER (WHERE on_clock) AS on_clock,
        sum(seconds) AS seconds,
        count(seconds) AS timed
    FROM _attendance
    WHERE part IS NULL
    GROUP BY session_id
),
visit AS MATERIALIZED (
    SELECT session_id, person_id, last_second, fresh_seconds FROM _visit
),
slot AS MATERIALIZED (
    SELECT
        *,
        has_log OR id IN (SELECT session_id FROM visit) AS recorded,
        (has_log OR id IN (SELECT session_id FROM visit)) AND phase = 'over' AS settled
    FROM _session
),
-- Everybody's united time, taken apart into who comes and who goes. Going at the moment somebody
-- else comes is not being there together, and one's own next device changes nothing.
step AS (
    SELECT session_id, second, sum(change) AS change
    FROM (
        SELECT session_id, person_id, last_second - fresh_seconds AS second, 1 AS change
        FROM visit WHERE fresh_seconds > 0
        UNION ALL
        SELECT session_id, person_id, last_second, -1
        FROM visit WHERE fresh_seconds > 0
    ) AS edge
    WHERE person_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM session_person
        WHERE session_person.session_id = edge.session_id
            AND session_person.person_id = edge.person_id
    )
    GROUP BY session_id, second
),
highest AS MATERIALIZED (
    SELECT session_id, max(there) AS peak
    FROM (
        SELECT session_id, sum(change) OVER (PARTITION BY session_id ORDER BY second) AS there
        FROM step
    )
    GROUP BY session_id
),
unknown AS MATERIALIZED (
    SELECT session_id, count(*) AS stays FROM visit WHERE person_id IS NULL GROUP BY session_id
)
SELECT
    slot.event,
    slot.session,
    session.title,
    CAST(slot.cancelled AS INTEGER) AS cancelled,
    session.kind,
    session.start,
    session."end",
    session.capacity,
    CAST(CASE WHEN NOT slot.cancelled
        THEN coalesce(counted.signed_up, 0) END AS INTEGER) AS signed_up,
    CAST(CASE WHEN NOT slot.cancelled
        THEN coalesce(counted.waitlisted, 0) END AS INTEGER) AS waitlisted,
    CAST(CASE WHEN slot.phase <> 'over' AND NOT slot.cancelled
        THEN coalesce(counted.here, 0) END AS INTEGER) AS here,
    CAST(CASE WHEN settled OR counted.present > 0
        THEN coalesce(counted.present, 0) END AS INTEGER) AS present,
    CAST(CASE WHEN settled OR counted.partial > 0
        THEN coalesce(counted.partial, 0) END AS INTEGER) AS partial,
    CAST(CASE WHEN settled OR counted.no_show > 0
        THEN coalesce(counted.no_show, 0) END AS INTEGER) AS no_show,
    CAST(CASE WHEN NOT slot.cancelled
        THEN coalesce(counted.excused_with_place, 0) END AS INTEGER) AS excused_with_place,
    CAST(CASE WHEN NOT slot.cancelled
        THEN coalesce(counted.withdrew, 0) END AS INTEGER) AS withdrew,
    CAST(CASE WHEN settled OR counted.walk_in > 0
        THEN coalesce(counted.walk_in, 0) END AS INTEGER) AS walk_in,
    CAST(CASE WHEN settled OR counted.from_waiting_list > 0
        THEN coalesce(counted.from_waiting_list, 0) END AS INTEGER) AS from_waiting_list,
    CAST(CASE WHEN NOT slot.cancelled
        THEN coalesce(counted.excused, 0) END AS INTEGER) AS excused,
    CAST(CASE WHEN settled OR counted.brief > 0
        THEN coalesce(counted.brief, 0) END AS INTEGER) AS brief,
    CAST(CASE WHEN settled
        THEN coalesce(counted.seen, 0) END AS INTEGER) AS came,
    CAST(CASE WHEN settled
        THEN coalesce(counted.seen_with_place, 0) END AS INTEGER) AS came_with_place,
    CAST(CASE WHEN settled AND counted.signed_up > 0
        THEN CAST(counted.present_with_place AS REAL) / counted.signed_up END AS REAL) AS rate,
    -- Of people whose times no log tells, nobody can say how many were there at once.
    CAST(CASE
        WHEN counted.on_clock < counted.came THEN NULL
        WHEN settled THEN coalesce(highest.peak, 0)
    END AS INTEGER) AS peak,
    CAST(CASE WHEN settled AND counted.timed > 0
        THEN (counted.seconds / counted.timed + 30) / 60 END AS INTEGER) AS average_minutes,
    CAST(CASE WHEN settled THEN coalesce(counted.timed, 0) END AS INTEGER) AS average_of,
    CAST(CASE WHEN recorded THEN coalesce(unknown.stays, 0) END AS INTEGER) AS unidentified,
    CAST(CASE WHEN NOT slot.cancelled THEN slot.rule END AS TEXT) AS rule,
    CAST((
        SELECT count(*) FROM session_person WHERE session_person.session_id = slot.id
    ) AS INTEGER) AS contributors
FROM slot
JOIN session ON session.id = slot.id
LEFT JOIN counted ON counted.session_id = slot.id
LEFT JOIN highest ON highest.session_id = slot.id
LEFT JOIN unknown ON unknown.session_id = slot.id;
