//! Cisco Webex: the attendee report of a meeting, one row a connection.
//!
//! Thirteen columns: the meeting with begin and end, how a person is displayed, given and family name,
//! role, address, joined, left, length, connection, session. UTF-16 with tabs; times are formulas
//! (`="2020-10-08 09:58:03"`), lengths `62 mins`, also with a decimal comma. Telephone callers have no
//! address, and a display name cut in two for parts (`Call-in` `User_2`).
//!
//! Sources: parsers that quote the Portuguese heading row as a whole and the English words for meeting
//! times, name and length; the rest of the English row and the German one are translations. So a table
//! of unknown words is read by the order of its columns, when its cells fit.

use std::borrow::Cow;

use super::table::{Headings, Places, said};
use super::{RawLine, RawLog, RawMeeting, Unreadable, cell, columns, is_moment};
use crate::import::Record;
use crate::import::values::durations;

const MEETING: &[&str] = &[
    "meeting name",
    "meeting title",
    "nome da reunião",
    "meetingname",
    "meeting-name",
    "name des meetings",
];
const START: &[&str] = &[
    "meeting start time",
    "data de início da reunião",
    "startzeit des meetings",
    "meeting-startzeit",
    "beginn des meetings",
];
const END: &[&str] = &[
    "meeting end time",
    "data de término da reunião",
    "endzeit des meetings",
    "meeting-endzeit",
    "ende des meetings",
];
const DISPLAYED: &[&str] = &["display name", "nome de exibição", "anzeigename", "name"];
const GIVEN: &[&str] = &["first name", "nome", "vorname"];
const FAMILY: &[&str] = &["last name", "sobrenome", "nachname"];
const EMAIL: &[&str] = &[
    "attendee email",
    "invitee email",
    "e-mail do convidado",
    "e-mail des teilnehmers",
    "teilnehmer-e-mail",
    "e-mail-adresse des teilnehmers",
    "email",
    "e-mail",
];
const JOINED: &[&str] = &["join time", "hora da entrada", "beitrittszeit"];
const LEFT: &[&str] = &[
    "leave time",
    "hora da saída",
    "austrittszeit",
    "zeitpunkt des verlassens",
];
const DURATION: &[&str] = &[
    "attendance duration",
    "duração da presença",
    "anwesenheitsdauer",
    "teilnahmedauer",
];
const CONNECTION: &[&str] = &["connection type", "tipo de conexão", "verbindungstyp"];
const SESSION: &[&str] = &["session name", "nome da sessão", "sitzungsname"];

/// The words that no other platform's heading row has three of.
const OWN: [&[&str]; 6] = [MEETING, START, END, DURATION, CONNECTION, SESSION];

/// How many columns there are at least, where their order counts: up to the length.
const NEEDED: usize = 11;

/// Which columns are whose; the meeting's own first.
struct Shape {
    meeting: [Option<usize>; 3],
    session: Option<usize>,
    places: Places,
}

impl Shape {
    fn by_words(headings: &Headings) -> Self {
        Self {
            meeting: [MEETING, START, END].map(|words| headings.find(words)),
            session: headings.find(SESSION),
            places: Places {
                name: headings.find(DISPLAYED),
                given: headings.find(GIVEN),
                family: headings.find(FAMILY),
                email: headings.find(EMAIL),
                joined: headings.find(JOINED),
                left: headings.find(LEFT),
                duration: headings.find(DURATION),
                ..Places::default()
            },
        }
    }

    fn by_order() -> Self {
        Self {
            meeting: [Some(0), Some(1), Some(2)],
            session: Some(12),
            places: Places {
                name: Some(3),
                given: Some(4),
                family: Some(5),
                email: Some(7),
                joined: Some(8),
                left: Some(9),
                duration: Some(10),
                ..Places::default()
            },
        }
    }
}

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let (header, rows) = records.split_first()?;
    let headings = Headings::of(header);
    let has = |words: &&[&str]| headings.find(words).is_some();
    // Begin and end of meetings alone are a programme.
    let by_words =
        OWN.iter().filter(|words| has(words)).count() >= 3 && [JOINED, DURATION].iter().any(has);
    let mut shape = Shape::by_words(&headings);
    let ordered = Shape::by_order();
    let by_order = headings.width() >= NEEDED
        && rows.iter().filter(|row| is_a_connection(row)).count() * 2 > rows.len();
    let is_in_order = || shape.places.are_among(&ordered.places);
    if by_order && (!by_words || shape.places.missing().is_some() || is_in_order()) {
        shape = ordered;
    } else if !by_words {
        return None;
    }
    if let Some(reason) = shape.places.missing() {
        return Some(Err(Unreadable {
            platform: "Webex",
            line: Some(header.line()),
            reason: reason.to_owned(),
        }));
    }
    Some(Ok(taken(header, rows, &shape)))
}

