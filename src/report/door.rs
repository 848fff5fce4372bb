//! The list for the door: everybody from A to Z, so that they are found quickly while people queue.

use super::roll::{Entry, Roll, initial};
use super::sheet::{Field, Sheets, signed_up, waiting};
use super::{AsOf, codes, days};
use crate::catalogue::messages::sheets as words;
use crate::message;
use crate::model::{Event, SignupStatus};
use crate::output::{Language, Letters, Table};
use crate::store::StoreError;

/// Returns everybody who is registered or waiting, and everybody with a part in the programme. Each row has a box to
/// tick, name, organisation and the codes of their sessions (in brackets while they wait), grouped by the first letter
/// of the name; `blank` empty lines follow.
///
/// Sessions for everybody have no code.
///
/// # Errors
/// Those of the store.
pub fn door(
    reader: &AsOf<'_>,
    event: &Event,
    blank: usize,
    language: Language,
) -> Result<Table, StoreError> {
    let roll = Roll::load(reader, event, language)?;
    let title = message!(titles::door_list_of { event: event.title }).in_language(language);
    let fields = vec![
        Field::Tick,
        Field::Name,
        Field::Organisation,
        Field::Codes,
        Field::Status,
    ];
    let mut paper = Sheets::new("door", title, fields, language);
    paper.table.letters = Letters::Large;
    let people = roll.of_event(true)?;
    let mut lines = days::lines_as_of(event, &roll.data.recording, language);
    let mut counts = vec![signed_up(&people, language)];
    counts.extend(waiting(&people, language));
    lines.push(counts.join(" · "));
    let is_used = |id| {
        let mut sessions = roll.sessions().iter();
        sessions.any(|it| it.session.id == id && !it.is_for_everybody)
    };
    lines.extend(codes::legend(roll.sessions(), event, is_used, language));
    paper.table.lines = lines;
    let codes: Vec<String> = codes::codes(roll.sessions());
    let mut letter = None;
    for entry in &people {
        let own = initial(&entry.name);
        if letter.as_ref() != Some(&own) {
            paper.begin(("", None), own.clone(), Vec::new());
            letter = Some(own);
        }
        paper.push(entry, &codes_of(&roll, &codes, entry));
    }
    if blank > 0 {
        let heading = words::NOT_ON_THE_LIST.in_language(language).to_owned();
        paper.begin(("", None), heading, Vec::new());
        paper.push_blank(blank);
    }
    Ok(paper.table)
}

/// Returns the codes of the sessions that somebody has a place in, waits for, or has a part in.
fn codes_of(roll: &Roll<'_>, codes: &[String], entry: &Entry<'_>) -> Vec<String> {
    let Some(person) = entry.person else {
        return Vec::new();
    };
    let sessions = roll.sessions().iter().zip(codes);
    let sessions = sessions.filter(|(record, _)| !record.is_for_everybody);
    sessions
        .filter_map(|(record, code)| {
            let has_part = record.parts.contains_key(&person.id);
            match roll.data.signup(record, person.id) {
                Some(SignupStatus::Confirmed) => Some(code.clone()),
                _ if has_part => Some(code.clone()),
                Some(SignupStatus::Waitlisted) => Some(format!("({code})")),
                Some(SignupStatus::Cancelled) | None => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, text};
    use super::*;

    #[test]
    fn everybody_stands_under_their_letter_with_the_codes_of_their_sessions() {
        let fixture = Fixture::planned();
        let shown = text(&door(&fixture.read(), &fixture.event(), 1, Language::En).unwrap());
        let body = shown.split_once("BA = ").unwrap().1;
        assert_eq!(
            body,
            "\
11:00–12:00 The breakout-a · BB = 11:00–12:00 The breakout-b · B = 12:00–12:30 The bar

A

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□     Akte, Ohne                                                host
□     Äpfel, Carla         Ätherische Öle Süd    BA

H

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□     Harms, Prof. Wiebke  Universität Auental                  speaker

L

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□     Lang, Eva            Ätherische Öle Süd

M

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□     Müller, Dr. Anna     BioCluster Nord e.V.  BA

N

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□     Noorg, David                               (BA)
□     Nord, Hanna          Öle Süd alt           BB             moderator

Z

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□     Zimmer, Bernd        BioCluster Nord e.V.  BA; B

Not on the list

Here  Name                 Organisation          Session codes  Status
─────────────────────────────────────────────────────────────────────────
□
"
        );
    }
}
