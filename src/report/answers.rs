//! Counts what people answered in forms: what the caterer needs, and what the moderator wants to know.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::event_data::EventData;
use super::recording::SessionRecord;
use super::roll::Roll;
use super::{AsOf, days, times};
use crate::catalogue::messages::sheets as words;
use crate::message;
use crate::model::{Event, PersonId, SessionId, SignupStatus};
use crate::output::keyed::{columns, labels as cells};
use crate::output::{Cell, Collator, Column, Language, Table};
use crate::store::StoreError;

/// Selects the people whose answers are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswersOf {
    /// Everybody at the event.
    Event,
    /// Everybody in each session.
    EachSession,
    /// Everybody in one session.
    Session(SessionId),
}

/// Returns how often each answer was given, question by question in the order of the forms. The most frequent answer
/// comes first, the number of people without an answer last.
///
/// Counts people with a place, including speakers and hosts who registered; people on the waiting list are counted
/// separately. An answer that selects several options counts for each of them.
///
/// # Errors
/// Those of the store.
pub fn answers(
    reader: &AsOf<'_>,
    event: &Event,
    of: AnswersOf,
    language: Language,
) -> Result<Table, StoreError> {
    let roll = Roll::load(reader, event, language)?;
    let title = message!(titles::answers_of { event: event.title }).in_language(language);
    let mut table = Table::new("answers", title, headings());
    table.lines = days::lines_as_of(event, &roll.data.recording, language);
    let questions = Question::all(&roll.data);
    if questions.is_empty() {
        return Ok(table);
    }
    let list = List {
        questions: &questions,
        collator: roll.directory.collator(),
    };
    match of {
        AnswersOf::Event => {
            let registered = roll.data.registrations.iter();
            let people = registered.map(|(person, it)| (*person, it.status.into()));
            list.push(&mut table, "", None, &people.collect::<Vec<_>>());
        }
        AnswersOf::EachSession | AnswersOf::Session(_) => {
            for record in roll.sessions() {
                let people = people_of(&roll.data, record);
                let is_meant = match of {
                    AnswersOf::Session(id) => id == record.session.id,
                    _ => people.iter().any(|(_, it)| *it != SignupStatus::Cancelled),
                };
                if is_meant {
                    let time = times::span(&record.session, event, language);
                    let above = format!("{} · {time}", record.session.title);
                    let slug = &record.session.slug;
                    list.push(&mut table, slug, Some(above), &people);
                }
            }
        }
    }
    table.hide_zeros(&["waitlisted"]);
    table.note(words::WHOSE_ANSWERS.in_language(language));
    Ok(table)
}

fn headings() -> Vec<Column> {
    vec![
        Column::of(columns::SESSION).hidden_in_text(),
        Column::of(columns::QUESTION).hidden_in_text(),
        Column::of(columns::ANSWER),
        Column::of(columns::PEOPLE).right(),
        Column::of(columns::WAITLISTED).right(),
    ]
}

/// Returns who signed up for a session; somebody who registered and has a part in it has a place.
fn people_of(data: &EventData, record: &SessionRecord) -> Vec<(PersonId, SignupStatus)> {
    let mut people: BTreeMap<PersonId, SignupStatus> = data.signups(record).collect();
    for person in record.parts.keys().filter(|it| data.is_registered(**it)) {
        people.insert(*person, SignupStatus::Confirmed);
    }
    people.into_iter().collect()
}

/// A question and its answers.
struct Question {
    text: String,
    /// By person: their answers, folded, so that `Vegan` and `vegan ` are one answer.
    answers: HashMap<PersonId, Vec<String>>,
    /// The most frequent spelling of each answer.
    written: HashMap<String, String>,
}

impl Question {
    /// Returns every question with an answer in a registration that was not cancelled, in the order in which they were
    /// first asked.
    fn all(data: &EventData) -> Vec<Self> {
        let mut registrations: Vec<_> = data.registrations.values().collect();
        registrations.sort_unstable_by_key(|it| it.id);
        let mut order: Vec<&str> = Vec::new();
        let mut given: HashMap<&str, Vec<(PersonId, &str)>> = HashMap::new();
        for registration in registrations {
            if data.has_withdrawn(registration.person_id) {
                continue;
            }
            for (question, answer) in &registration.answers {
                // `-` means no answer.
                if !answer.contains(char::is_alphanumeric) {
                    continue;
                }
                let all = given.entry(question).or_insert_with(|| {
                    order.push(question);
                    Vec::new()
                });
                all.push((registration.person_id, answer));
            }
        }
        let of = |text: &&str| Self::of(text, &given[text]);
        order.iter().map(of).collect()
    }

