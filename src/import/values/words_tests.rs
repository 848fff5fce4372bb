//! Words seen in exports, and words that must not be mistaken for them.

use proptest::prelude::*;

use super::*;

#[test]
fn formulas_show_their_text() {
    for (cell, expected) in [
        ("=\"2020-10-08 09:58:03\"", "2020-10-08 09:58:03"),
        (" =\"0170\" ", "0170"),
        ("=\"", "=\""),
        ("=\"\"", ""),
        ("=1+1", "=1+1"),
        ("plain", "plain"),
    ] {
        assert_eq!(unexcel(cell), expected, "{cell}");
    }
}

#[test]
fn yes_and_no_in_both_languages() {
    for cell in [
        "Ja",
        "yes",
        "Y",
        "1",
        "x",
        "X",
        "✓",
        "TRUE",
        "Wahr",
        "OK",
        "(OK)",
        " ja\u{a0}",
    ] {
        assert_eq!(yes_no(cell), Some(true), "{cell}");
    }
    for cell in ["Nein", "no", "N", "0", "FALSE", "falsch"] {
        assert_eq!(yes_no(cell), Some(false), "{cell}");
    }
    for cell in ["", "-", "vielleicht", "Session A", "2"] {
        assert_eq!(yes_no(cell), None, "{cell}");
    }
}

#[test]
fn words_for_nothing() {
    for cell in [
        "",
        "-",
        "--",
        "–",
        "n/a",
        "NA",
        "#NV",
        "#N/A",
        "#WERT!",
        "#NAME?",
        "k. A.",
        "k.\u{a0}A.",
        "Keine Angabe",
    ] {
        assert!(is_empty_word(cell), "{cell}");
    }
    for cell in ["0", "Nada", "#1", "# Registered", "keine Nüsse", "a-b"] {
        assert!(!is_empty_word(cell), "{cell}");
    }
}

#[test]
fn languages_become_codes() {
    for (cell, expected) in [
        ("de", Some("de")),
        ("Deutsch", Some("de")),
        ("German", Some("de")),
        ("de-informal", Some("de")),
        ("de_AT", Some("de")),
        ("Deutsch (Schweiz)", Some("de")),
        ("dt.", Some("de")),
        ("EN-gb", Some("en")),
        ("Englisch", Some("en")),
        ("pl", Some("pl")),
        ("FI", Some("fi")),
        ("", None),
        ("beides", None),
        ("Deutsch und Englisch", None),
    ] {
        assert_eq!(language(cell).as_deref(), expected, "{cell}");
    }
}

#[test]
fn states_of_a_signup() {
    for (word, cells) in [
        (
            StatusWord::Confirmed,
            "bezahlt|paid|Attending|Checked In|approved|completed|Completed|zugesagt|confirmed",
        ),
        (StatusWord::Unpaid, "Unpaid|Awaiting payment|nicht bezahlt"),
        (
            StatusWord::Pending,
            "ausstehend|pending|pending_approval|vielleicht",
        ),
        (StatusWord::Unanswered, "Keine|no response|eingeladen"),
        (StatusWord::Waitlisted, "Warteliste|waitlisted|Waiting list"),
        (
            StatusWord::Cancelled,
            "abgelaufen|storniert|expired|canceled|cancelled|Not Attending|Refunded|Withdrawn|\
             abgesagt|void|storniert (Gebühr bezahlt)",
        ),
        (StatusWord::Denied, "denied|Rejected|abgelehnt"),
        (StatusWord::Unfinished, "partial"),
    ] {
        for cell in cells.split('|') {
            assert_eq!(signup_status(cell), Some(word), "{cell}");
        }
    }
    for cell in ["", "not paid yet", "see above"] {
        assert_eq!(signup_status(cell), None, "{cell}");
    }
}

#[test]
fn kinds_of_session() {
    for (kind, cells) in [
        (
            SessionKind::Plenary,
            "Plenum|plenary|Plenarsitzung|Grußwort|Podiumsdiskussion",
        ),
        (
            SessionKind::Keynote,
            "Keynote|Keynote im Plenum|Impulsvortrag",
        ),
        (
            SessionKind::Breakout,
            "Breakout|Break-out session|Workshop|Workshop-Reihe|Arbeitsgruppe 2|parallel session",
        ),
        (
            SessionKind::Networking,
            "Networking-Bar|networking|Bar|Hotel-Bar|Netzwerktreffen",
        ),
        (
            SessionKind::Social,
            "After-Work-Drink|after work|Abendessen|Empfang|social",
        ),
        (
            SessionKind::Other,
            "other|Sonstiges|Kaffeepause|Coffee break|Pause",
        ),
    ] {
        for cell in cells.split('|') {
            assert_eq!(session_kind(cell), Some(kind), "{cell}");
        }
    }
    for cell in ["", "Barcamp", "Barriere", "Anna", "12"] {
        assert_eq!(session_kind(cell), None, "{cell}");
    }
    for kind in SessionKind::ALL {
        assert_eq!(session_kind(kind.as_str()), Some(kind));
    }
}

#[test]
fn telephones_are_kept_unless_a_spreadsheet_ruined_them() {
    for cell in ["4,93E+11", "4.93E+11", "4,93e+11", "5E+10"] {
        assert_eq!(phone(cell), Phone::Ruined, "{cell}");
    }
    for (cell, expected) in [
        ("49 30 5550101", "49 30 5550101"),
        ("'+49305550101", "+49305550101"),
        ("=\"+49 30 5550101\"", "+49 30 5550101"),
        ("'(030) 5550101", "(030) 5550101"),
        (" 030 / 555 01-01 ", "030 / 555 01-01"),
        ("'s office", "'s office"),
        ("Ext. 12e4x", "Ext. 12e4x"),
    ] {
        assert_eq!(phone(cell), Phone::Number(expected.to_owned()), "{cell}");
    }
}

proptest! {
    #[test]
    fn any_cell_has_at_most_one_meaning(cell in "\\PC{0,40}|[01yYnNaAjJ/.# \\-]{0,6}") {
        // A word for "no answer" is neither a yes nor a state.
        if is_empty_word(&cell) {
            prop_assert_eq!(yes_no(&cell), None);
            prop_assert_eq!(signup_status(&cell), None);
            prop_assert_eq!(session_kind(&cell), None);
        }
        if let Some(code) = language(&cell) {
            prop_assert!(matches!(code.len(), 2..=3));
        }
        if let Phone::Number(number) = phone(&cell) {
            prop_assert_eq!(number.trim(), &number);
        }
    }

    #[test]
    fn case_and_outer_blanks_never_matter(
        word in prop::sample::select(vec!["Ja", "storniert", "Überfällig", "Begrüßung", "Französisch", "k. A."]),
    ) {
        let shouted = format!("\u{a0} {} ", word.to_lowercase());
        prop_assert_eq!(yes_no(word), yes_no(&shouted));
        prop_assert_eq!(signup_status(word), signup_status(&shouted));
        prop_assert_eq!(session_kind(word), session_kind(&shouted));
        prop_assert_eq!(language(word), language(&shouted));
        prop_assert_eq!(is_empty_word(word), is_empty_word(&shouted));
    }
}
