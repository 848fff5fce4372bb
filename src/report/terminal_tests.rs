//! On a terminal of any width no line of a list is longer, and no value is cut.

use super::fixture::Fixture;
use super::selection::laws::lists_of;
use super::{EventReportOptions, event};
use crate::output::{Cell, Column, Content, Format, Language, Options, Table, shown, write};

const LONG: &str =
    "Bundesforschungsgesellschaft für Wasserstoffelektrolyse und Transformationsprozesse mbH";
const ADDRESS: &str = "vorname.nachname@abteilung-wasserstoff.forschungsgesellschaft.example.org";

/// The meeting of people with long names and addresses, from organisations with longer ones, in long sessions.
fn long() -> Fixture {
    let mut fixture = Fixture::meeting();
    let (people, organisations, sessions) = {
        let reader = fixture.read();
        let event = fixture.event();
        (
            reader.people().unwrap(),
            reader.organisations().unwrap(),
            reader.sessions(event.id).unwrap(),
        )
    };
    fixture.change(|writer| {
        for mut person in people {
            let family = "von Leutheusser-Schnarrenberger zu Oberammergau";
            person.family_name = format!("{family} {}", person.id.0);
            person.addresses = vec![format!("{}.{ADDRESS}", person.id.0)];
            writer.save_person(&person)?;
        }
        for mut organisation in organisations {
            organisation.name = format!("{LONG} {}", organisation.id.0);
            writer.save_organisation(&organisation)?;
        }
        for mut session in sessions {
            session.title = format!("{}: {LONG}", session.title);
            writer.save_session(&session)?;
        }
        Ok(())
    });
    fixture
}

/// East Asian characters occupy two columns; none of these lists has any.
fn width(line: &str) -> usize {
    line.chars().filter(|it| *it != '\u{200b}').count()
}

fn text(content: impl Into<Content>, language: Language, room: usize) -> String {
    let options = Options {
        language,
        width: Some(room),
        ..Options::default()
    };
    let mut out = Vec::new();
    write(content.into(), Format::Text, &options, None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn is_said(cell: &Cell) -> bool {
    !matches!(cell, Cell::Empty | Cell::Tick)
}

/// Asserts that the content of a list is complete and uncut.
fn assert_whole(table: &Table, text: &str, language: Language, room: usize) {
    let columns: Vec<(usize, &Column)> = table.columns().iter().enumerate().collect();
    for row in table.rows() {
        for (place, column) in &columns {
            let cell = &row[*place];
            if column.hidden_in_text || !is_said(cell) {
                continue;
            }
            let said = cell.for_people(language);
            let said = shown(said.trim());
            // Times, numbers and verdicts are one word, even if they contain spaces.
            let words: Vec<&str> = match cell {
                Cell::Text(_) | Cell::Words(_) | Cell::Worded { .. } => said.split(' ').collect(),
                _ => vec![&said],
            };
            for word in words.into_iter().filter(|it| width(it) <= room - 2) {
                assert!(
                    text.lines().any(|line| line.contains(word)),
                    "{} at {room}: {word:?} is cut\n{text}",
                    table.name
                );
            }
        }
    }
}

#[test]
fn no_line_is_longer_than_the_terminal_and_no_word_is_cut() {
    let fixtures: [fn() -> Fixture; 3] = [Fixture::meeting, Fixture::planned, long];
    for language in [Language::En, Language::De] {
        for (_, table) in lists_of(&fixtures, language) {
            for room in [40, 80, 120, 200] {
                let text = text(table.clone(), language, room);
                for line in text.lines() {
                    assert!(width(line) <= room, "{} at {room}: {line}", table.name);
                }
                if table.chart.is_none() {
                    assert_whole(&table, &text, language, room);
                }
            }
        }
    }
}

#[test]
fn no_line_of_the_report_is_longer_than_the_terminal() {
    for fixture in [Fixture::meeting(), Fixture::planned(), long()] {
        for language in [Language::En, Language::De] {
            let options = EventReportOptions {
                public: false,
                language,
            };
            let report = event(&fixture.read(), &fixture.event(), &options).unwrap();
            for room in [80, 120, 200] {
                for line in text(report.clone(), language, room).lines() {
                    assert!(width(line) <= room, "at {room}: {line}");
                }
            }
        }
    }
}

#[test]
fn what_has_room_is_a_table_and_what_has_none_is_blocks() {
    let of = |room| {
        let fixtures: [fn() -> Fixture; 1] = [long];
        let mut lists = lists_of(&fixtures, Language::De).into_iter();
        let (_, list) = lists.find(|(_, it)| it.name == "no-shows").unwrap();
        text(list, Language::De, room)
    };
    assert!(of(200).contains("Name  "), "{}", of(200));
    assert!(of(80).contains("\nE-Mail:"), "{}", of(80));
}
