//! Upgrade from layout 2 to 3: converts the English sentences in questions to data.
//!
//! Reasons and answers become keys with values, and the detail and the waiting row get a type. The former images of
//! questions in the journal are converted as well, so that earlier operations can still be undone.
//!
//! The input is what programs up to layout 2 wrote, independent of the current types.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use serde_json::{Map, Value, json};

use super::StoreError;
use crate::catalogue::messages::store as words;
use crate::message;

/// A question, or a former image of one: its columns and their values.
type Object = Map<String, Value>;

/// Converts a column of a question, given the kind of question and the column's text.
type Convert = fn(&str, &str) -> Option<Value>;

/// Converts every question, and every former image of one; the caller holds the transaction.
///
/// # Errors
/// If a question contains anything that programs of that layout did not write.
pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    // This is not an operation, so the triggers must not journal it.
    let triggers = DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER;
    connection.set_db_config(triggers, false)?;
    let done = convert_rows(connection).and_then(|()| convert_images(connection));
    connection.set_db_config(triggers, true)?;
    done
}

fn convert_rows(connection: &Connection) -> Result<(), StoreError> {
    let select =
        "SELECT id, json_object('id', id, 'kind', kind, 'detail', detail, 'candidates', candidates,
                                         'row', row, 'answer', answer) FROM review";
    let mut update = connection.prepare(
        "UPDATE review SET detail = ?2, candidates = ?3, row = ?4, answer = ?5 WHERE id = ?1",
    )?;
    for (id, question) in objects(connection, select)? {
        let question = converted(question)?;
        let text = |column: &str| question.get(column).and_then(Value::as_str);
        update.execute((
            id,
            text("detail"),
            text("candidates"),
            text("row"),
            text("answer"),
        ))?;
    }
    Ok(())
}

fn convert_images(connection: &Connection) -> Result<(), StoreError> {
    let select = "SELECT id, image FROM change WHERE table_name = 'review' AND image IS NOT NULL";
    let mut update = connection.prepare("UPDATE change SET image = ?2 WHERE id = ?1")?;
    for (id, image) in objects(connection, select)? {
        let image = Value::Object(converted(image)?);
        update.execute((id, image.to_string()))?;
    }
    Ok(())
}

/// Returns the number and the object of each row.
fn objects(connection: &Connection, select: &str) -> Result<Vec<(i64, Object)>, StoreError> {
    let mut statement = connection.prepare(select)?;
    let mut rows = statement.query([])?;
    let mut objects = Vec::new();
    while let Some(row) = rows.next()? {
        let object = serde_json::from_str(&row.get::<_, String>(1)?);
        let object = object.map_err(|_| StoreError::Damaged(words::DAMAGED_CHANGE.into()))?;
        objects.push((row.get(0)?, object));
    }
    Ok(objects)
}

/// Returns a question with its columns in the format of layout 3.
fn converted(mut question: Object) -> Result<Object, StoreError> {
    let kind = question.get("kind").and_then(Value::as_str);
    let kind = kind.unwrap_or_default().to_owned();
    let columns: [(&str, Convert); 4] = [
        ("detail", detail),
        ("candidates", candidates),
        ("row", pending),
        ("answer", answer),
    ];
    for (column, convert) in columns {
        let Some(text) = question.get(column).and_then(Value::as_str) else {
            continue;
        };
        let Some(value) = convert(&kind, text) else {
            let number = question.get("id").and_then(Value::as_i64);
            let number = number.unwrap_or_default();
            return Err(StoreError::Damaged(message!(store::damaged_column {
                column,
                number
            })));
        };
        question.insert(column.to_owned(), Value::String(value.to_string()));
    }
    Ok(question)
}

/// Converts an organisation, a session, or `a and b overlap`: short names of sessions have no spaces.
fn detail(kind: &str, text: &str) -> Option<Value> {
    Some(match kind {
        "person" => json!({ "organisation": text }),
        "stay" => json!({ "session": text }),
        "conflict" => {
            let pair = text.strip_suffix(" overlap")?.split_once(" and ")?;
            json!({ "overlap": pair })
        }
        _ => return None,
    })
}

fn candidates(kind: &str, text: &str) -> Option<Value> {
    let mut candidates: Vec<Map<String, Value>> = serde_json::from_str(text).ok()?;
    for candidate in &mut candidates {
        let reasons = candidate.get("reasons")?.as_array()?.iter();
        let reasons: Option<Vec<Value>> = reasons.map(|it| reason(kind, it.as_str()?)).collect();
        candidate.insert("reasons".to_owned(), Value::Array(reasons?));
    }
    Some(json!(candidates))
}

fn reason(kind: &str, text: &str) -> Option<Value> {
    if let Some(likeness) = text.strip_prefix("near name ") {
        return Some(json!({ "near-name": likeness.parse::<f64>().ok()? }));
    }
    Some(json!(match text {
        "same address" => "same-address",
        "remembered name" => "remembered-name",
        "same name" => "same-name",
        "same name, same organisation" => "same-name-same-organisation",
        "only person of this name in the event" => "only-one-in-event",
        "initial" => "initial",
        "part of the name" if kind == "organisation" => "part-of-name",
        "part of the name" => "shorter-name",
        "only one name to compare" => "one-name",
        "nickname" => "nickname",
        "same given name, another family name" => "other-family-name",
        "same family name, another given name" => "other-given-name",
        "no name given" => "no-name",
        "same organisation" => "same-organisation",
        "same domain" => "same-domain",
        "shared address" => "shared-address",
        "several people of this name" => "several-of-this-name",
        "another organisation" => "other-organisation",
        "another address" => "other-address",
        "given and family name the other way round" => "other-order",
        "not in the event" => "not-in-event",
        "same name without blanks" => "same-without-blanks",
        _ => return None,
    }))
}

