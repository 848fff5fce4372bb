use super::*;
use crate::model::{OrganisationId, SessionId};
use crate::output::Chart;
use crate::report::fixture::{self, Fixture, cell, text};

pub(super) fn report(fixture: &Fixture, public: bool, language: Language) -> Document {
    let options = EventReportOptions { public, language };
    event(&fixture.read(), &fixture.event(), &options).unwrap()
}

pub(super) fn english(fixture: &Fixture) -> Document {
    report(fixture, false, Language::En)
}

/// Returns a cell as in CSV.
fn shown(value: &Cell) -> String {
    let table = Table::new("t", "", vec![Column::answers("t")]);
    cell(&table, std::slice::from_ref(value), "t")
}

pub(super) fn figure(document: &Document, key: &str) -> Option<String> {
    let parts = document.parts.iter();
    let mut figures = parts.filter_map(|part| match part {
        Part::Figures(figures) => figures.iter().find(|it| it.column.key == key),
        _ => None,
    });
    figures.next().map(|it| shown(&it.value))
}

fn remark(document: &Document, key: &str) -> String {
    let parts = document.parts.iter();
    let mut figures = parts.filter_map(|part| match part {
        Part::Figures(figures) => figures.iter().find(|it| it.column.key == key),
        _ => None,
    });
    figures.next().unwrap().remark.clone()
}

pub(super) fn fact(document: &Document, key: &str) -> Option<String> {
    let parts = document.parts.iter();
    let mut facts = parts.filter_map(|part| match part {
        Part::Facts(facts) => facts.iter().find(|(column, _)| column.key == key),
        _ => None,
    });
    facts.next().map(|(_, value)| shown(value))
}

pub(super) fn table<'a>(document: &'a Document, name: &str) -> Option<&'a Table> {
    document.tables().find(|it| it.name == name)
}

pub(super) fn chart(document: &Document) -> Option<&Chart> {
    document.parts.iter().find_map(|part| match part {
        Part::Chart(chart) => Some(chart),
        _ => None,
    })
}

pub(super) fn sentences(document: &Document) -> Vec<String> {
    let parts = document.parts.iter();
    let sentences = parts.filter_map(|part| match part {
        Part::Paragraph(sentence) => Some(sentence.clone()),
        _ => None,
    });
    sentences.collect()
}

pub(super) fn headings(document: &Document) -> Vec<&str> {
    let parts = document.parts.iter();
    let headings = parts.filter_map(|part| match part {
        Part::Heading(heading) => Some(heading.as_str()),
        _ => None,
    });
    headings.collect()
}

/// Returns the names, parts and wholes of the bars under a caption.
pub(super) fn bars<'a>(
    document: &'a Document,
    caption: &str,
) -> Option<Vec<(&'a str, usize, Option<usize>)>> {
    document.parts.iter().find_map(|part| match part {
        Part::Bars(bars) if bars.caption == caption => Some(
            bars.bars
                .iter()
                .map(|it| (it.name.as_str(), it.part, it.whole))
                .collect(),
        ),
        _ => None,
    })
}

#[test]
fn it_tells_the_meeting_from_top_to_bottom() {
    let document = english(&Fixture::meeting());
    assert_eq!(document.title, "Follow-up report: Meeting herbst20");
    assert_eq!(
        document.lines,
        [
            "Thursday, 8 October 2020, 10:00–13:00 (CEST)",
            "Place: Online",
            "As of 8 October 2020"
        ]
    );
    assert_eq!(
        headings(&document),
        [
            "At a glance",
            "Programme",
            "People over time",
            "Organisations",
            "New and returning",
            "No-shows",
            "How attendance was counted",
            "Annex: Speakers, moderators and hosts",
            "Annex: Organisations",
            "Annex: No-shows",
            "Annex: What was recorded, and where",
            "Annex: What the words mean",
        ]
    );
}