/// Whether a row has the shape of a connection, every column in its place.
fn is_a_connection(row: &Record) -> bool {
    let email = cell(row, 7);
    [1, 2, 8, 9]
        .iter()
        .all(|place| is_moment(cell(row, *place)))
        && (email.is_empty() || email.contains('@'))
        && durations::seconds(cell(row, 10)).is_some()
}

fn taken<'file>(header: &'file Record, rows: &'file [Record], shape: &Shape) -> RawLog<'file> {
    let mut log = RawLog {
        family: "webex",
        columns: columns(header, |column| shape.places.field(column)),
        ..RawLog::default()
    };
    let mut sessions: Vec<&str> = Vec::new();
    for row in rows {
        let [title, start, end] = shape
            .meeting
            .map(|place| place.map_or("", |place| said(row, place)));
        let time = |cell: &'file str| if is_moment(cell) { cell } else { "" };
        let meeting = RawMeeting {
            title: Cow::Borrowed(title),
            start: time(start),
            end: time(end),
            day: "",
        };
        let known = log.meetings.iter().position(|known| *known == meeting);
        let says = shape
            .places
            .stay(&log.columns, row, known.unwrap_or(log.meetings.len()));
        if known.is_none() && matches!(says, super::Says::Stay(_)) {
            log.meetings.push(meeting);
        }
        if let Some(session) = shape.session.map(|place| said(row, place))
            && !session.is_empty()
            && !sessions.contains(&session)
        {
            sessions.push(session);
        }
        log.lines.push(RawLine {
            line: row.line(),
            says,
        });
    }
    if log.meetings.is_empty() {
        log.meetings.push(RawMeeting::default());
    }
    if sessions.len() > 1 {
        log.notes.push(format!(
            "its connections are of {} sessions within the meeting, which are not told apart",
            sessions.len()
        ));
    }
    log
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::{assert_cut, assert_robust, fates, renamed};
    use super::super::tests::{records_in, records_of};
    use super::*;

    const SAMPLE: &str = "webex/webex_attendee_en.csv";

    #[test]
    fn the_sample_is_read_line_by_line() {
        let records = records_of(SAMPLE);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            fates(&log),
            [
                "2: 0 Clara Goldbach <clara.goldbach@go-buero.example.org> (Clara/Goldbach) 2020-10-08 09:47:12..2020-10-08 12:06:40 [140 mins]",
                "3: 0 Anna Müller-Lüdenscheidt <anna.mueller@biocluster-nord.example.org> (Anna/Müller-Lüdenscheidt) 2020-10-08 09:58:03..2020-10-08 10:31:20 [34 mins]",
                "4: 0 Anna Müller-Lüdenscheidt <anna.mueller@biocluster-nord.example.org> (Anna/Müller-Lüdenscheidt) 2020-10-08 10:33:05..2020-10-08 12:00:44 [88 mins]",
                "5: 0 Call-in User_2 <> 2020-10-08 10:04:30..2020-10-08 11:20:15 [76 mins]",
            ]
        );
        assert_eq!(
            log.meetings,
            [RawMeeting {
                title: "go-cluster Herbsttreffen".into(),
                start: "2020-10-08 09:47:12",
                end: "2020-10-08 12:06:40",
                day: "",
            }]
        );
        assert_eq!((log.utc, log.notes.len()), (false, 0));
    }

    #[test]
    fn unknown_headings_change_nothing() {
        let records = records_of(SAMPLE);
        let renamed = renamed(&records, 0);
        let (log, other) = (
            read(&records).unwrap().unwrap(),
            read(&renamed).unwrap().unwrap(),
        );
        assert_eq!((log.lines, log.meetings), (other.lines, other.meetings));
        assert_eq!(read(&renamed[..1]), None);
    }

    #[test]
    fn further_layouts_are_read_line_by_line() {
        for (path, expected) in [
            (
                "webex_more/webex_attendee_pt.csv",
                &[
                    "2: 0 Inês Carvalho <ines.carvalho@rede.example.org> (Inês/Carvalho) 2020-10-08 09:47:12..2020-10-08 12:06:40 [139,5 mins]",
                    "3: 0 Rui Lopes (Rede Sul) <rui.lopes@sul.example.net> (Rui/Lopes) 2020-10-08 10:01:00..2020-10-08 10:40:30 [39,5 mins]",
                    "4: 0 Rui Lopes (Rede Sul) <rui.lopes@sul.example.net> (Rui/Lopes) 2020-10-08 10:20:00..2020-10-08 11:00:00 [40 mins]",
                    "5: 1 Chamador 1 <> 2020-10-09 10:00:00.. []",
                    "6: 1 +351*****12 <> 2020-10-09 10:00:00..2020-10-09 10:30:00 [30 mins]",
                    "7: Wrong(None, \"neither a time nor a length: nothing says that they were there\")",
                ][..],
            ),
            (
                "webex_more/webex_attendee_de_resaved.csv",
                &[
                    "2: 0 Clara Goldbach <clara.goldbach@go-buero.example.org> (Clara/Goldbach) 08.10.2020 09:47..08.10.2020 12:06 [140 Min.]",
                    "3: 0 Müller, Anna <anna.mueller@biocluster-nord.example.org> (Anna/Müller) 08.10.2020 09:58..08.10.2020 10:31 [34 Min.]",
                    "5: 0 Jörg Weiß <joerg.weiss@photonik-sued.example.org> (Jörg/Weiß) 08.10.2020 10:02..08.10.2020 11:00 [58 Min.]",
                ],
            ),
            (
                "webex_more/webex_attendee_pl.csv",
                &[
                    "2: 0 Łucja Wróbel <lucja.wrobel@klaster.example.org> (Łucja/Wróbel) 2020-10-08 09:47:12..2020-10-08 12:06:40 [140 min]",
                    "3: 0 Jan Sowa <> (Jan/Sowa) 2020-10-08 09:59:00..2020-10-08 11:00:00 [61 min]",
                ],
            ),
        ] {
            let records = records_of(path);
            let log = read(&records).unwrap().unwrap();
            assert_eq!(fates(&log), expected, "{path}");
            let renamed = renamed(&records, 0);
            let other = read(&renamed).unwrap().unwrap();
            assert_eq!(
                (log.lines, log.meetings),
                (other.lines, other.meetings),
                "{path}"
            );
            assert_cut(read, path);
        }
    }

    #[test]
    fn several_meetings_and_sessions_are_said() {
        let records = records_of("webex_more/webex_attendee_pt.csv");
        let log = read(&records).unwrap().unwrap();
        let starts: Vec<_> = log.meetings.iter().map(|meeting| meeting.start).collect();
        assert_eq!(starts, ["2020-10-08 09:47:12", "2020-10-09 09:55:00"]);
        assert_eq!(
            log.notes,
            ["its connections are of 2 sessions within the meeting, which are not told apart"]
        );
        let fields: Vec<_> = log
            .columns
            .iter()
            .map(|column| (column.heading.as_str(), column.field.to_string()))
            .filter(|(_, field)| field != "ignore")
            .map(|(heading, field)| format!("{heading}={field}"))
            .collect();
        assert_eq!(
            fields,
            [
                "Nome de exibição=name",
                "Nome=given_name",
                "Sobrenome=family_name",
                "E-mail do convidado=email",
                "Hora da entrada=joined_at",
                "Hora da saída=left_at",
                "Duração da presença=duration",
            ]
        );
    }

    #[test]
    fn headings_alone_are_a_meeting_without_anybody() {
        let records = records_of(SAMPLE);
        let log = read(&records[..1]).unwrap().unwrap();
        assert_eq!(
            (log.lines.len(), log.meetings),
            (0, vec![RawMeeting::default()])
        );
    }

    #[test]
    fn columns_may_be_moved_and_further_ones_be_there() {
        let text = "Attendance Duration;Leave Time;Join Time;Remark;Display Name;Meeting Name;Connection Type\n62 mins;11:00;09:58;x;Anna Müller;Herbst;App\n";
        let records = records_in(text.as_bytes());
        let log = read(&records).unwrap().unwrap();
        assert_eq!(fates(&log), ["2: 0 Anna Müller <> 09:58..11:00 [62 mins]"]);
    }

    #[test]
    fn a_column_that_is_missing_is_said() {
        for (gone, reason) in [
            ("Display Name", "the column of the names is missing"),
            ("Join Time", "the column of the times of joining is missing"),
            (
                "Leave Time",
                "the columns of the times of leaving and of the lengths are missing",
            ),
        ] {
            let headings = "Meeting Name;Meeting Start Time;Meeting End Time;Display Name;Join Time;Leave Time;Session Name";
            let text = headings.replace(gone, "Remark");
            let records = records_in(text.as_bytes());
            let error = match read(&records) {
                // Without a word for joining it might be a programme.
                None => {
                    assert_eq!(gone, "Join Time");
                    continue;
                }
                Some(read) => read.unwrap_err(),
            };
            assert_eq!((error.platform, error.line), ("Webex", Some(1)));
            assert_eq!(error.reason, reason);
        }
    }

    #[test]
    fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
        assert_robust(read, &records_of(SAMPLE));
        assert_robust(read, &renamed(&records_of(SAMPLE), 0));
        assert_robust(read, &records_of("webex_more/webex_attendee_pt.csv"));
        assert_cut(read, SAMPLE);
    }
}
