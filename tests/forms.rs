//! Generated sign-up files: a small pool of people, written as people write.
//!
//! Small on purpose: the same person has to come back with another spelling, another address and
//! another mind, or the laws would hold for files that nobody sends.

use proptest::prelude::*;

/// Somebody who may sign up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Somebody {
    pub(crate) title: &'static str,
    pub(crate) given: &'static str,
    pub(crate) family: &'static str,
    pub(crate) address: &'static str,
    organisation: usize,
}

const fn somebody(
    title: &'static str,
    given: &'static str,
    family: &'static str,
    address: &'static str,
    organisation: usize,
) -> Somebody {
    Somebody {
        title,
        given,
        family,
        address,
        organisation,
    }
}

/// The pool: umlauts, titles, a shared mailbox, namesakes, near names, small words.
pub(crate) const PEOPLE: &[Somebody] = &[
    somebody(
        "",
        "Anna",
        "Müller-Lüdenscheidt",
        "anna.mueller@biocluster-nord.example.org",
        0,
    ),
    somebody(
        "Dr.",
        "Jörg",
        "Weiß",
        "joerg.weiss@photonik-sued.example.org",
        1,
    ),
    somebody(
        "",
        "Thomas",
        "Möller",
        "t.moeller@biocluster-nord.example.org",
        0,
    ),
    somebody(
        "",
        "Thomas",
        "Möller",
        "thomas.moeller@photonik-sued.example.org",
        1,
    ),
    somebody("", "Petra", "Huber", "info@foodwerk.example.org", 2),
    somebody("", "Max", "Huber", "info@foodwerk.example.org", 2),
    somebody(
        "Prof. Dr.",
        "Regine",
        "von der Heide",
        "heide@uni-auental.example.org",
        3,
    ),
    somebody(
        "",
        "Łukasz",
        "Śliwiński",
        "lukasz.sliwinski@zielona-stal.example.org",
        4,
    ),
    somebody(
        "",
        "Katrin",
        "Lindner",
        "k.lindner@uni-auental.example.org",
        3,
    ),
    somebody(
        "",
        "Kathrin",
        "Lindner",
        "kathrin.lindner@uni-auental.example.org",
        3,
    ),
    somebody("", "Zoé", "Lefèvre", "zoe.lefevre@verre.example.org", 4),
    somebody(
        "Dipl.-Ing.",
        "Øystein",
        "Ås",
        "oystein.aas@fjordlys.example.org",
        5,
    ),
];

/// Those of the pool whom nobody takes for somebody else.
pub(crate) const DISTINCT: [usize; 6] = [0, 1, 6, 7, 10, 11];

/// Organisations in three spellings each.
const ORGANISATIONS: &[[&str; 3]] = &[
    ["BioCluster Nord e.V.", "Biocluster Nord", "BIOCLUSTER NORD"],
    ["Photonik Süd GmbH", "Photonik Sued", "Photonik Süd"],
    [
        "Foodwerk Emsland",
        "Foodwerk Emsland gGmbH",
        "FOODWERK EMSLAND",
    ],
    [
        "Universität Auental",
        "Universitaet Auental",
        "universität auental",
    ],
    [
        "Pôle Verre & Lumière",
        "Pôle Verre et Lumière",
        "Pole Verre & Lumiere",
    ],
    ["Fjordlys", "Fjordlys Ltd.", "FJORDLYS"],
];

/// Titles of the sessions people choose from, as in `desk::PROGRAMME`.
pub(crate) const SESSIONS: [&str; 5] = [
    "Session A: Public relations",
    "Session B: Economic recovery",
    "Session C: Human resources",
    "Bar 1: Harbour Pub",
    "Bar 2: Wine Parlour",
];

/// How a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    Plain,
    FamilyFirst,
    Capitals,
    Folded,
    WithTitle,
    Blanks,
}

/// Which address stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mailbox {
    Own,
    Capitals,
    Shared,
    Missing,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Nothing,
    BadAddress,
    UnknownSession,
    Nobody,
    BadStatus,
    BadTime,
}

