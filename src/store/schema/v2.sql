-- The second layout: stays with a length beside their times, waiting lists of whole events, files that this
-- program wrote, and views that every layout makes anew.

-- Two checks allow more than they did. SQLite has no statement for that; what follows is the way its manual
-- describes, and unlike making the tables anew it leaves rows, numbers and references where they are.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
    '-- How long, where a log tells no times.',
    '-- How long: in all where a log tells no times, at most where it tells both.'),
    'seconds >= 0 AND joined_at IS NULL AND left_at IS NULL',
    'seconds >= 0 AND (joined_at IS NULL) = (left_at IS NULL)')
WHERE type = 'table' AND name = 'stay';
UPDATE sqlite_schema SET sql = replace(sql,
    'status IN (''confirmed'', ''cancelled'')',
    'status IN (''confirmed'', ''waitlisted'', ''cancelled'')')
WHERE type = 'table' AND name = 'registration';
PRAGMA writable_schema = RESET;

-- Which files were written, so that only those are replaced unasked, and so that whoever is to be
-- forgotten can be told where else they are named. It is a note beside the data and no operation: it has
-- no `operation_id`, no journal, and `undo` leaves it alone.
CREATE TABLE written_file (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    path   TEXT NOT NULL UNIQUE CHECK (path <> ''), -- absolute, links followed
    time   TEXT NOT NULL CHECK (time GLOB '????-??-??T??:??:??Z'),
    hash   TEXT,          -- SHA-256 of the content in hexadecimal, and after a blank of the content it replaced; NULL while it is being written, and of a copy
    people TEXT NOT NULL  -- the numbers of those it names, as a JSON array; 'all' for a copy of the file
) STRICT;

-- The first layout came with views; `views.sql` makes those of this one.
DROP VIEW IF EXISTS sessions;
DROP VIEW IF EXISTS organisations;
DROP VIEW IF EXISTS people;
DROP VIEW IF EXISTS signups;
DROP VIEW IF EXISTS attendance;
DROP VIEW IF EXISTS _attendance;
DROP VIEW IF EXISTS _visit;
DROP VIEW IF EXISTS _session;
