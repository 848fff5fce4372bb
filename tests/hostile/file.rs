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
fn word(index: usize) -> String {
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
pub(crate) fn hostile_desk() -> Desk {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::of(FILE.get_or_init(|| std::fs::read(filled(hostile).database()).unwrap()))
}

/// A file with texts in every field.
pub(super) fn filled(text: As) -> Desk {
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
