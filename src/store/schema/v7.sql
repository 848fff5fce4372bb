-- The seventh layout: who did it, what was cancelled, what people agreed to, how long their data is kept, and figures
-- that outlive them.

-- Who gave the command; NULL where nobody is to be named.
ALTER TABLE operation ADD COLUMN author TEXT CHECK (author <> '');

-- What was cancelled stays in the programme.
ALTER TABLE event ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));
ALTER TABLE session ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));

-- How long after its end the data of an event is kept: `times=3months,people=12months`; NULL where that of the file
-- holds.
ALTER TABLE event ADD COLUMN keep TEXT CHECK (keep <> '');

-- Whether somebody's data may only be stored (Article 18), and whether they object to its use (Article 21).
ALTER TABLE person ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1));
ALTER TABLE person ADD COLUMN objected INTEGER NOT NULL DEFAULT 0 CHECK (objected IN (0, 1));

-- A former image without a column would give it back as NULL. Images that say nothing of a row stay as they are.
UPDATE change SET image = json_set(image, '$.cancelled', 0)
WHERE table_name IN ('event', 'session') AND image ->> '$.id' IS NOT NULL;
UPDATE change SET image = json_set(image, '$.restricted', 0, '$.objected', 0)
WHERE table_name = 'person' AND image ->> '$.id' IS NOT NULL;

DROP TRIGGER event_updated;
DROP TRIGGER event_deleted;

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

DROP TRIGGER session_updated;
DROP TRIGGER session_deleted;

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

DROP TRIGGER person_updated;
DROP TRIGGER person_deleted;

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

-- What somebody agreed to, or refused. Without an event it holds for all of them.
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

CREATE UNIQUE INDEX consent_person ON consent (person_id, purpose, coalesce(event_id, 0));

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

-- What holds for the whole file, by name.
CREATE TABLE setting (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
    value        TEXT NOT NULL
) STRICT;

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

-- How many of those who were removed had which state and which verdict in a session. Groups that would say something
-- about one person are merged: their `status` is NULL, and so is their time. An event that is taken back leaves them.
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

CREATE UNIQUE INDEX removed_outcome_session ON removed_outcome
    (session_id, coalesce(status, ''), coalesce(verdict, ''));

-- Numbers of an event, of a session or of an organisation there that can no longer be counted.
CREATE TABLE figure (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id        INTEGER NOT NULL,
    session_id      INTEGER,
    organisation_id INTEGER,
    name            TEXT NOT NULL CHECK (name <> ''),
    value           INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX figure_name ON figure
    (event_id, coalesce(session_id, 0), coalesce(organisation_id, 0), name);

-- A question about a row that may be of somebody who was removed keeps nothing of the row, and what was answered is kept
-- as a hash. See the second layout for the way.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
    '''stay'', ''conflict'')',
    '''stay'', ''conflict'', ''removed'')')
WHERE type = 'table' AND name = 'review';
UPDATE sqlite_schema SET sql = replace(sql,
    '''name-and-organisation'', ''name'')',
    '''name-and-organisation'', ''name'', ''another'')')
WHERE type = 'table' AND name = 'forgotten';
PRAGMA writable_schema = RESET;

-- `views.sql` makes the views of this layout.
DROP VIEW IF EXISTS sessions;
DROP VIEW IF EXISTS organisations;
DROP VIEW IF EXISTS people;
DROP VIEW IF EXISTS signups;
DROP VIEW IF EXISTS attendance;
DROP VIEW IF EXISTS _attendance;
DROP VIEW IF EXISTS _visit;
DROP VIEW IF EXISTS _session;