#[test]
fn its_figures_are_those_of_the_people() {
    // Six registered. Anna was there, Finn without registration, and Wiebke, who speaks; Carla too briefly, and Gerd
    // too, without registration. Of those registered, that leaves Anna and Carla.
    let document = english(&Fixture::meeting());
    let of = |key| (figure(&document, key).unwrap(), remark(&document, key));
    assert_eq!(of("registered"), ("6".to_owned(), String::new()));
    assert_eq!(of("came"), ("5".to_owned(), "3 met the minimum".to_owned()));
    // Anna was there for long enough, Carla was not.
    assert_eq!(remark(&document, "rate"), "1 of 6 registered");
    assert_eq!(
        fact(&document, "came_of_registered").unwrap(),
        "Percent(0.3333333333333333)"
    );
    assert_eq!(
        of("organisations_represented"),
        (
            "2".to_owned(),
            "of 3 organisations registered or present".to_owned()
        )
    );
    assert_eq!(
        of("session_count"),
        (
            "4".to_owned(),
            "3 of them with recorded attendance".to_owned()
        )
    );
    // 114, 10, 60, 60 and 5 minutes.
    assert_eq!(of("average_minutes_at_event").0, "50");
    assert_eq!(figure(&document, "people_new"), None);
    let facts = [
        "present",
        "partial",
        "walk_in",
        "brief",
        "excused",
        "no_show",
        "not_known",
    ];
    let parts = document.parts.iter();
    let mut seen = parts.filter_map(|part| match part {
        Part::Facts(facts) => Some(facts.iter().filter(|(column, _)| !column.hidden_in_text)),
        _ => None,
    });
    assert_eq!(seen.next().map(Iterator::count), Some(0));
    assert_eq!(seen.next().map(Iterator::count), Some(facts.len()));
    assert_eq!(
        facts.map(|key| fact(&document, key).unwrap()),
        ["2", "1", "1", "1", "1", "2", "1"]
    );
}

#[test]
fn the_programme_says_when_and_how_many() {
    assert_eq!(
        text(table(&english(&Fixture::meeting()), "programme").unwrap()),
        "\
Time         Title           Signed up  Attended  Rate  Peak  Average minutes
─────────────────────────────────────────────────────────────────────────────
10:00–11:00  The keynote             6         1   17%     1               59
11:00–12:00  The breakout-a          3         4   33%     3               30
11:00–12:00  The breakout-b          0
12:00–12:30  The bar                 1         1    0%     1               10

“Attended” counts everybody who was there at all, signed up or not; the rate counts only those with a place who were there for long enough.
"
    );
}

#[test]
fn before_the_meeting_the_programme_says_how_many_places_there_are() {
    let fixture = Fixture::planned();
    let document = english(&fixture);
    let programme = table(&document, "programme").unwrap();
    let rows = programme.rows().iter();
    let places: Vec<String> = rows.map(|row| cell(programme, row, "capacity")).collect();
    assert_eq!(places, ["", "3", "", ""]);
    // Afterwards nobody can get one any more.
    let document = english(&Fixture::meeting());
    let programme = table(&document, "programme").unwrap();
    assert!(programme.columns().iter().all(|it| it.key != "capacity"));
}

#[test]
fn bars_stand_for_sessions_and_what_is_on_file_of_organisations() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        for (number, region, kind) in [(1, Some("Nord"), Some("CMO")), (2, None, Some("CMO"))] {
            let id = OrganisationId(number);
            let mut organisation = writer.organisation(id)?.unwrap();
            organisation.region = region.map(str::to_owned);
            organisation.kind = kind.map(str::to_owned);
            organisation.country = Some("Germany".to_owned());
            writer.save_organisation(&organisation)?;
        }
        Ok(())
    });
    let document = english(&fixture);
    assert_eq!(
        bars(&document, "Attendance by session").unwrap(),
        [
            ("The keynote", 1, Some(6)),
            ("The breakout-a", 2, Some(3)),
            ("The bar", 0, Some(1)),
        ]
    );
    assert_eq!(
        bars(&document, "Organisations by kind").unwrap(),
        [("CMO", 1, Some(2)), ("unknown", 1, Some(1))]
    );
    // The region of most of them is not known.
    assert_eq!(bars(&document, "Organisations by region"), None);
    // All known countries are the same.
    assert_eq!(bars(&document, "Organisations by country"), None);
}