    fn of(text: &str, given: &[(PersonId, &str)]) -> Self {
        let has_several = chooses_several(given);
        let mut spellings: HashMap<String, BTreeMap<&str, usize>> = HashMap::new();
        let mut answers: HashMap<PersonId, Vec<String>> = HashMap::new();
        for (person, answer) in given {
            let chosen = if has_several {
                parts(answer).collect()
            } else {
                vec![answer.trim()]
            };
            for one in chosen {
                let known = folded(one);
                *spellings
                    .entry(known.clone())
                    .or_default()
                    .entry(one)
                    .or_default() += 1;
                let own = answers.entry(*person).or_default();
                if !own.contains(&known) {
                    own.push(known);
                }
            }
        }
        let most = |(known, spellings): (String, BTreeMap<&str, usize>)| {
            // If several are equally frequent, the alphabetically first one is used.
            let best = spellings
                .iter()
                .max_by_key(|(text, count)| (**count, std::cmp::Reverse(**text)));
            let best = best.map_or("", |(text, _)| text);
            (known, best.to_owned())
        };
        Self {
            text: text.to_owned(),
            answers,
            written: spellings.into_iter().map(most).collect(),
        }
    }
}

fn folded(answer: &str) -> String {
    let words: Vec<String> = answer.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

fn parts(answer: &str) -> impl Iterator<Item = &str> {
    answer.split(';').map(str::trim).filter(|it| !it.is_empty())
}

/// Returns whether the answers to a question are multiple choices: forms separate them with semicolons, and some add a
/// trailing one. A remark may contain a semicolon as well, even one that several people send; but its parts then never
/// occur in another answer.
fn chooses_several(given: &[(PersonId, &str)]) -> bool {
    let mut answers: HashMap<String, HashSet<String>> = HashMap::new();
    for (_, answer) in given {
        for part in parts(answer) {
            answers
                .entry(folded(part))
                .or_default()
                .insert(folded(answer));
        }
    }
    let mut several = given.iter().filter(|(_, it)| it.contains(';'));
    let is_choice = |(_, answer): &(PersonId, &str)| {
        answer.trim_end().ends_with(';')
            || parts(answer).all(|part| answers[&folded(part)].len() > 1)
    };
    several.clone().next().is_some() && several.all(is_choice)
}

struct List<'a> {
    questions: &'a [Question],
    collator: &'a Collator,
}

