-- The third layout: what was said in English is data, which is read in any language. The questions follow in
-- `tagged.rs`.

-- The summary of an operation is a message as JSON; what an older program wrote stays as it is.
UPDATE operation SET summary = json_quote(summary);

-- `views.sql` makes the views of this layout.
DROP VIEW IF EXISTS sessions;
DROP VIEW IF EXISTS organisations;
DROP VIEW IF EXISTS people;
DROP VIEW IF EXISTS signups;
DROP VIEW IF EXISTS attendance;
DROP VIEW IF EXISTS _attendance;
DROP VIEW IF EXISTS _visit;
DROP VIEW IF EXISTS _session;