#[test]
fn contributors_stand_with_their_parts_and_organisations() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        let mut bar = writer.session(SessionId(4))?.unwrap();
        bar.people = writer.session(SessionId(1))?.unwrap().people;
        writer.save_session(&bar).map(drop)
    });
    assert_eq!(
        text(table(&english(&fixture), "contributors").unwrap()),
        "\
Name                Organisation         Part       Session
────────────────────────────────────────────────────────────────────────
Prof. Wiebke Harms  Universität Auental  speaker    The keynote; The bar
Ohne Akte                                host       The keynote; The bar
Hanna Nord          Ätherische Öle Süd   moderator  The breakout-b
"
    );
}

#[test]
fn no_shows_stand_by_organisation() {
    assert_eq!(
        text(table(&english(&Fixture::meeting()), "no_shows").unwrap()),
        "\
Organisation          No-shows  Names
────────────────────────────────────────────
BioCluster Nord e.V.         1  Bernd Zimmer
(no organisation)            1  David Noorg
"
    );
}

#[test]
fn how_it_was_counted_is_said_in_words() {
    let document = english(&Fixture::meeting());
    assert_eq!(
        text(table(&document, "sources").unwrap()),
        "\
Title                    Stays in logs
──────────────────────────────────────
Logs of the whole event              4
The breakout-a                       5
The bar                              1
"
    );
    let said = sentences(&document);
    for sentence in [
        "Anyone who met the minimum counts as present. In “The keynote”: at least 5 minutes. In “The bar”: any \
         presence counts. In all other sessions: at least 50% of the session.",
        "2 recorded stays could not be matched to a person. They are not included, so the figures may be too low.",
        "Nothing was recorded of “The breakout-b”.",
    ] {
        assert!(said.contains(&sentence.to_owned()), "{said:#?}");
    }
}

#[test]
fn it_compares_with_earlier_events_alone() {
    let mut fixture = Fixture::meeting();
    let none = "There is no earlier event with recorded attendance to compare with.";
    assert!(sentences(&english(&fixture)).contains(&none.to_owned()));
    fixture.change(|writer| {
        // One event without a log, and one in the future.
        fixture::add_event(writer, "herbst18", "2018-10-10", None)?;
        let after = fixture::add_event(writer, "herbst21", "2021-10-10", None)?;
        fixture::add_stay(writer, after, None, Ok(1), Some(("10:00", "12:00")))
    });
    assert!(sentences(&english(&fixture)).contains(&none.to_owned()));
    fixture.change(|writer| {
        let before = fixture::add_event(writer, "herbst19", "2019-10-10", None)?;
        for (person, organisation) in [(1, 1), (5, 2), (2, 1)] {
            fixture::register(writer, before, person, Some(organisation))?;
            let end = if person == 2 { "10:02" } else { "12:00" };
            fixture::add_stay(writer, before, None, Ok(person), Some(("10:00", end)))?;
        }
        Ok(())
    });
    let document = english(&fixture);
    assert!(sentences(&document).contains(
        &"Compared with 1 earlier event: of 3 present, 2 were there for the first time and 1 again."
            .to_owned()
    ));
    assert_eq!(
        text(table(&document, "earlier_events").unwrap()),
        "\
Event             Date        People there then  There again  Share  Organisations then  There again  Share
───────────────────────────────────────────────────────────────────────────────────────────────────────────
Meeting herbst19  2019-10-10                  2            1    50%                   2            1    50%
"
    );
    assert_eq!(
        text(table(&document, "missing_organisations").unwrap()),
        "\
Organisation        Last seen
──────────────────────────────
Ätherische Öle Süd  2019-10-10
"
    );
}