/// One submission.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) who: usize,
    pub(crate) spelling: Spelling,
    pub(crate) mailbox: Mailbox,
    /// Which spelling of the organisation; none of them for 3.
    pub(crate) organisation: usize,
    pub(crate) chosen: Vec<usize>,
    pub(crate) cancelled: bool,
    pub(crate) trouble: Trouble,
    pub(crate) remark: &'static str,
    /// Minutes after the form was opened.
    pub(crate) minute: u32,
}

/// How a file is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dress {
    pub(crate) delimiter: char,
    pub(crate) encoding: Encoding,
    pub(crate) german: bool,
    pub(crate) line_end: &'static str,
}

/// The bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16,
    Windows1252,
}

/// The plainest file.
pub(crate) const PLAIN: Dress = Dress {
    delimiter: ';',
    encoding: Encoding::Utf8,
    german: false,
    line_end: "\n",
};

/// Any submission, most of them without trouble.
pub(crate) fn row() -> impl Strategy<Value = Row> {
    (
        0..PEOPLE.len(),
        prop_oneof![
            4 => Just(Spelling::Plain),
            1 => Just(Spelling::FamilyFirst),
            1 => Just(Spelling::Capitals),
            1 => Just(Spelling::Folded),
            1 => Just(Spelling::WithTitle),
            1 => Just(Spelling::Blanks),
        ],
        prop_oneof![
            6 => Just(Mailbox::Own),
            1 => Just(Mailbox::Capitals),
            1 => Just(Mailbox::Shared),
            2 => Just(Mailbox::Missing),
        ],
        0..4_usize,
        chosen(),
        prop::bool::weighted(0.15),
        prop_oneof![
            20 => Just(Trouble::Nothing),
            1 => Just(Trouble::BadAddress),
            1 => Just(Trouble::UnknownSession),
            1 => Just(Trouble::Nobody),
            1 => Just(Trouble::BadStatus),
            1 => Just(Trouble::BadTime),
        ],
        prop::sample::select(vec![
            "",
            "",
            "vegan",
            "=1+1",
            "zwei\nZeilen",
            "sagt \"hallo\"; oder so",
        ]),
    )
        .prop_map(
            |(who, spelling, mailbox, organisation, chosen, cancelled, trouble, remark)| Row {
                who,
                spelling,
                mailbox,
                organisation,
                chosen,
                cancelled,
                trouble,
                remark,
                minute: 0,
            },
        )
}

/// Some of the sessions.
pub(crate) fn chosen() -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence((0..SESSIONS.len()).collect::<Vec<_>>(), 0..=3)
}

/// Submissions in the order they came in.
pub(crate) fn rows(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), count).prop_map(|mut rows| {
        for (minute, row) in (0..).step_by(7).zip(&mut rows) {
            row.minute = minute;
        }
        // A file of which no row can be taken may be about something else, and is refused.
        if let Some(first) = rows.first_mut() {
            first.trouble = Trouble::Nothing;
        }
        rows
    })
}

