//! LimeSurvey: the survey tool's CSV, with codes or full texts as headings, German or English.
//!
//! Source: the export helpers of the program. An empty time of submission is an unfinished answer;
//! `1980-01-01 00:00:00` stands for "dates are switched off". The language the survey was opened in is
//! not taken for the person's: nobody asked them.

use super::{Draft, Field, Head, Quirks, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.starts_with(&["id", "antwort id", "antwort-id", "response id"])
        && words.has_any(&["submitdate", "datum abgeschickt", "date submitted"]);
    known.then(|| {
        let fields = words.claim(&[
            ("id", Field::Ignore),
            ("antwort id", Field::Ignore),
            ("antwort-id", Field::Ignore),
            ("response id", Field::Ignore),
            ("submitdate", Field::RequestedAt),
            ("datum abgeschickt", Field::RequestedAt),
            ("date submitted", Field::RequestedAt),
            ("lastpage", Field::Ignore),
            ("letzte seite", Field::Ignore),
            ("last page", Field::Ignore),
            ("startlanguage", Field::Ignore),
            ("start-sprache", Field::Ignore),
            ("start language", Field::Ignore),
            ("seed", Field::Ignore),
            ("zufallsstartwert", Field::Ignore),
            ("startdate", Field::Ignore),
            ("datum gestartet", Field::Ignore),
            ("date started", Field::Ignore),
            ("datestamp", Field::Ignore),
            ("datum letzte aktivität", Field::Ignore),
            ("date last action", Field::Ignore),
            ("ipaddr", Field::Ignore),
            ("ip-adresse", Field::Ignore),
            ("ip address", Field::Ignore),
            ("refurl", Field::Ignore),
            ("referrer url", Field::Ignore),
            ("weiterleitungs-url", Field::Ignore),
        ]);
        let mut draft = Draft::signups("limesurvey", fields);
        draft.quirks = Quirks {
            unsent_without_time: true,
            ..Quirks::default()
        };
        draft
    })
}
