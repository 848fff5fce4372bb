//! Every repair is the inverse of a misreading, and correct text stays unchanged.

use proptest::prelude::*;

use super::{Detector, MOST_LAYERS, Misread, Verdict, is_misread, repair};

/// Reads the UTF-8 of a text in another encoding.
fn mangled(text: &str, from: Misread) -> String {
    let character = |byte: u8| match byte {
        0..0x80 => char::from(byte),
        _ => from.codec().characters[usize::from(byte - 0x80)],
    };
    text.bytes().map(character).collect()
}

/// The same with Latin-1, which has control codes where Windows has letters.
fn mangled_as_latin1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

fn layers_of(text: &str) -> Vec<Misread> {
    let mut layers = Vec::new();
    loop {
        let mut detector = Detector::default();
        for line in repair(text, &layers).lines() {
            detector.observe(line);
        }
        match detector.verdict() {
            Verdict::Misread { from, .. } if layers.len() < MOST_LAYERS => layers.push(from),
            _ => return layers,
        }
    }
}

fn repaired(text: &str) -> String {
    repair(text, &layers_of(text)).into_owned()
}

fn verdict(text: &str) -> Verdict {
    let mut detector = Detector::default();
    detector.observe(text);
    detector.verdict()
}

#[test]
fn what_was_misread_is_put_right() {
    for (text, expected) in [
        ("JÃ¶rg MÃ¼ller;BrÃ¼cke e.V.", "Jörg Müller;Brücke e.V."),
        ("KÃ¤the GroÃŸ;SÃ¼d GmbH", "Käthe Groß;Süd GmbH"),
        ("MARIE-JOSÃ‰", "MARIE-JOSÉ"),
        ("50 â‚¬ â€“ â€žjaâ€œ", "50 € – „ja“"),
        ("MÃƒÂ¼ller", "Müller"),
        ("M√ºller;Gro√ü;‚Ç¨", "Müller;Groß;€"),
        ("MĂĽller;GroĂź;Ĺ‚ukasz", "Müller;Groß;łukasz"),
        ("Ð˜Ð²Ð°Ð½", "Иван"),
        ("uÌˆber", "u\u{308}ber"),
        ("ï»¿Name", "\u{FEFF}Name"),
        ("„ja“ âœ“", "„ja“ ✓"),
        ("10Â\u{A0}km;JÃ¶rg", "10\u{A0}km;Jörg"),
        // Somebody retyped the headings, with a correct letter.
        ("Straße\nJÃ¶rg", "Straße\nJörg"),
        // Former no-break spaces and control codes are lost.
        (
            "JÃ¶rg JiÅ?Ã\u{AD};CittÃ ;10Â km",
            "Jörg Ji\u{FFFD}í;Citt\u{FFFD} ;10 km",
        ),
        ("MÃ¼ller;MÂ¿ ï¿½", "Müller;M¿ \u{FFFD}"),
    ] {
        assert_eq!(repaired(text), expected, "{text}");
    }
}

#[test]
fn what_contradicts_itself_is_left_and_said() {
    for text in ["JOÃO\nJÃ¶rg", "MÃ€nner\nJÃ¶rg", "AMANHÃ Ü\nJÃ¶rg"] {
        assert_eq!(verdict(text), Verdict::Doubtful, "{text}");
        assert_eq!(repaired(text), text);
        assert!(is_misread("JÃ¶rg") && !is_misread("JOÃO"));
    }
}

#[test]
fn right_text_is_clean() {
    for text in [
        "Jörg Müller",
        "JOÃO AMANHÃ",
        "« MANHû",
        "“MAÇÔ",
        "„Ä“ und „Ö“",
        "«CAFÉ»",
        "À «\u{A0}la\u{A0}»",
        "« le café\u{A0}»",
        "»öffentlich« ‚Ära‘",
        // A misread tick ends like this, and no quotation mark comes before it.
        "„âœ“",
        "»bâœ«",
        "STÓŁ KĘŻ",
        "RĂŞINARI",
        "10 °C ± 2, ½",
        "Łódź, Žďár, Åse Ærø",
        "",
    ] {
        assert_eq!(verdict(text), Verdict::Clean, "{text}");
    }
}

/// Lower-case letters beyond ASCII in twelve languages, each with its capital if that is one letter.
const LANGUAGES: [&str; 12] = [
    "",
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "àèéìòù",
    "áéíñóúü",
    "ãâáàçéêíõóôú",
    "éëïóü",
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "æøå",
    "æøåéò",
    "åäöé",
];

/// Generates words as people write them, in the quotation marks of many countries.
fn word(letters: &'static str) -> impl Strategy<Value = String> {
    let letters: Vec<char> = letters.chars().chain('a'..='z').collect();
    let special = letters.len() - 26;
    let letter = prop_oneof![0..letters.len(), 0..special.max(1)].prop_map(move |at| letters[at]);
    let case = prop_oneof![Just(0), Just(1), Just(1), Just(2)];
    let quotes = prop::sample::select(vec![
        ["", ""],
        ["", ""],
        ["", ""],
        ["„", "“"],
        ["“", "”"],
        ["»", "«"],
        ["«", "»"],
        ["‚", "‘"],
        ["‘", "’"],
        ["(", ")"],
        ["", "…"],
        ["– ", ""],
        ["", " €"],
        ["", "’s"],
    ]);
    (prop::collection::vec(letter, 1..9), case, quotes).prop_map(
        |(letters, case, [open, close])| {
            let upper = |it: char| {
                let mut upper = it.to_uppercase();
                upper
                    .next()
                    .filter(|_| upper.next().is_none())
                    .unwrap_or(it)
            };
            let cased = |(at, it): (usize, char)| match case {
                2 => upper(it),
                1 if at == 0 => upper(it),
                _ => it,
            };
            let word: String = letters.into_iter().enumerate().map(cased).collect();
            format!("{open}{word}{close}")
        },
    )
}

fn text() -> impl Strategy<Value = String> {
    (0..LANGUAGES.len())
        .prop_flat_map(|language| {
            let line = prop::collection::vec(word(LANGUAGES[language]), 1..5);
            prop::collection::vec(line.prop_map(|words| words.join(" ")), 1..12)
        })
        .prop_map(|lines| lines.join("\n"))
        // No word has these letters next to each other, and a sign after them turns them into a tick.
        .prop_filter("no word", |text| !text.contains("âœ"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_right_text_is_never_changed(text in text()) {
        prop_assert_eq!(layers_of(&text), []);
    }

    #[test]
    fn a_repair_takes_a_misreading_back(text in text()) {
        // A single letter in a cell proves nothing.
        let text = format!("Jörg\n{text}");
        prop_assert_eq!(repaired(&mangled(&text, Misread::Windows1252)), text.clone());
        // On a Mac this mark becomes the beginning of a quoted German word.
        let of_mac = text.replace('‚', "");
        prop_assert_eq!(repaired(&mangled(&of_mac, Misread::MacRoman)), of_mac);
        prop_assert_eq!(repaired(&mangled_as_latin1(&text)), text.clone());
        let twice = mangled(&mangled(&text, Misread::Windows1252), Misread::Windows1252);
        prop_assert_eq!(repaired(&twice), text);
    }
}
