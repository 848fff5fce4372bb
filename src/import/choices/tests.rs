//! Cells from all kinds of forms.

use super::*;
use crate::model::{EventId, SessionKind};

pub(in super::super) fn session(id: i64, slug: &str, title: &str) -> Session {
    let start = "2020-10-08T09:00:00Z".parse().unwrap();
    Session {
        id: SessionId(id),
        event_id: EventId(1),
        slug: slug.to_owned(),
        title: title.to_owned(),
        kind: SessionKind::Breakout,
        start,
        end: start + chrono::TimeDelta::minutes(30),
        capacity: None,
        room: None,
        rule: None,
        drop_in: false,
        cancelled: false,
        people: Vec::new(),
    }
}

fn sample() -> Choices {
    Choices::new(
        &[
            session(1, "breakout-a", "Session A: Kreislaufwirtschaft"),
            session(2, "breakout-b", "Session B: KI, Daten und Cluster"),
            session(3, "breakout-c", "Session C: Internationalisierung"),
            session(4, "bar-1", "Bar 1: Hafenkneipe"),
        ],
        chrono_tz::Europe::Berlin,
    )
}

#[test]
fn all_five_encodings_mean_the_same() {
    let choices = sample();
    let both = vec![SessionId(2), SessionId(3)];
    for cell in [
        "Session B: KI, Daten und Cluster;Session C: Internationalisierung;",
        "Session B: KI, Daten und Cluster, Session C: Internationalisierung",
        "Session B: KI, Daten und Cluster; Session C: Internationalisierung",
        "Session B: KI, Daten und Cluster | Session C: Internationalisierung",
        "Session B: KI, Daten und Cluster\nSession C: Internationalisierung",
        "b, C",
        "B und C",
        "Session B: KI, Daten und Cluster and Session C: Internationalisierung",
        "breakout-b;breakout-c",
        "KI, Daten und Cluster; Internationalisierung",
        "Session B, Session C, session b",
    ] {
        assert_eq!(choices.several(cell), Ok(both.clone()), "{cell}");
    }
    assert_eq!(choices.several(" ; "), Ok(vec![]));
    assert_eq!(choices.several("1"), Ok(vec![SessionId(4)]));
}

#[test]
fn what_means_none_is_named_with_the_nearest_title() {
    let error = sample()
        .several("Session A: Kreislaufwirtschaf")
        .unwrap_err();
    assert_eq!(error.written, "Session A: Kreislaufwirtschaf");
    assert_eq!(
        error.nearest.as_deref(),
        Some("Session A: Kreislaufwirtschaft")
    );
    // The letter is known but the title is not: a different session from A.
    assert!(sample().several("Session A: Digitale Werkzeuge").is_err());
}

#[test]
fn accents_do_not_part_a_label_from_its_session() {
    let choices = Choices::new(
        &[
            session(1, "pr", "Öffentlichkeitsarbeit"),
            session(2, "bar", "Käsebar"),
            session(3, "other", "Kasebar"),
        ],
        chrono_tz::Europe::Berlin,
    );
    for cell in [
        "Öffentlichkeitsarbeit",
        "O\u{308}ffentlichkeitsarbeit",
        "Offentlichkeitsarbeit",
        "Oeffentlichkeitsarbeit",
        "PR; OEFFENTLICHKEITSARBEIT",
    ] {
        assert_eq!(choices.several(cell), Ok(vec![SessionId(1)]), "{cell}");
    }
    assert_eq!(choices.one("Käsebar"), Some(SessionId(2)));
    assert_eq!(choices.one("Kasebar"), Some(SessionId(3)));
    assert_eq!(choices.one("Kaesebar"), None);
}

#[test]
fn some_words_choose_nothing() {
    let choices = sample();
    for cell in [
        "keine",
        "Keine Session",
        "none",
        "noch offen",
        "weiß noch nicht",
    ] {
        assert_eq!(choices.several(cell), Ok(vec![]), "{cell}");
    }
    assert!(choices.several("egal").is_err());
    let told = choices.told(&[("egal".to_owned(), Field::Ignore)], &[]);
    assert_eq!(told.several("Egal"), Ok(vec![]));
    assert_eq!(told.several("A; egal"), Ok(vec![SessionId(1)]));
}

