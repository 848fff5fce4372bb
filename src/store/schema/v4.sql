-- The fourth layout: why a stay was given to its person without a question, so that what rests on a name alone is
-- judged again when somebody else of that name turns up.

-- The rule that matched the stay, as JSON; NULL where somebody answered, where a number or a hand named the person, and
-- where nobody is named.
ALTER TABLE stay ADD COLUMN matched_by TEXT CHECK (matched_by IS NULL OR person_id IS NOT NULL);

-- The row as it came, as JSON, where the rule rests on a name: all it said is judged again.
ALTER TABLE stay ADD COLUMN matched_row TEXT CHECK (matched_row IS NULL OR matched_by IS NOT NULL);

DROP TRIGGER stay_updated;
DROP TRIGGER stay_deleted;

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
        'matched_row', OLD.matched_row));
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
        'source', OLD.source,
        'matched_by', OLD.matched_by,
        'matched_row', OLD.matched_row));
END;

-- `views.sql` makes the views of this layout.
DROP VIEW IF EXISTS sessions;
DROP VIEW IF EXISTS organisations;
DROP VIEW IF EXISTS people;
DROP VIEW IF EXISTS signups;
DROP VIEW IF EXISTS attendance;
DROP VIEW IF EXISTS _attendance;
DROP VIEW IF EXISTS _visit;
DROP VIEW IF EXISTS _session;
