-- The fifth layout: what the documents of an event say of whoever holds it.

-- Who holds it, with the postal address and how to reach them.
ALTER TABLE event ADD COLUMN organiser TEXT CHECK (organiser <> '');
ALTER TABLE event ADD COLUMN organiser_address TEXT CHECK (organiser_address <> '');
ALTER TABLE event ADD COLUMN organiser_contact TEXT CHECK (organiser_contact <> '');
-- The project that it is part of, the number under which that is funded, and the line that the funder asks for.
ALTER TABLE event ADD COLUMN project_title TEXT CHECK (project_title <> '');
ALTER TABLE event ADD COLUMN funding_reference TEXT CHECK (funding_reference <> '');
ALTER TABLE event ADD COLUMN funder TEXT CHECK (funder <> '');
-- Who signs certificates.
ALTER TABLE event ADD COLUMN signatory TEXT CHECK (signatory <> '');
-- Files with pictures, one a line; those without a folder are beside the database.
ALTER TABLE event ADD COLUMN logos TEXT CHECK (logos <> '');

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
        'logos', OLD.logos));
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
        'logos', OLD.logos));
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
