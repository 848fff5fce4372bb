-- The second layout: files that this program wrote, and views that every layout makes anew.

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
