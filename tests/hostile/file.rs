//! A file with such texts in every field, and one of the same shape with harmless ones.

use std::sync::OnceLock;

use rollcall::output::guard;

use crate::desk::Desk;

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
pub(super) fn word(index: usize) -> String {
    const FIRST: [&str; 6] = ["Bra", "Kel", "Vos", "Tim", "Zug", "Wyn"];
    const SECOND: [&str; 7] = ["dorf", "mant", "quist", "lach", "bergh", "poulos", "rix"];
    let (first, second) = (FIRST[index % 6], SECOND[index / 6 % 7]);
    format!("{first}{second}")
}

/// A text as it is put into the fields: the very text, and one that means nothing.
type As = fn(usize) -> String;

pub(super) fn hostile(index: usize) -> String {
    TEXTS
        .get(index)
        .map_or_else(|| "x".repeat(10_000), |it| (*it).to_owned())
}

pub(super) fn harmless(index: usize) -> String {
    format!("Text {}", word(index))
}

/// How many texts there are: those above, and a name of ten thousand letters.
pub(super) const COUNT: usize = TEXTS.len() + 1;

/// Rows of an export: what is said of each, by its headings.
fn table<'a, const N: usize>(
    headings: &[impl AsRef<str>],
    rows: impl Iterator<Item = [(&'a str, String); N]>,
) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: Vec<&str>| {
        let cells: Vec<_> = cells.into_iter().map(guard).collect();
        writer
            .write_record(cells.iter().map(|it| it.as_bytes()))
            .unwrap();
    };
    write(headings.iter().map(AsRef::as_ref).collect());
    for row in rows {
        let cell = |heading: &str| row.iter().find(|(key, _)| *key == heading);
        let cells = headings.iter().map(|it| cell(it.as_ref()));
        write(
            cells
                .map(|it| it.map_or("", |(_, it)| it.as_str()))
                .collect(),
        );
    }
    writer.into_inner().unwrap()
}

/// The texts of one number.
struct Words {
    text: String,
    /// With a word behind it, so that no two are the same.
    named: String,
    /// For cells with several texts in them.
    alone: String,
    address: String,
    session: String,
}

fn words(text: As) -> impl Iterator<Item = Words> {
    (0..COUNT).map(move |index| Words {
        text: text(index),
        named: format!("{} {}", text(index), word(index)),
        alone: text(index).replace(';', ","),
        address: format!("{}@mail.example.org", word(index).to_lowercase()),
        session: format!("s{index}"),
    })
}

fn event() -> (&'static str, String) {
    ("event", "e".to_owned())
}

fn programme(text: As) -> Vec<u8> {
    let headings =
        "event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule";
    let event_itself = [
        event(),
        ("slug", String::new()),
        ("title", text(10)),
        ("kind", "event".to_owned()),
        ("start", "2020-10-08T10:00:00+02:00".to_owned()),
        ("end", "2020-10-08T18:00:00+02:00".to_owned()),
        ("place", text(11)),
        ("timezone", "Europe/Berlin".to_owned()),
    ];
    let sessions = words(text).map(|it| {
        [
            event(),
            ("slug", it.session),
            ("title", it.named),
            ("kind", "breakout".to_owned()),
            ("start", "2020-10-08T11:00:00+02:00".to_owned()),
            ("end", "2020-10-08T12:00:00+02:00".to_owned()),
            ("room", it.text),
            ("speakers", format!("Speaker {}", it.alone)),
        ]
    });
    let headings: Vec<&str> = headings.split(',').collect();
    table(&headings, std::iter::once(event_itself).chain(sessions))
}

fn organisations(text: As) -> Vec<u8> {
    let headings = "id,name,short_name,kind,country,region,website,aliases";
    let rows = words(text).map(|it| {
        [
            ("name", it.named),
            ("short_name", it.text.clone()),
            ("country", it.text.clone()),
            ("region", it.text.clone()),
            ("website", it.text),
            ("aliases", it.alone),
        ]
    });
    table(&headings.split(',').collect::<Vec<_>>(), rows)
}

