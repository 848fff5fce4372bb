-- The eighth layout: from which line of which file a registration, a sign-up and a stay were read.

ALTER TABLE registration ADD COLUMN file TEXT CHECK (file <> '');
ALTER TABLE registration ADD COLUMN line INTEGER CHECK (line IS NULL OR file IS NOT NULL);
ALTER TABLE signup ADD COLUMN file TEXT CHECK (file <> '');
ALTER TABLE signup ADD COLUMN line INTEGER CHECK (line IS NULL OR file IS NOT NULL);
-- The file of a stay is in `source`.
ALTER TABLE stay ADD COLUMN line INTEGER;

DROP TRIGGER registration_updated;
DROP TRIGGER registration_deleted;

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

DROP TRIGGER signup_updated;
DROP TRIGGER signup_deleted;

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

DROP TRIGGER stay_updated;
DROP TRIGGER stay_deleted;

-- Rows that a rule used, and questions, kept the line. The triggers must not see this: it is no change that somebody made.
UPDATE stay SET line = matched_row ->> '$.line' WHERE matched_row IS NOT NULL;
UPDATE stay SET line = review.line FROM review
WHERE review.stay_id = stay.id AND review.line IS NOT NULL AND stay.line IS NULL;

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

-- `views.sql` makes the views of this layout.
DROP VIEW IF EXISTS sessions;
DROP VIEW IF EXISTS organisations;
DROP VIEW IF EXISTS people;
DROP VIEW IF EXISTS signups;
DROP VIEW IF EXISTS attendance;
DROP VIEW IF EXISTS _attendance;
DROP VIEW IF EXISTS _visit;
DROP VIEW IF EXISTS _session;
