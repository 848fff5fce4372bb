-- The sixth layout: people who were removed for good.

-- A change of a row that was removed for good keeps its place in the journal, so that counts stay, and has an image
-- that says nothing of the row. The return of a row may have one now, too. See the second layout for the way.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
    '(kind = ''insert'') = (image IS NULL)',
    'kind = ''insert'' OR image IS NOT NULL')
WHERE type = 'table' AND name = 'change';
PRAGMA writable_schema = RESET;

-- Whether the operation cannot be taken back, since what it removed is nowhere any more.
ALTER TABLE operation ADD COLUMN is_final INTEGER NOT NULL DEFAULT 0 CHECK (is_final IN (0, 1));

-- By what somebody who was removed is recognised when a file brings them back: a keyed hash, from which nobody reads
-- a name. `operation_id` is the operation that removed them, and tells which hashes are of one person.
CREATE TABLE forgotten (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('address', 'address-and-name', 'name-and-organisation', 'name')),
    hash         TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

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

-- The key of the hashes: random, and of this file and its copies alone. It is made when the first person is removed.
CREATE TABLE file_key (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

-- How many rows that an operation wrote were removed for good since.
CREATE TABLE removed_row (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    table_name   TEXT NOT NULL,
    rows         INTEGER NOT NULL CHECK (rows > 0),
    UNIQUE (operation_id, table_name)
) STRICT;

-- How many people who took part in an event were removed for good since. An event that is taken back leaves its count.
CREATE TABLE removed_participant (
    event_id INTEGER PRIMARY KEY,
    people   INTEGER NOT NULL CHECK (people > 0)
) STRICT;

-- A removal that is done, and not yet verified in the bytes of the file: the next command does that first. `sought` is
-- what the bytes are searched for, masked with the file's key so that the search does not find it here.
CREATE TABLE erasure (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    sought       BLOB NOT NULL
) STRICT;

-- `views.sql` makes the views of this layout.
DROP VIEW IF EXISTS sessions;
DROP VIEW IF EXISTS organisations;
DROP VIEW IF EXISTS people;
DROP VIEW IF EXISTS signups;
DROP VIEW IF EXISTS attendance;
DROP VIEW IF EXISTS _attendance;
DROP VIEW IF EXISTS _visit;
DROP VIEW IF EXISTS _session;
