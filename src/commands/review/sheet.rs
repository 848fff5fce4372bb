//! `rollcall review --from FILE`: reads a list of questions with answers written into it.
//!
//! The list is written by `rollcall review -o FILE`, as CSV or as a workbook. An answer is a word, in any language of
//! the program, or the number of a person, or of an organisation in a question about one. It answers all questions that
//! its row lists and no others, since these are the ones its author has seen. The list is one operation.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::import::open;
use super::super::numbers::Numbers;
use super::answer::give;
use crate::catalogue::messages::review as words;
use crate::catalogue::{Message, Wording};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::import::{Problem, ReadOptions, Record, Sheet, Source};
use crate::intake::{self, Answer, Answers, IntakeError};
use crate::message;
use crate::model::{Resolution, ReviewId, ReviewKind, ReviewState};
use crate::output::keyed::{Keyed, facts};
use crate::output::{Language, unguard};
use crate::store::{Reader, Review};

/// More problems than this are not readable.
const NAMED: usize = 20;

/// Answers all questions for which a list has answers.
pub(super) fn answer_from(
    context: &mut Context,
    path: &Path,
    dry_run: bool,
) -> Result<Exit, Error> {
    let mut rows = Vec::new();
    let mut is_list = false;
    for source in open(context, path, None)? {
        is_list |= read(&source, &mut rows)?;
    }
    if !is_list {
        return Err(
            Error::new(message!(review::not_a_list { file: path })).hinted(words::WRITE_A_LIST)
        );
    }
    if rows.is_empty() {
        context.say(words::NO_ANSWERS_WRITTEN)?;
        return Ok(Exit::Done);
    }
    let mut store = context.store()?;
    give(context, &mut store, dry_run, |reader| {
        let mut wrong = Vec::new();
        let mut all = Vec::new();
        let mut lines: BTreeMap<ReviewId, u64> = BTreeMap::new();
        for row in &rows {
            match row.answers(reader, &mut lines)? {
                Ok(answers) => all.extend(answers),
                Err(problem) => wrong.push(problem),
            }
        }
        if wrong.is_empty() {
            return Ok(all);
        }
        let mut made = Error::new(message!(review::answers_not_read {
            file: path,
            count: wrong.len()
        }));
        made.causes = wrong.iter().take(NAMED).map(Problem::message).collect();
        Err(made.hinted(words::WHAT_TO_WRITE))
    })?;
    Ok(Exit::Done)
}

/// A row with an answer.
#[derive(Debug)]
struct Row {
    line: u64,
    /// The headings of the numbers and of the answer, as written in the file.
    headings: [String; 2],
    numbers: String,
    answer: String,
}

/// Reads the rows of a table that have answers; returns whether it is a list of questions.
fn read(source: &Source, rows: &mut Vec<Row>) -> Result<bool, Error> {
    let sheet = Sheet::open(source, &ReadOptions::default())?;
    let mut records = sheet.records()?;
    let mut record = Record::default();
    let mut places: Option<(Places, [String; 2])> = None;
    while records.read_into(&mut record)? {
        let Some((columns, headings)) = &places else {
            places = Places::of(&record).map(|it| {
                let heading = |place| record.get(place).unwrap_or_default().to_owned();
                let headings = [heading(it.number), heading(it.answer)];
                (it, headings)
            });
            continue;
        };
        let cell = |place: usize| unguard(record.get(place).unwrap_or_default().trim());
        let answer = cell(columns.answer).into_owned();
        if answer.is_empty() {
            continue;
        }
        let also = columns.also.map(cell).unwrap_or_default();
        rows.push(Row {
            line: record.line(),
            headings: headings.clone(),
            numbers: format!("{} {also}", cell(columns.number)),
            answer,
        });
    }
    Ok(places.is_some())
}

/// The indices of the columns.
#[derive(Debug)]
struct Places {
    number: usize,
    also: Option<usize>,
    answer: usize,
}

