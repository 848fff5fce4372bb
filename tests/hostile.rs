//! Texts that mean something to some program, in every field that a file or a command can fill, on every page.
//!
//! Nothing is obeyed: no formula, no element, no component of a calendar, no escape sequence, no template. And each
//! text can be read where it stands, so that whoever wonders can see what was typed.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use calamine::{Reader as _, Xlsx};
use rollcall::output::{guard, shown, unguard};
use serde_json::Value;

use super::desk::Desk;
use super::pages::{
    DOCUMENTS, FOR_PEOPLE, PAGES, elements, html_words, line, markdown_words, to_a_file,
};

/// The texts; each means something to somebody.
const TEXTS: &[&str] = &[
    "=HYPERLINK(\"https://example.org/?\"&A1,\"click\")",
    "＝NOW(7*8)",
    "＋PI(0)",
    "－ROWS(Z9)",
    "＠WEBSERVICE(K3)",
    "+cmd|' /C calc'!A0",
    "-2+3+LEN(V4)",
    "@SUM(1+1)*cmd",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "'=INFO(osversion)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style><b>bold",
    "<![CDATA[x]]> --> &lt;b&gt; &amp;",
    "{{ document.title }}",
    "{% include \"style.css\" %}",
    "{# comment #}",
    "[x](javascript:alert(1))",
    "`code` | **pipe** | ~~gone~~",
    "![x](https://example.org/x.png)",
    "# heading",
    "x\r\nBEGIN:VEVENT\r\nSUMMARY:new",
    "x\nATTENDEE:mailto:anna@example.org",
    "x;TZID=a:b,c\\n\\;d",
    "\u{1b}[2J\u{1b}[31mred",
    "\u{9b}31mred",
    "\u{1b}]8;;https://example.org\u{7}link\u{1b}]8;;\u{7}",
    "x\u{202e}gpj.exe",
    "\u{2066}isolated\u{2069}",
    "zero\u{200b}wi\u{feff}dth",
    "nul\0nul",
    "line\u{2028}separator\u{85}next",
];

/// Words as different from each other as names are, so that nobody is taken for somebody else.
fn word(index: usize) -> String {
    const FIRST: [&str; 6] = ["Bra", "Kel", "Vos", "Tim", "Zug", "Wyn"];
    const SECOND: [&str; 7] = ["dorf", "mant", "quist", "lach", "bergh", "poulos", "rix"];
    let (first, second) = (FIRST[index % 6], SECOND[index / 6 % 7]);
    format!("{first}{second}")
}

/// A text as it is put into the fields: the very text, and one that means nothing.
type As = fn(usize) -> String;

fn hostile(index: usize) -> String {
    TEXTS
        .get(index)
        .map_or_else(|| "x".repeat(10_000), |it| (*it).to_owned())
}

fn harmless(index: usize) -> String {
    format!("Text {}", word(index))
}

/// How many texts there are: those above, and a name of ten thousand letters.
const COUNT: usize = TEXTS.len() + 1;

fn rows(heading: &str, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(heading.split(',')).unwrap();
    for row in rows {
        writer
            .write_record(row.iter().map(|it| guard(it).into_owned()))
            .unwrap();
    }
    writer.into_inner().unwrap()
}

/// A file with the hostile texts in every field.
fn hostile_desk() -> Desk {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::of(FILE.get_or_init(|| std::fs::read(filled(hostile).database()).unwrap()))
}

