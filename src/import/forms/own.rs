//! The exports of this program, recognised by their headings in either language.

use super::draft::{Draft, Head, Quirks, Shape};
use crate::formats::Field;
use crate::formats::fold::plain;
use crate::formats::heading;
use crate::formats::lexicon::LEXICON;
use crate::import::{Kind, Record};
use crate::output::Language;
use crate::output::keyed::{Keyed, columns, exports};

const FAMILY: &str = "rollcall";

const SIGN_IN: &str = "rollcall-sign-in";

const EXPORTS: &[(Kind, &[Keyed])] = &[
    (Kind::Organisations, exports::ORGANISATIONS),
    (Kind::People, exports::PEOPLE_WITH_USE),
    (Kind::People, exports::PEOPLE),
    (Kind::Programme, exports::PROGRAMME_WITH_KEEP),
    (Kind::Programme, exports::PROGRAMME),
    (Kind::Programme, exports::PROGRAMME_WITHOUT_CANCELLED),
    (Kind::Programme, exports::PROGRAMME_WITHOUT_FACTS),
    (Kind::Signups, exports::SIGNUPS),
    (Kind::Attendance, exports::ATTENDANCE),
];

/// Whether a column beyond those of an export speaks of coming or of a state.
fn speaks_of_coming(heading: &str) -> bool {
    let decides = |field: Field| {
        matches!(
            field,
            Field::Status | Field::Void | Field::Present | Field::Absent | Field::Word(_)
        )
    };
    let is_of_it = LEXICON.speaks_of_coming(heading)
        || LEXICON.takes_back(heading)
        || LEXICON.state(heading).is_some()
        || heading::meaning(heading).is_some_and(|it| decides(it.field));
    is_of_it && !LEXICON.names_another_subject(heading) && !heading.trim_end().ends_with('?')
}

/// Whether it is `export mailing`, in either language: similar to a list of sign-ups, but not one.
pub(in crate::import) fn is_mailing(records: &[Record]) -> bool {
    let Some(first) = records.first() else {
        return false;
    };
    let cells: Vec<String> = first.cells().map(plain).collect();
    Language::ALL.into_iter().any(|language| {
        let headings = [columns::SALUTATION, columns::PERSONAL_LINE];
        let mut headings = headings
            .map(|it| plain(it.in_language(language)))
            .into_iter();
        headings.all(|heading| cells.contains(&heading))
    })
}

/// Whether it is a part of an export: some of its columns, or rows that depend on others.
pub(in crate::import) fn is_part(records: &[Record]) -> bool {
    let [headings, rows @ ..] = records else {
        return false;
    };
    let age = headings.cells().map(plain).position(|cell| is_as_of(&cell));
    let Some(age) = age else {
        return false;
    };
    let mut rows = rows.iter();
    rows.any(|row| {
        row.cells()
            .nth(age)
            .is_some_and(|it| it.trim() == exports::PART_OF_EXPORT)
    })
}

/// Whether a heading is that of the column of every exported file which says what the file knows.
fn is_as_of(cell: &str) -> bool {
    let mut languages = Language::ALL.into_iter();
    languages.any(|it| *cell == plain(exports::AS_OF.in_language(it)))
}

/// Recognises our own sign-in list, ticked on a screen or typed in from paper, or the list for the door, which has the
/// codes of sessions where the other has the signature; columns may have been added, moved or removed.
pub(super) fn sign_in(head: &Head<'_>) -> Option<Draft> {
    let known = [
        (columns::SESSION, Field::Session),
        (columns::HERE, Field::Present),
        (columns::NAME, Field::Name),
        (columns::ORGANISATION, Field::Organisation),
        (columns::STATUS, Field::Status),
        (columns::SIGNATURE, Field::Ignore),
        // They say what somebody signed up for, and not where they were.
        (columns::SESSION_CODES, Field::Ignore),
    ];
    let cells: Vec<String> = head.records.first()?.cells().map(plain).collect();
    // Somebody may have written one of the headings in another language.
    let field = |cell: &String| {
        let is_it = |it: &&(Keyed, Field)| {
            let mut languages = Language::ALL.into_iter();
            languages.any(|language| *cell == plain(it.0.in_language(language)))
        };
        known.iter().find(is_it).map(|it| it.1.clone())
    };
    let fields: Vec<Option<Field>> = cells.iter().map(field).collect();
    let needed = [Field::Present, Field::Name, Field::Status, Field::Ignore];
    let is_whole = needed.into_iter().all(|it| fields.contains(&Some(it)));
    is_whole.then(|| Draft {
        family: SIGN_IN,
        kind: Kind::Attendance,
        header: 0,
        headings: None,
        fields: fields
            .into_iter()
            .map(|it| it.or(Some(Field::Ignore)))
            .collect(),
        shape: Shape::Export,
        quirks: Quirks {
            sign_in: true,
            ..Quirks::default()
        },
    })
}

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let mut cells: Vec<String> = head.records.first()?.cells().map(plain).collect();
    // A column of every exported file, wherever somebody moved it.
    let age = cells.iter().position(|it| is_as_of(it));
    if let Some(column) = age {
        cells.remove(column);
    }
    let (kind, headings) = EXPORTS.iter().find(|(kind, headings)| {
        // Form answers follow the columns of sign-ups; any other column after those of an exported file was added by
        // somebody.
        let width = if *kind == Kind::Signups || age.is_some() {
            cells.len() >= headings.len()
        } else {
            cells.len() == headings.len()
        };
        width
            && Language::ALL.into_iter().any(|language| {
                let known = headings.iter().map(|it| it.in_language(language));
                known.zip(&cells).all(|(known, cell)| *cell == plain(known))
            })
    })?;
    let mut fields: Vec<Option<Field>> = headings
        .iter()
        .map(|known| Field::parse(known.key()))
        .collect();
    // Answers of forms follow the columns of sign-ups; what speaks of coming was added by somebody, and is asked about.
    let beyond = cells.iter().skip(headings.len());
    fields.extend(beyond.map(|cell| {
        let is_answer = *kind == Kind::Signups && !speaks_of_coming(cell);
        is_answer.then_some(Field::Answer)
    }));
    if let Some(column) = age {
        fields.insert(column, Some(Field::AsOf));
    }
    Some(Draft {
        family: FAMILY,
        kind: *kind,
        header: 0,
        headings: None,
        fields,
        shape: Shape::Export,
        quirks: Quirks {
            one_signup_a_row: *kind == Kind::Signups,
            own: true,
            ..Quirks::default()
        },
    })
}
