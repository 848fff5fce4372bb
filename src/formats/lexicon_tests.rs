use super::*;

fn vocabulary() -> Vocabulary {
    toml::from_str(SOURCE).unwrap()
}

#[test]
fn every_list_of_columns_is_a_field_and_no_word_means_two() {
    let mut seen: HashMap<String, String> = HashMap::new();
    for (name, words) in vocabulary().columns {
        assert!(Field::parse(&name).is_some(), "{name} is not a field");
        for word in words {
            let folded = fold(&word).concat();
            assert!(!folded.is_empty(), "{name}: `{word}`");
            if let Some(other) = seen.insert(folded, name.clone()) {
                panic!("`{word}` is in {other} and in {name}");
            }
        }
    }
}

#[test]
fn no_word_of_a_cell_is_in_two_lists() {
    let words = vocabulary();
    let states = words.states;
    let lists = [
        &states.unfinished,
        &states.waitlisted,
        &states.denied,
        &states.cancelled,
        &states.pending,
        &states.unanswered,
        &states.confirmed,
    ];
    let mut seen = HashSet::new();
    for word in lists.into_iter().flatten() {
        assert!(
            seen.insert(fold(word).join(" ") + if word.ends_with('*') { "*" } else { "" }),
            "{word}"
        );
    }
    let presence = words.presence;
    let mut seen = HashSet::new();
    for word in [
        &presence.excused,
        &presence.absent,
        &presence.late,
        &presence.there,
    ]
    .into_iter()
    .flatten()
    {
        assert!(
            seen.insert(fold(word).join(" ") + if word.ends_with('*') { "*" } else { "" }),
            "{word}"
        );
    }
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