/// A file with texts in every field.
fn filled(text: As) -> Desk {
    let mut desk = Desk::new();
    let both = |index: usize| format!("{} {}", text(index), word(index));
    let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    let address = |index: usize| format!("{}@mail.example.org", word(index).to_lowercase());
    let programme = rows(
        "event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule",
        (0..=COUNT).map(|row| match row.checked_sub(1) {
            None => own(&[
                "e",
                "",
                &both(10),
                "event",
                "2020-10-08T10:00:00+02:00",
                "2020-10-08T18:00:00+02:00",
                "",
                "",
                "",
                "",
                "Europe/Berlin",
                &text(11),
                "",
            ]),
            Some(index) => own(&[
                "e",
                &format!("s{index}"),
                &both(index),
                "breakout",
                "2020-10-08T11:00:00+02:00",
                "2020-10-08T12:00:00+02:00",
                "",
                "no",
                &text(index),
                &both(index).replace(';', ","),
                "",
                "",
                "",
            ]),
        }),
    );
    let organisations = rows(
        "id,name,short_name,kind,country,region,website,aliases",
        (0..COUNT).map(|index| {
            own(&[
                "",
                &both(index),
                &text(index),
                "other",
                &text(index),
                &text(index),
                &text(index),
                &text(index).replace(';', ","),
            ])
        }),
    );
    let people = rows(
        "id,title,given_name,family_name,email,other_emails,phone,role,organisation,language,aliases",
        (0..COUNT).map(|index| {
            own(&[
                "",
                &text(index),
                &text(index),
                &both(index),
                &address(index),
                "",
                &text(index),
                &text(index),
                &both(index),
                "de",
                &text(index).replace(';', ","),
            ])
        }),
    );
    let signups = rows(
        &format!(
            "event,session,person_id,title,given_name,family_name,email,organisation,status,requested_at,{}",
            (0..COUNT)
                .map(|index| format!("Q{index}"))
                .collect::<Vec<_>>()
                .join(",")
        ),
        (0..COUNT).map(|index| {
            let session = format!("s{index}");
            let mut row = own(&[
                "e",
                &session,
                "",
                "",
                &text(index),
                &both(index),
                &address(index),
                &both(index),
                "confirmed",
                "2020-09-07T08:00:00+02:00",
            ]);
            row.extend((0..COUNT).map(text));
            row
        }),
    );
    let signups = headed(&signups, text);
    let attendance = rows(
        "event,session,person_id,given_name,family_name,email,organisation,recorded_name,recorded_email,joined_at,left_at,source,seconds,meets,nobody,verdict,reason",
        (0..COUNT).flat_map(|index| {
            let session = format!("s{index}");
            let stay = own(&[
                "e",
                &session,
                "",
                &text(index),
                &both(index),
                &address(index),
                "",
                &both(index),
                "",
                "2020-10-08T11:00:00+02:00",
                "2020-10-08T11:50:00+02:00",
                &text(index),
                "",
                "",
                "no",
                "",
                "",
            ]);
            let nobody = own(&[
                "e",
                &session,
                "",
                "",
                "",
                "",
                "",
                &text(index),
                "",
                "2020-10-08T11:00:00+02:00",
                "2020-10-08T11:50:00+02:00",
                &text(index),
                "",
                "",
                "yes",
                "",
                "",
            ]);
            let ruling = own(&[
                "e",
                "s0",
                "",
                &text(index),
                &both(index),
                &address(index),
                "",
                "",
                "",
                "",
                "",
                "ruling",
                "",
                "",
                "",
                "present",
                &text(index),
            ]);
            [stay, nobody, ruling]
        }),
    );
    for (name, bytes) in [
        ("programme", programme),
        ("organisations", organisations),
        ("people", people),
        ("signups", signups),
        ("attendance", attendance),
    ] {
        let outcome = desk.import(&format!("{name}.csv"), &bytes);
        let outcome = &outcome.value[0];
        // Who the stays of nobody belong to may be asked.
        let asked = if name == "attendance" {
            0
        } else {
            outcome.review
        };
        assert_eq!(
            (outcome.rejected, asked),
            (0, 0),
            "{name}: {:?}",
            outcome.problems
        );
    }
    by_command(&desk, text);
    desk.check();
    desk
}

/// Puts the texts into the headings of the answers.
fn headed(signups: &[u8], text: As) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(signups);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (line, record) in reader.records().map(Result::unwrap).enumerate() {
        let cells = record.iter().map(|cell| match cell.strip_prefix('Q') {
            Some(index) if line == 0 => guard(&text(index.parse().unwrap())).into_owned(),
            _ => cell.to_owned(),
        });
        writer.write_record(cells.collect::<Vec<_>>()).unwrap();
    }
    writer.into_inner().unwrap()
}

/// Adds more by commands.
fn by_command(desk: &Desk, text: As) {
    for index in 0..COUNT {
        // After two hyphens, so that a text may begin with one.
        let (text, number) = (text(index), index.to_string());
        let of = |option: &str| format!("--{option}={text}");
        let named = |more: &str| format!("{text} {more}{}", word(index));
        desk.run(&[
            "person",
            "add",
            &of("title"),
            &of("role"),
            &of("phone"),
            "--",
            &format!("Second {}", word(index)),
        ])
        .success();
        desk.run(&[
            "organisation",
            "add",
            &of("short-name"),
            "--",
            &named("Second"),
        ])
        .success();
        desk.run(&[
            "session",
            "add",
            "--event=e",
            "--slug",
            &format!("t{number}"),
            &of("room"),
            &of("speaker"),
            &of("moderator"),
            "--",
            &named("Second"),
        ])
        .success();
        desk.run(&[
            "event",
            "add",
            "--slug",
            &format!("e{number}"),
            "--start",
            "2020-12-01 10:00",
            "--end",
            "12:00",
            &of("place"),
            "--",
            &text,
        ])
        .success();
        desk.run(&[
            "attendance",
            "set",
            "--event=e",
            &of("reason"),
            "1",
            &format!("s{number}"),
            "present",
        ])
        .success();
    }
}