fn people(text: As) -> Vec<u8> {
    let headings = "id,title,given_name,family_name,email,other_emails,phone,role,organisation,language,aliases";
    let rows = words(text).map(|it| {
        [
            ("title", it.text.clone()),
            ("given_name", it.text.clone()),
            ("family_name", it.named.clone()),
            ("email", it.address),
            ("phone", it.text.clone()),
            ("role", it.text),
            ("organisation", it.named),
            ("aliases", it.alone),
        ]
    });
    table(&headings.split(',').collect::<Vec<_>>(), rows)
}

/// Sign-ups, with the texts as questions; everybody gives one answer.
fn signups(text: As) -> Vec<u8> {
    let fixed = "event,session,person_id,title,given_name,family_name,email,organisation,status,requested_at";
    let mut headings: Vec<String> = fixed.split(',').map(str::to_owned).collect();
    headings.extend((0..COUNT).map(text));
    let questions: Vec<String> = (0..COUNT).map(text).collect();
    let rows = words(text).zip(&questions).map(|(it, question)| {
        [
            event(),
            ("session", it.session),
            ("given_name", it.text.clone()),
            ("family_name", it.named.clone()),
            ("email", it.address),
            ("organisation", it.named),
            ("status", "confirmed".to_owned()),
            (question.as_str(), it.text),
        ]
    });
    table(&headings, rows)
}

/// Everybody's stay, another of nobody in particular, and a verdict by hand.
fn attendance(text: As) -> Vec<u8> {
    let headings = "event,session,person_id,given_name,family_name,email,organisation,recorded_name,recorded_email,joined_at,left_at,source,seconds,meets,nobody,verdict,reason";
    let stay = |session: &str, recorded: &str, source: &str, nobody: &str| {
        [
            event(),
            ("session", session.to_owned()),
            ("recorded_name", recorded.to_owned()),
            ("joined_at", "2020-10-08T11:00:00+02:00".to_owned()),
            ("left_at", "2020-10-08T11:50:00+02:00".to_owned()),
            ("source", source.to_owned()),
            ("nobody", nobody.to_owned()),
            ("email", String::new()),
            ("given_name", String::new()),
            ("family_name", String::new()),
        ]
    };
    let rows = words(text).flat_map(|it| {
        let mut theirs = stay(&it.session, &it.named, &it.text, "no");
        theirs[7].1.clone_from(&it.address);
        theirs[8].1.clone_from(&it.text);
        theirs[9].1.clone_from(&it.named);
        let ruling = [
            event(),
            ("session", "s0".to_owned()),
            ("email", it.address),
            ("given_name", it.text.clone()),
            ("family_name", it.named),
            ("source", "ruling".to_owned()),
            ("verdict", "present".to_owned()),
            ("reason", it.text.clone()),
            ("organisation", String::new()),
            ("person_id", String::new()),
        ];
        [theirs, stay(&it.session, &it.text, &it.text, "yes"), ruling]
    });
    table(&headings.split(',').collect::<Vec<_>>(), rows)
}

/// A file with the hostile texts in every field.
pub(crate) fn hostile_desk() -> Desk {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::of(FILE.get_or_init(|| std::fs::read(filled(hostile).database()).unwrap()))
}

/// A file with texts in every field.
pub(super) fn filled(text: As) -> Desk {
    let mut desk = Desk::new();
    for (name, bytes) in [
        ("programme", programme(text)),
        ("organisations", organisations(text)),
        ("people", people(text)),
        ("signups", signups(text)),
        ("attendance", attendance(text)),
    ] {
        let outcome = desk.import(&format!("{name}.csv"), &bytes);
        let outcome = &outcome.value[0];
        // Who the stays of nobody belong to may be asked.
        let asked = if name == "attendance" {
            0
        } else {
            outcome.review
        };
        let fates = (outcome.rejected, asked);
        assert_eq!(fates, (0, 0), "{name}: {:?}", outcome.problems);
    }
    by_command(&desk, text);
    desk.check();
    desk
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