/// Converts the waiting row, whose type could only be recognised by its fields.
fn pending(kind: &str, text: &str) -> Option<Value> {
    let row: Value = serde_json::from_str(text).ok()?;
    if kind == "conflict" {
        return Some(json!({ "kind": "overlap", "sessions": row }));
    }
    let mut row = row.as_object()?.clone();
    let kind = match kind {
        "person" if row.contains_key("row") => "signup",
        "person" => "listed",
        "stay" => "stay",
        _ => return None,
    };
    row.insert("kind".to_owned(), json!(kind));
    Some(Value::Object(row))
}

fn answer(_: &str, text: &str) -> Option<Value> {
    if let Some(number) = text.strip_prefix("same as organisation ") {
        return Some(json!({ "same-organisation": number.parse::<i64>().ok()? }));
    }
    if let Some(rest) = text.strip_prefix("person ") {
        let by_others = rest.strip_suffix(", by the other answers");
        let number: i64 = by_others.unwrap_or(rest).parse().ok()?;
        let key = if by_others.is_some() {
            "person-by-others"
        } else {
            "person"
        };
        return Some(json!({ key: number }));
    }
    Some(json!(match text {
        "new" => "new",
        "nobody" => "nobody",
        "different" => "different",
        "keep" => "keep",
        "settled: the sessions do not overlap any more" => "no-overlap",
        "settled: asked before" => "asked-before",
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Candidate, Detail, OrganisationId, PersonId, Reason, Resolution};

    /// Every column as stored by layout 2 can be read as the current types.
    #[test]
    fn what_layout_2_kept_is_read_by_the_types_of_today() {
        let details = [
            (
                "person",
                "BioCluster Nord",
                Detail::Organisation("BioCluster Nord".to_owned()),
            ),
            ("stay", "bar-1", Detail::Session("bar-1".to_owned())),
            (
                "conflict",
                "a and b overlap",
                Detail::Overlap("a".to_owned(), "b".to_owned()),
            ),
        ];
        for (kind, text, expected) in details {
            let read: Detail = serde_json::from_value(detail(kind, text).unwrap()).unwrap();
            assert_eq!(read, expected);
        }
        let answers = [
            ("person 12", Resolution::Person(PersonId(12))),
            (
                "person 3, by the other answers",
                Resolution::PersonByOthers(PersonId(3)),
            ),
            (
                "same as organisation 4",
                Resolution::SameOrganisation(OrganisationId(4)),
            ),
            ("new", Resolution::New),
            ("nobody", Resolution::Nobody),
            ("different", Resolution::Different),
            ("keep", Resolution::Keep),
            (
                "settled: the sessions do not overlap any more",
                Resolution::NoOverlap,
            ),
            ("settled: asked before", Resolution::AskedBefore),
        ];
        for (text, expected) in answers {
            let read: Resolution = serde_json::from_value(answer("", text).unwrap()).unwrap();
            assert_eq!(read, expected, "{text}");
        }
        assert_eq!(answer("", "person somebody"), None);
        assert_eq!(answer("", "maybe"), None);
    }

    #[test]
    fn every_reason_of_layout_2_is_a_reason_of_today() {
        let reasons = [
            ("near name 0.94", Reason::NearName(0.94)),
            ("same address", Reason::SameAddress),
            ("remembered name", Reason::RememberedName),
            ("same name", Reason::SameName),
            (
                "same name, same organisation",
                Reason::SameNameSameOrganisation,
            ),
            (
                "only person of this name in the event",
                Reason::OnlyOneInEvent,
            ),
            ("initial", Reason::Initial),
            ("part of the name", Reason::ShorterName),
            ("only one name to compare", Reason::OneName),
            ("nickname", Reason::Nickname),
            (
                "same given name, another family name",
                Reason::OtherFamilyName,
            ),
            (
                "same family name, another given name",
                Reason::OtherGivenName,
            ),
            ("no name given", Reason::NoName),
            ("same organisation", Reason::SameOrganisation),
            ("same domain", Reason::SameDomain),
            ("shared address", Reason::SharedAddress),
            ("several people of this name", Reason::SeveralOfThisName),
            ("another organisation", Reason::OtherOrganisation),
            ("another address", Reason::OtherAddress),
            (
                "given and family name the other way round",
                Reason::OtherOrder,
            ),
            ("not in the event", Reason::NotInEvent),
            ("same name without blanks", Reason::SameWithoutBlanks),
        ];
        let kept = json!([{ "id": 1, "score": 0.92, "reasons": reasons.map(|it| it.0) }]);
        let read = |kind: &str| -> Vec<Candidate> {
            let read = candidates(kind, &kept.to_string()).unwrap();
            serde_json::from_value(read).unwrap()
        };
        assert_eq!(read("person")[0].reasons, reasons.map(|it| it.1));
        assert_eq!(read("person")[0].score.to_string(), "0.92");
        assert!(
            read("organisation")[0]
                .reasons
                .contains(&Reason::PartOfName)
        );
        assert_eq!(reason("person", "a hunch"), None);
    }
}