/// Submissions of people who always write themselves the same way, and make no mistakes.
pub(crate) fn plain_rows(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Row>> {
    rows(count).prop_map(|mut rows| {
        for row in &mut rows {
            row.spelling = Spelling::Plain;
            row.mailbox = Mailbox::Own;
            row.organisation = 0;
            row.trouble = Trouble::Nothing;
            row.remark = "";
        }
        rows
    })
}

/// Any way to write a file.
pub(crate) fn dress() -> impl Strategy<Value = Dress> {
    (
        prop::sample::select(vec![';', ',', '\t', '|']),
        prop::sample::select(vec![
            Encoding::Utf8,
            Encoding::Utf8WithMark,
            Encoding::Utf16,
            Encoding::Windows1252,
        ]),
        any::<bool>(),
        prop::sample::select(vec!["\n", "\r\n"]),
    )
        .prop_map(|(delimiter, encoding, german, line_end)| Dress {
            delimiter,
            encoding,
            german,
            line_end,
        })
}

impl Row {
    fn name(&self) -> String {
        let who = PEOPLE[self.who];
        let plain = format!("{} {}", who.given, who.family);
        match self.spelling {
            Spelling::Plain => plain,
            Spelling::FamilyFirst => format!("{}, {}", who.family, who.given),
            Spelling::Capitals => plain.to_uppercase(),
            Spelling::Folded => folded(&plain),
            Spelling::WithTitle => format!("{} {plain}", who.title).trim().to_owned(),
            Spelling::Blanks => format!(" {}\u{a0} {}  ", who.given, who.family),
        }
    }

    fn address(&self) -> String {
        let who = PEOPLE[self.who];
        match self.mailbox {
            Mailbox::Own => who.address.to_owned(),
            Mailbox::Capitals => who.address.to_uppercase(),
            Mailbox::Shared => {
                let domain = who.address.split_once('@').unwrap().1;
                format!("office@{domain}")
            }
            Mailbox::Missing => String::new(),
        }
    }

    fn cells(&self) -> [String; 7] {
        let organisation = ORGANISATIONS[PEOPLE[self.who].organisation]
            .get(self.organisation)
            .copied()
            .unwrap_or_default();
        let titles: Vec<&str> = self.chosen.iter().map(|index| SESSIONS[*index]).collect();
        let status = if self.cancelled { "cancelled" } else { "" };
        let time = chrono::NaiveDate::from_ymd_opt(2020, 9, 7)
            .unwrap()
            .and_hms_opt(8, 0, 0)
            .unwrap()
            + chrono::TimeDelta::minutes(self.minute.into());
        let mut cells = [
            time.format("%Y-%m-%d %H:%M:%S").to_string(),
            self.name(),
            self.address(),
            organisation.to_owned(),
            titles.join("; "),
            status.to_owned(),
            self.remark.to_owned(),
        ];
        match self.trouble {
            Trouble::Nothing => {}
            Trouble::BadAddress => "nobody at example".clone_into(&mut cells[2]),
            Trouble::UnknownSession => "Session Z: Nothing of the kind".clone_into(&mut cells[4]),
            Trouble::Nobody => {
                cells[1].clear();
                cells[2].clear();
            }
            Trouble::BadStatus => "perhaps".clone_into(&mut cells[5]),
            Trouble::BadTime => "2020-02-30 10:00".clone_into(&mut cells[0]),
        }
        cells
    }
}

/// Folds umlauts away as people without the keys do.
fn folded(text: &str) -> String {
    [
        ("ü", "ue"),
        ("ö", "oe"),
        ("ß", "ss"),
        ("é", "e"),
        ("è", "e"),
        ("Ł", "L"),
        ("Ś", "S"),
        ("ń", "n"),
        ("Ø", "O"),
        ("Å", "A"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (letter, plain)| {
        text.replace(letter, plain)
    })
}

impl Dress {
    /// Writes a file.
    pub(crate) fn file(&self, rows: &[Row]) -> Vec<u8> {
        let headings = if self.german {
            [
                "Zeitstempel",
                "Name",
                "E-Mail",
                "Organisation",
                "Welche Session?",
                "Status",
                "Bemerkungen",
            ]
        } else {
            [
                "Registration time",
                "Name",
                "Email",
                "Organisation",
                "Session",
                "Status",
                "Remarks",
            ]
        };
        let mut text = self.line(&headings.map(str::to_owned));
        for row in rows {
            text.push_str(&self.line(&row.cells()));
        }
        match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8WithMark => format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf16 => [0xfeff_u16]
                .into_iter()
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect(),
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        }
    }

    fn line(&self, cells: &[String]) -> String {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| {
                if cell.contains([self.delimiter, '"', '\n']) {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            })
            .collect();
        format!(
            "{}{}",
            cells.join(&self.delimiter.to_string()),
            self.line_end
        )
    }
}
