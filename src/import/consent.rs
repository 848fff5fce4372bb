//! Finds out who agreed to something: by the consents on file, and by the answers in their forms.
//!
//! Consents on file come from the columns of forms that `import` understands, from `--map`, and from the organiser. A file
//! of an earlier layout has the answers alone; so has a question of which it is not certain what a yes means.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::lexicon::{Asking, LEXICON};
use crate::model::{Agreed, Consent, PersonId, Purpose, Registration, RegistrationStatus};

/// Why it is not certain who agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCertain {
    /// The meaning of a yes to the question is not known.
    Question(String),
    /// The meaning of an answer is not known.
    Answer {
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
    /// Nobody was asked the given question.
    NoSuchQuestion,
}

/// Whose agreement is sought, and by what.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// What they agree to.
    pub purpose: Purpose,
    /// The question to use, whatever its text; otherwise all questions about the purpose are used.
    pub question: Option<&'a str>,
}

/// Returns who agreed, among people whose registration is not cancelled. What is on file about somebody's consent
/// decides; for everybody else the answers in their forms: those agreed who said yes to a question about it, and no to
/// none. No answer means no agreement.
///
/// # Errors
/// If a question or an answer is not understood, and nothing on file says what somebody agreed to.
pub fn who_agreed<'a>(
    registrations: impl Iterator<Item = &'a Registration>,
    consents: &[Consent],
    wanted: Wanted<'_>,
) -> Result<Agreed, NotCertain> {
    let on_file = consents.iter().filter(|it| it.purpose == wanted.purpose);
    let on_file: BTreeMap<PersonId, &Consent> = on_file.map(|it| (it.person_id, it)).collect();
    // What is said to the organiser asks nobody else.
    let mut is_asked = on_file.values().any(|it| it.source.is_some());
    let (mut yes, mut no) = (BTreeSet::new(), BTreeSet::new());
    let mut has_question = false;
    // A question that is named decides in the place of other questions, and not of what was said to the organiser.
    let on_file = on_file.values();
    for known in on_file.filter(|it| wanted.question.is_none() || it.source.is_none()) {
        if known.given { &mut yes } else { &mut no }.insert(known.person_id);
    }
    for registration in registrations {
        if registration.status == RegistrationStatus::Cancelled {
            continue;
        }
        let is_settled = |person| yes.contains(person) || no.contains(person);
        let is_known = is_settled(&registration.person_id);
        for (question, answer) in &registration.answers {
            let asking = match wanted.question {
                Some(named) => (named.trim() == question.trim()).then_some(Asking::Asked),
                None => LEXICON
                    .consent(question)
                    .filter(|(purpose, _)| *purpose == wanted.purpose)
                    .map(|(_, asking)| asking),
            };
            match asking {
                None => continue,
                Some(_) if is_known => {
                    has_question = true;
                    continue;
                }
                Some(Asking::Doubtful) => return Err(NotCertain::Question(question.clone())),
                Some(Asking::Asked) => has_question = true,
            }
            if answer.trim().is_empty() || LEXICON.is_none_word(answer) {
                continue;
            }
            let agrees = LEXICON
                .agreement(answer)
                .ok_or_else(|| NotCertain::Answer {
                    question: question.clone(),
                    answer: answer.clone(),
                })?;
            if agrees { &mut yes } else { &mut no }.insert(registration.person_id);
        }
    }
    if wanted.question.is_some() && !has_question {
        return Err(NotCertain::NoSuchQuestion);
    }
    is_asked |= has_question;
    yes.retain(|person| !no.contains(person));
    Ok(Agreed {
        asked: is_asked,
        yes,
        no,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, RegistrationId};

    fn agreed(
        answers: &[(&str, &str)],
        named: Option<&str>,
    ) -> Result<Option<Vec<i64>>, NotCertain> {
        let registrations = registrations(answers);
        let wanted = Wanted {
            purpose: Purpose::Participants,
            question: named,
        };
        let agreed = who_agreed(registrations.iter(), &[], wanted)?;
        let yes = || agreed.yes.iter().map(|id| id.0).collect();
        Ok(agreed.asked.then(yes))
    }

    fn registrations(answers: &[(&str, &str)]) -> Vec<Registration> {
        (1..)
            .zip(answers)
            .map(|(id, (question, answer))| Registration {
                id: RegistrationId(id),
                event_id: EventId(1),
                person_id: PersonId(id),
                organisation_id: None,
                organisation_name: None,
                status: RegistrationStatus::Confirmed,
                requested_at: None,
                answers: vec![((*question).to_owned(), (*answer).to_owned())],
                scope: None,
                choices: None,
                read_from: None,
            })
            .collect()
    }

    #[test]
    fn a_yes_to_a_question_about_the_list_agrees_and_nothing_else_does() {
        for question in [
            "Darf Ihr Name auf der Teilnehmerliste erscheinen?",
            "Einverständnis Teilnehmendenliste",
            "Ich stimme der Aufnahme in die Teilnehmer:innen-Liste zu",
            "May we include you in the list of participants?",
            "Consent: attendee list",
        ] {
            let answers = [
                (question, "ja"),
                (question, "nein"),
                (question, ""),
                (question, "Ja, ich bin einverstanden"),
                (question, "I do not agree"),
                (question, "keine Angabe"),
                (question, "x"),
                ("Diet", "vegan"),
            ];
            assert_eq!(
                agreed(&answers, None),
                Ok(Some(vec![1, 4, 7])),
                "{question}"
            );
        }
    }

    #[test]
    fn other_questions_ask_nobody() {
        for question in [
            "Diet",
            "I accept the privacy policy",
            "Ich möchte die Teilnehmerliste erhalten",
            "Fotos erlaubt",
            "Newsletter",
        ] {
            assert_eq!(agreed(&[(question, "ja")], None), Ok(None), "{question}");
        }
    }

    #[test]
    fn what_is_not_certain_is_not_guessed() {
        for question in [
            "Teilnehmerliste",
            "Ich möchte nicht auf der Teilnehmerliste erscheinen",
            "Do not show me on the attendee list",
        ] {
            let wrong = NotCertain::Question(question.to_owned());
            assert_eq!(agreed(&[(question, "ja")], None), Err(wrong), "{question}");
        }
        let question = "Consent: attendee list";
        for answer in ["maybe", "ja, aber nicht mit Organisation", "ja/nein"] {
            let wrong = NotCertain::Answer {
                question: question.to_owned(),
                answer: answer.to_owned(),
            };
            assert_eq!(agreed(&[(question, answer)], None), Err(wrong), "{answer}");
        }
    }

    #[test]
    fn the_question_that_is_named_decides_alone() {
        let answers = [("Teilnehmerliste", "ja"), ("Teilnehmerliste", "nein")];
        assert_eq!(agreed(&answers, Some("Teilnehmerliste")), Ok(Some(vec![1])));
        assert_eq!(
            agreed(&answers, Some("Liste")),
            Err(NotCertain::NoSuchQuestion)
        );
    }

    fn on_file(person: i64, given: bool, is_of_form: bool) -> Consent {
        Consent {
            person_id: PersonId(person),
            event_id: Some(EventId(1)),
            purpose: Purpose::Participants,
            given,
            time: crate::model::Instant::UNIX_EPOCH,
            source: is_of_form.then(|| crate::model::ConsentSource {
                file: "form.csv".to_owned(),
                line: 2,
                question: "Liste?".to_owned(),
                answer: "ja".to_owned(),
            }),
        }
    }

    fn people(answers: &[(&str, &str)], consents: &[Consent], named: Option<&str>) -> Vec<i64> {
        let registrations = registrations(answers);
        let wanted = Wanted {
            purpose: Purpose::Participants,
            question: named,
        };
        let agreed = who_agreed(registrations.iter(), consents, wanted).unwrap();
        let all = (1..).take(answers.len());
        all.filter(|id| agreed.includes(Some(PersonId(*id))))
            .collect()
    }

    #[test]
    fn what_is_on_file_decides_before_the_answers() {
        let question = "Consent: attendee list";
        let answers = [(question, "ja"), (question, "nein"), (question, "maybe")];
        let told = [
            on_file(1, false, false),
            on_file(2, true, false),
            on_file(3, true, false),
        ];
        assert_eq!(people(&answers, &told, None), [2, 3]);
        // A question that is named goes before a form, and not before what the organiser was told.
        let answers = [(question, "ja"), (question, "ja")];
        let told = [on_file(1, false, true), on_file(2, false, false)];
        assert_eq!(people(&answers, &told, None), [0; 0]);
        assert_eq!(people(&answers, &told, Some(question)), [1]);
    }

    #[test]
    fn one_who_refuses_where_nobody_was_asked_is_left_out_alone() {
        let answers = [("Diet", "vegan"), ("Diet", ""), ("Diet", "")];
        assert_eq!(people(&answers, &[on_file(2, false, false)], None), [1, 3]);
        // Where a form asked, whoever said nothing did not agree.
        assert_eq!(people(&answers, &[on_file(2, true, true)], None), [2]);
    }
}