impl Places {
    /// Finds the columns in a heading row, in any language.
    fn of(record: &Record) -> Option<Self> {
        let place = |column: Keyed| {
            let is_it = |cell: &str| {
                let cell = cell.trim();
                column.wording().is_word(cell) || column.key().eq_ignore_ascii_case(cell)
            };
            record.cells().position(is_it)
        };
        Some(Self {
            number: place(facts::ID)?,
            also: place(facts::ALSO),
            answer: place(facts::ANSWER)?,
        })
    }
}

impl Row {
    /// Returns the answers of the row, none if the questions already have these answers; or what is wrong.
    fn answers(
        &self,
        reader: &Reader<'_>,
        lines: &mut BTreeMap<ReviewId, u64>,
    ) -> Result<Result<Option<Answers>, Problem>, Error> {
        let [number, answer] = &self.headings;
        let wrong = |column: &str, reason: Message| {
            Ok(Err(Problem {
                line: self.line,
                column: Some(column.to_owned()),
                reason,
            }))
        };
        let numbers: Vec<ReviewId> = match Numbers::parse(&self.numbers) {
            Ok(numbers) => Numbers::all(&[numbers]).into_iter().map(ReviewId).collect(),
            Err(unfit) => return wrong(number, unfit.message()),
        };
        let mut reviews: Vec<Review> = Vec::new();
        for id in &numbers {
            let Some(review) = reader.review(*id)? else {
                return wrong(number, message!(review::no_such_question { number: id }));
            };
            if let Some(line) = lines.insert(*id, self.line) {
                return wrong(
                    number,
                    message!(review::answered_twice { number: id, line }),
                );
            }
            reviews.push(review);
        }
        // A list of all questions includes earlier answers.
        reviews.retain(|it| it.state == ReviewState::Open || !self.is_given(it));
        let Some(first) = reviews.first() else {
            return Ok(Ok(None));
        };
        let is_of_one_name = reviews
            .iter()
            .all(|it| it.question.name == first.question.name);
        Ok(match self.meant(reader, first)? {
            Ok(meant) if !is_of_one_name && !matches!(meant, Answer::Nobody) => {
                return wrong(
                    answer,
                    message!(review::stands_for_programs {
                        number: first.id,
                        count: reviews.len(),
                        numbers: numbers
                    }),
                );
            }
            Ok(answer) => Ok(Some(Answers {
                questions: reviews.iter().map(|it| it.id).collect(),
                answer,
            })),
            Err(reason) => return wrong(answer, reason),
        })
    }

    /// Returns whether the cell contains the earlier answer to a question.
    fn is_given(&self, review: &Review) -> bool {
        let Some(given) = review.answer.map(Resolution::message) else {
            return false;
        };
        Language::ALL
            .iter()
            .any(|language| given.in_language(*language) == self.answer)
    }

    /// Returns the answer that the cell means for a question, or why it means none.
    fn meant(
        &self,
        reader: &Reader<'_>,
        review: &Review,
    ) -> Result<Result<Answer, Message>, IntakeError> {
        let word = self.answer.as_str();
        if word.bytes().all(|it| it.is_ascii_digit()) {
            let is_of_organisation = review.question.kind == ReviewKind::Organisation;
            let found = if is_of_organisation {
                intake::find_organisation(reader, word).map(|it| Answer::Same(Some(it)))
            } else {
                intake::find_person(reader, word).map(Answer::Person)
            };
            return match found {
                Err(error @ IntakeError::Store(_)) => Err(error),
                found => Ok(found.map_err(|error| error.message())),
            };
        }
        let known: [(Wording, Answer); 5] = [
            (words::WORD_NEW, Answer::New),
            (words::WORD_SAME, Answer::Same(None)),
            (words::WORD_NOBODY, Answer::Nobody),
            (words::WORD_DIFFERENT, Answer::Different),
            (words::WORD_KEEP, Answer::Keep),
        ];
        let mut known = known.into_iter();
        let meant = known.find(|(wording, _)| wording.is_word(word));
        Ok(meant
            .map(|(_, answer)| answer)
            .ok_or_else(|| message!(review::not_an_answer { word })))
    }
}