#[test]
fn a_cell_of_many_commas_is_read_at_once() {
    // An algorithm that tries every comma as a separator takes minutes here.
    let choices = sample();
    for (cell, is_understood) in [
        (", a".repeat(20_000), true),
        (",".repeat(60_000) + "x", false),
        ("Session A,".repeat(6_000), true),
        (format!("A{}B", ",".repeat(60_000)), true),
        ("x ".repeat(30_000), false),
        ("nobody knows this: ".repeat(3_000), false),
    ] {
        let start = &cell[..20];
        assert_eq!(choices.several(&cell).is_ok(), is_understood, "{start}");
    }
}

#[test]
fn a_label_of_two_sessions_is_a_label_of_none() {
    let choices = Choices::new(
        &[
            session(1, "room-1", "Bar 1: Harbour"),
            session(2, "bar-1", "Hall 1: Plenary"),
        ],
        chrono_tz::Europe::Berlin,
    );
    assert_eq!(choices.one("1"), None);
    assert_eq!(choices.one("Bar 1"), Some(SessionId(2)));
    assert_eq!(choices.one("Hall 1"), Some(SessionId(2)));
}

#[test]
fn a_remark_in_brackets_hides_no_session() {
    let choices = sample();
    for (cell, chosen) in [
        ("Session A (11:15 Uhr)", vec![1]),
        ("Session A (max. 20)", vec![1]),
        (
            "A (max. 20, EG), Session B: KI, Daten und Cluster (Saal 2)",
            vec![1, 2],
        ),
        ("Session A (Raum 1) und C (Raum 2)", vec![1, 3]),
        ("Session A: Kreislaufwirtschaft (1. Wahl)", vec![1]),
    ] {
        let chosen = chosen.into_iter().map(SessionId).collect();
        assert_eq!(choices.several(cell), Ok(chosen), "{cell}");
    }
    for cell in [
        "Session A (Warteliste)",
        "Session A (2. Wahl)",
        "Session A (nicht sicher)",
        "Session A (B statt",
        "Session A (neu) xyz",
    ] {
        assert!(choices.several(cell).is_err(), "{cell}");
    }
    let parts = Choices::new(
        &[
            session(1, "one", "Energie (Teil 1)"),
            session(2, "two", "Energie"),
        ],
        chrono_tz::Europe::Berlin,
    );
    assert_eq!(parts.several("Energie (Teil 1)"), Ok(vec![SessionId(1)]));
    assert_eq!(
        parts.several("Energie (Teil 1), Energie"),
        Ok(vec![SessionId(1), SessionId(2)])
    );
    let many = format!("A {}", "(x ".repeat(60_000));
    assert!(choices.several(&many).is_err());
}

#[test]
fn the_nearest_title_has_the_same_letter() {
    let choices = sample();
    let nearest = |cell: &str| choices.several(cell).unwrap_err().nearest;
    let a = Some("Session A: Kreislaufwirtschaft".to_owned());
    assert_eq!(nearest("Session A xyz"), a);
    assert_eq!(nearest("Workshop A"), a);
    assert_eq!(nearest("Session D: Neues"), None);
    let slug = choices.several("Workshop B").unwrap_err().slug;
    assert_eq!(slug.as_deref(), Some("breakout-b"));
}

#[test]
fn a_no_chooses_nothing() {
    for cell in ["nein", "Nein", "no"] {
        assert_eq!(sample().several(cell), Ok(vec![]), "{cell}");
    }
}

#[test]
fn a_second_choice_is_no_sign_up() {
    for (text, number) in [
        ("1. Wahl", Some(1)),
        ("Workshop (2. Wahl)", Some(2)),
        ("Zweitwunsch", Some(2)),
        ("Dritter Wunsch", Some(3)),
        ("Priorität 2", Some(2)),
        ("Second choice", Some(2)),
        ("2nd choice", Some(2)),
        ("Wahl der Session", None),
        ("Session 2", None),
        ("choice", None),
    ] {
        assert_eq!(rank(text), number, "{text}");
    }
    let choices = sample();
    assert_eq!(choices.several("1. Wahl: A"), Ok(vec![SessionId(1)]));
    for cell in ["1. Wahl: A, 2. Wahl: B", "2. Wahl: B", "A; Zweitwunsch: B"] {
        assert!(choices.several(cell).unwrap_err().is_ranked, "{cell}");
    }
}