/// Every page, of the event that has it all.
fn pages() -> impl Iterator<Item = Vec<&'static str>> {
    let certificates: &[&[&str]] = &[&["report", "certificate", "--all"]];
    let review: &[&[&str]] = &[&["review", "--list"], &["event", "show", "e5"]];
    let all = [PAGES, DOCUMENTS, certificates, review].concat();
    all.into_iter().map(<[&str]>::to_vec)
}

fn page(desk: &Desk, command: &[&str], format: &str) -> String {
    let line = [
        command,
        &["--event", "e", "--lang", "en", "--format", format],
    ]
    .concat();
    desk.run(&line).success()
}

/// Whether a terminal would obey it, or a reader be misled.
fn misleads(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// How a text is seen, in one line; a long one by its beginning.
fn seen(text: &str) -> String {
    line(&shown(text)).chars().take(200).collect()
}

/// A text as import takes it: NUL and byte-order marks are no part of any text file.
fn taken(text: &str) -> String {
    text.replace(['\0', '\u{feff}'], "")
}

/// Whether a text can be read on a page, as it is or as a name, whose blanks are blanks of one kind.
fn can_be_read(page: &str, text: &str) -> bool {
    let taken = taken(text);
    let ways = [seen(text), seen(&taken), seen(&line(&taken))];
    ways.iter().any(|way| page.contains(way))
}

#[test]
fn nothing_is_obeyed_on_pages_for_people() {
    let (desk, twin) = (hostile_desk(), filled(harmless));
    let mut faults = Vec::new();
    for command in pages() {
        let [text, markdown, html] = FOR_PEOPLE.map(|format| page(&desk, &command, format));
        let mut add = |fault: String| faults.push(format!("{}: {fault}", command.join(" ")));
        for (format, page) in [("text", &text), ("markdown", &markdown), ("html", &html)] {
            if let Some(character) = page.chars().find(|it| misleads(*it)) {
                add(format!("{character:?} in {format}"));
            }
        }
        let plain = page(&twin, &command, "html");
        let (elements, expected) = (elements(&html), elements(&plain));
        if elements != expected {
            add(format!("elements {:?}", different(&elements, &expected)));
        }
        if let Some(markup) = markup(&markdown) {
            add(format!("markup {markup:?}"));
        }
        let (text, markdown, html) = (line(&text), markdown_words(&markdown), html_words(&html));
        for index in 0..COUNT {
            let it = hostile(index);
            for (format, page) in [("markdown", &markdown), ("html", &html)] {
                if can_be_read(&text, &it) && !can_be_read(page, &it) {
                    add(format!("not in {format}: {}", seen(&it)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns what one page has and the other has not.
fn different(one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<String> = names
        .filter(|it| one.get(*it) != other.get(*it))
        .map(|it| format!("{it}: {:?} instead of {:?}", one.get(it), other.get(it)))
        .collect();
    names.dedup();
    names
}

/// Returns markup in Markdown that no page of ours has: elements, links, pictures.
fn markup(markdown: &str) -> Option<String> {
    let mut is_picture = false;
    for row in markdown.lines() {
        if row.starts_with("```") {
            is_picture = !is_picture;
        }
        if is_picture {
            continue;
        }
        let (mut before, mut rest) = (' ', row);
        while let Some(character) = rest.chars().next() {
            if before == '\\' {
                before = ' ';
            } else {
                let is_markup = (character == '<' && !rest.starts_with("<br>"))
                    || rest.starts_with("](")
                    || rest.starts_with("~~")
                    || (character == '`' && !row.starts_with("```"));
                if is_markup {
                    return Some(row.chars().take(200).collect());
                }
                before = character;
            }
            rest = &rest[character.len_utf8()..];
        }
    }
    None
}

#[test]
fn every_text_can_be_read_where_it_stands() {
    let desk = hostile_desk();
    for command in [
        &["report", "attendance"][..],
        &["report", "sign-in"],
        &["report", "sessions"],
        &["report", "organisations"],
        &["report", "event"],
        &["report", "certificate", "--all"],
        &["export", "people"],
        &["export", "programme"],
        &["export", "signups"],
        &["export", "attendance"],
        &["person", "list"],
        &["organisation", "list"],
        &["session", "list"],
        &["event", "list"],
    ] {
        for (format, words) in [
            ("text", line as fn(&str) -> String),
            ("markdown", markdown_words),
            ("html", html_words),
        ] {
            let page = words(&page(&desk, command, format));
            for index in 0..COUNT {
                let it = hostile(index);
                let can_be_read = can_be_read(&page, &it);
                assert!(can_be_read, "{command:?} {format}: {}", seen(&it));
            }
        }
    }
}

#[test]
fn programs_read_the_very_texts() {
    let desk = hostile_desk();
    let rows = |what: &str| -> Vec<Value> {
        serde_json::from_str(&page(&desk, &["export", what], "json")).unwrap()
    };
    let (people, organisations) = (rows("people"), rows("organisations"));
    for index in 0..COUNT {
        let (text, is) = (hostile(index), |row: &Value, key: &str| {
            row[key].as_str().map(line)
        });
        let expected = Some(line(&taken(&text)));
        for key in ["title", "given_name", "phone", "role"] {
            assert_eq!(is(&people[index], key), expected, "{key}");
        }
        for key in ["short_name", "country", "region", "website"] {
            assert_eq!(is(&organisations[index], key), expected, "{key}");
        }
    }
}

#[test]
fn no_cell_is_a_formula_and_each_is_read_back() {
    let desk = hostile_desk();
    for command in PAGES {
        let csv = page(&desk, command, "csv");
        let rows: Vec<serde_json::Map<String, Value>> =
            serde_json::from_str(&page(&desk, command, "json")).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(csv.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len() + 1, "{command:?}");
        for cell in records.iter().flatten() {
            let start = cell.trim_start_matches(|it: char| it.is_whitespace() || it.is_control());
            let is_number = start
                .chars()
                .all(|it| "+- ()/.,".contains(it) || it.is_ascii_digit());
            let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!is_formula || is_number, "{command:?}: {cell}");
        }
        for (row, record) in rows.iter().zip(&records[1..]) {
            for (value, cell) in row.values().zip(record) {
                if let Value::String(text) = value {
                    assert_eq!(unguard(cell), text.as_str(), "{command:?}");
                }
            }
        }
    }
}

#[test]
fn a_workbook_has_no_formula_and_the_very_texts() {
    let desk = hostile_desk();
    let path = desk.path().join("page.xlsx");
    for command in to_a_file() {
        let line = [command, &["--event", "e", "-o", path.to_str().unwrap()][..]].concat();
        desk.run(&line).success();
        let mut book: Xlsx<_> = calamine::open_workbook(&path).unwrap();
        for name in book.sheet_names() {
            assert!(
                book.worksheet_formula(&name).unwrap().is_empty(),
                "{command:?}: {name}"
            );
        }
        let rows: Vec<serde_json::Map<String, Value>> =
            serde_json::from_str(&page(&desk, command, "json")).unwrap();
        let texts: Vec<String> = book
            .worksheets()
            .iter()
            .flat_map(|(_, range)| {
                range
                    .used_cells()
                    .map(|(_, _, cell)| cell.to_string())
                    .collect::<Vec<_>>()
            })
            .collect();
        let texts: HashSet<&str> = texts.iter().map(String::as_str).collect();
        for text in rows
            .iter()
            .flat_map(serde_json::Map::values)
            .filter_map(Value::as_str)
        {
            // Moments and days are numbers there.
            let is_moment = text.starts_with("2020-");
            // XML has one end of lines.
            let plain = text.replace("\r\n", "\n");
            let is_there = texts.contains(text) || texts.contains(plain.as_str());
            assert!(
                is_there || is_moment || text.is_empty(),
                "{command:?}: {text:?}"
            );
        }
    }
}

#[test]
fn a_calendar_has_its_own_entries_and_no_others() {
    let desk = hostile_desk();
    for event in ["e", "e23", "e24", "e25"] {
        let calendar = ["export", "programme", "--format", "ics", "--event", event];
        let calendar = desk.run(&calendar).success();
        let programme = ["export", "programme", "--format", "json", "--event", event];
        let programme: Vec<Value> = serde_json::from_str(&desk.run(&programme).success()).unwrap();
        let read: icalendar::Calendar = calendar.parse().unwrap();
        let of_event = programme.iter().filter(|it| it["event"] == event).count();
        let sessions = of_event.saturating_sub(1).max(1);
        assert_eq!(read.components.len(), sessions, "{event}");
        let lines: Vec<&str> = calendar.split("\r\n").collect();
        for name in ["BEGIN:VEVENT", "END:VEVENT"] {
            assert_eq!(lines.iter().filter(|it| **it == name).count(), sessions);
        }
        for line in lines {
            assert!(!line.starts_with("ATTENDEE"), "{line}");
            assert!(!line.contains(char::is_control), "{line:?}");
        }
    }
}