impl List<'_> {
    /// Adds rows for every question, as answered by these people.
    fn push(
        &self,
        table: &mut Table,
        slug: &str,
        mut above: Option<String>,
        people: &[(PersonId, SignupStatus)],
    ) {
        for question in self.questions {
            // The number of people with a place, and the number waiting.
            let mut counts: HashMap<&str, [i64; 2]> = HashMap::new();
            let mut silent = [0, 0];
            for (person, status) in people {
                let place = match status {
                    SignupStatus::Confirmed => 0,
                    SignupStatus::Waitlisted => 1,
                    SignupStatus::Cancelled => continue,
                };
                match question.answers.get(person) {
                    None => silent[place] += 1,
                    Some(chosen) => {
                        for one in chosen {
                            counts.entry(one).or_default()[place] += 1;
                        }
                    }
                }
            }
            table.begin_group(question.text.clone(), Vec::new());
            if let Some(above) = above.take() {
                table.put_under(above);
            }
            let written = |known: &str| question.written.get(known).map_or("", String::as_str);
            let mut rows: Vec<(&str, [i64; 2])> = counts.into_iter().collect();
            rows.sort_unstable();
            self.collator
                .sort_by_text(&mut rows, |(known, _)| written(known));
            rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let mut push = |answer: Cell, [here, waiting]: [i64; 2]| {
                table.push(vec![
                    Cell::from(slug),
                    Cell::from(question.text.as_str()),
                    answer,
                    Cell::Integer(here),
                    Cell::Integer(waiting),
                ]);
            };
            for (known, count) in rows {
                push(Cell::from(written(known)), count);
            }
            if silent != [0, 0] {
                let answer = Cell::Reworded {
                    of: Box::new(Cell::Empty),
                    words: cells::NO_ANSWER,
                };
                push(answer, silent);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, text};
    use super::*;
    use crate::model::EventId;

    fn with_answers(given: &[(i64, &str, &str)]) -> Fixture {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            for (person, question, answer) in given {
                let found = writer.registration(EventId(1), PersonId(*person))?;
                let mut registration = found.unwrap();
                let answer = ((*question).to_owned(), (*answer).to_owned());
                registration.answers.push(answer);
                writer.save_registration(&registration)?;
            }
            Ok(())
        });
        fixture
    }

    fn counts(fixture: &Fixture, of: AnswersOf) -> Vec<String> {
        let table = answers(&fixture.read(), &fixture.event(), of, Language::En).unwrap();
        let line = |row: &Vec<Cell>| {
            let keys = ["session", "question", "answer", "people", "waiting"];
            let keys = keys.map(|key| if key == "waiting" { "waitlisted" } else { key });
            keys.map(|key| fixture::cell(&table, row, key)).join("|")
        };
        table.rows().iter().map(line).collect()
    }

    #[test]
    fn each_answer_is_counted_of_those_with_a_place_and_of_those_who_wait() {
        let fixture = with_answers(&[
            (1, "Diet", "Vegan"),
            (2, "Diet", "vegan "),
            (3, "Diet", "halal"),
            (4, "Diet", "vegan"),
            (5, "Diet", "-"),
            (1, "Remarks", "late; sorry"),
        ]);
        // Hanna answers vegan as well; her answer to "status" follows the order of the forms.
        assert_eq!(
            counts(&fixture, AnswersOf::Event),
            [
                "|Diet|vegan|4|0",
                "|Diet|halal|1|0",
                "|Diet||1|0",
                "|Remarks|late; sorry|1|0",
                "|Remarks||5|0",
                "|status|=1+1|1|0",
                "|status||5|0",
            ]
        );
        let breakout = AnswersOf::Session(fixture::BREAKOUT_A);
        assert_eq!(
            counts(&fixture, breakout)[..2],
            ["breakout-a|Diet|vegan|2|1", "breakout-a|Diet|halal|1|0"]
        );
        let table = answers(&fixture.read(), &fixture.event(), breakout, Language::En).unwrap();
        assert!(text(&table).contains("(no answer)"));
    }

    #[test]
    fn who_waits_for_the_event_is_counted_apart_and_who_withdrew_nowhere() {
        let mut fixture = with_answers(&[(1, "Diet", "vegan"), (2, "Diet", "vegan")]);
        fixture.change(|writer| {
            fixture::withdraw(writer, EventId(1), 1)?;
            let mut bernd = writer.registration(EventId(1), PersonId(2))?.unwrap();
            bernd.status = crate::model::RegistrationStatus::Waitlisted;
            writer.save_registration(&bernd).map(drop)
        });
        let counts = counts(&fixture, AnswersOf::Event);
        assert_eq!(counts[0], "|Diet|vegan|1|1", "{counts:?}");
    }

    #[test]
    fn one_remark_with_a_semicolon_by_several_people_is_one_answer() {
        let remark = "Keep me a seat; I come after lunch";
        let given = [1, 2, 3].map(|person| (person, "Remarks", remark));
        let counts = counts(&with_answers(&given), AnswersOf::Event);
        assert_eq!(counts[0], format!("|Remarks|{remark}|3|0"), "{counts:?}");
    }

    #[test]
    fn an_answer_of_several_things_counts_for_each() {
        let fixture = with_answers(&[
            (1, "Food", "fish; nuts"),
            (2, "Food", "nuts;fish;milk"),
            (3, "Food", "milk"),
        ]);
        let counts = counts(&fixture, AnswersOf::Event);
        let food: Vec<&String> = counts.iter().filter(|it| it.contains("|Food|")).collect();
        assert_eq!(
            food,
            [
                "|Food|fish|2|0",
                "|Food|milk|2|0",
                "|Food|nuts|2|0",
                "|Food||3|0"
            ]
        );
    }
}
