use super::super::Field;
use super::*;

/// The lists of a table as written in the file.
fn lists(table: &str) -> Vec<(String, Vec<String>)> {
    let vocabulary: toml::Table = toml::from_str(SOURCE).unwrap();
    let lists = vocabulary[table].as_table().unwrap().iter();
    let list = |(name, words): (&String, &toml::Value)| {
        let words = words.clone().try_into().unwrap_or_default();
        (name.clone(), words)
    };
    lists.map(list).collect()
}

#[test]
fn the_vocabulary_can_be_read() {
    let read: Result<Lexicon, _> = toml::from_str(SOURCE);
    assert!(read.is_ok(), "{:?}", read.err());
}

#[test]
fn every_list_of_columns_is_a_field_and_no_word_means_two() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (name, words) in lists("columns") {
        assert!(Field::parse(&name).is_some(), "{name} is not a field");
        for word in words {
            let folded = fold::words(&word).concat();
            assert!(!folded.is_empty(), "{name}: `{word}`");
            if let Some(other) = seen.insert(folded, name.clone()) {
                panic!("`{word}` is in {other} and in {name}");
            }
        }
    }
}

#[test]
fn no_word_of_a_cell_is_in_two_lists() {
    // Words of these lists may also be in neighbouring lists.
    let apart = ["negations", "denials", "ordinary", "unpaid"];
    for table in [
        "states",
        "presence",
        "asides",
        "session_kinds",
        "languages",
        "programme",
        "polls",
    ] {
        let mut seen = HashSet::new();
        for (name, words) in lists(table) {
            let signs = name.starts_with("letters_") || name.ends_with("_signs");
            for word in words
                .iter()
                .filter(|_| !signs && !apart.contains(&name.as_str()))
            {
                let folded =
                    fold::words(word).join(" ") + if word.ends_with('*') { "*" } else { "" };
                assert!(!folded.is_empty(), "{table}.{name}: `{word}`");
                assert!(seen.insert(folded), "{table}.{name}: `{word}` twice");
            }
        }
    }
}

#[test]
fn a_list_says_a_word_once() {
    for table in [
        "asides",
        "sessions",
        "session_kinds",
        "languages",
        "times",
        "polls",
    ] {
        for (name, words) in lists(table) {
            let mut seen = HashSet::new();
            for word in words.iter().filter(|_| !name.ends_with("_signs")) {
                assert!(
                    seen.insert(fold::words(word)) || name == "joining",
                    "{name}: `{word}`"
                );
            }
        }
    }
}

#[test]
fn every_kind_of_session_has_words_and_every_month_is_there() {
    assert_eq!(LEXICON.times.months.len(), 12);
    let kinds: Vec<&str> = LEXICON.session_kinds.keys().map(String::as_str).collect();
    let known = [
        "breakout",
        "keynote",
        "networking",
        "other",
        "plenary",
        "social",
    ];
    assert_eq!(kinds, known);
}

#[test]
fn states_are_read_in_many_languages_and_with_remarks() {
    for (cell, state) in [
        ("storniert", State::Cancelled),
        ("Nimmt nicht teil", State::Cancelled),
        ("Nimmt teil", State::Confirmed),
        ("gebucht", State::Confirmed),
        ("nicht bezahlt", State::Unpaid),
        ("bezahlt (PayPal)", State::Confirmed),
        ("bezahlt / storniert", State::Cancelled),
        ("Paid (cancelled)", State::Cancelled),
        ("confirmed, then cancelled", State::Cancelled),
        ("ja (Warteliste)", State::Waitlisted),
        ("Confirmation pending", State::Pending),
        ("inscrit en liste d'attente", State::Waitlisted),
        ("je ne viens pas", State::Cancelled),
        ("Annulé", State::Cancelled),
        ("confirmé", State::Confirmed),
        ("Warteplatz 2", State::Waitlisted),
        ("pending_approval", State::Pending),
        ("AWAITING_PAYMENT", State::Unpaid),
        ("odhlášen", State::Cancelled),
        ("przełożono", State::Confirmed),
    ] {
        let expected = (cell != "przełożono").then_some(state);
        assert_eq!(LEXICON.state(cell), expected, "{cell}");
    }
}

#[test]
fn presence_is_read_with_its_reason() {
    for (cell, presence) in [
        ("ja", Some(Presence::There)),
        ("nein, krank", Some(Presence::Excused)),
        ("No (excused)", Some(Presence::Excused)),
        ("present, absent", None),
        ("ja (kam später)", Some(Presence::There)),
        ("entschuldigt", Some(Presence::Excused)),
        ("Abwesend", Some(Presence::Absent)),
        ("nicht erschienen", Some(Presence::Absent)),
        ("verspätet", Some(Presence::There)),
        ("✓", Some(Presence::There)),
        ("☐", Some(Presence::Absent)),
        ("TRUE", Some(Presence::There)),
        ("Présente", Some(Presence::There)),
        ("nieobecna", Some(Presence::Absent)),
        ("Fischbrötchen", None),
        ("P", None),
    ] {
        assert_eq!(LEXICON.presence(cell, false), presence, "{cell}");
    }
    assert_eq!(LEXICON.presence("P (2/2)", true), Some(Presence::There));
    assert_eq!(LEXICON.presence("E", true), Some(Presence::Excused));
}

#[test]
fn other_subjects_are_told_from_decisive_ones() {
    for heading in [
        "Vegetarisch?",
        "Mittagessenwunsch",
        "Fotoerlaubnis",
        "Newsletter",
        "AGB akzeptiert",
    ] {
        assert!(LEXICON.names_another_subject(heading), "{heading}");
    }
    for heading in [
        "Kommt",
        "Draft",
        "Buchung",
        "Anwesend",
        "Order cancelled",
        "Hessen",
        "Standort Bonn",
        "Automatic check-in",
        "Business meeting",
        "Career day",
        "Account active",
        "Bildungsforum",
    ] {
        assert!(!LEXICON.names_another_subject(heading), "{heading}");
    }
}

#[test]
fn headings_of_coming_are_asked_about_in_every_language() {
    for heading in [
        "Kommst du?",
        "Können Sie teilnehmen?",
        "Will you be there?",
        "Can you make it on 3 March?",
        "Please cancel my registration",
        "Vous venez ?",
        "Deltager du?",
        "Czy weźmiesz udział?",
        "Zúčastníte se?",
        "Bereits eingecheckt",
        "Badge scanned",
        "Accepted",
    ] {
        let speaks = LEXICON.speaks_of_coming(heading);
        assert!(speaks && !LEXICON.names_a_subject(heading), "{heading}");
    }
    for heading in [
        "Haben Sie Allergien?",
        "Do you need a hotel?",
        "Mittagessen am Montag",
    ] {
        assert!(LEXICON.names_a_subject(heading), "{heading}");
    }
}
