//! Finds out who agreed to be on the list of participants, by the answers in their forms.

use std::collections::BTreeSet;

use crate::formats::lexicon::{LEXICON, Listing};
use crate::model::{PersonId, Registration, RegistrationStatus};

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

/// Returns who agreed, among people whose registration is not cancelled: those who said yes to a question about it, and
/// no to none. No answer means no agreement. `None` if nobody was asked.
///
/// `named` is the question to use, whatever its text; otherwise all questions about the list are used.
///
/// # Errors
/// If a question or an answer is not understood.
pub fn agreed_to_be_listed<'a>(
    registrations: impl Iterator<Item = &'a Registration>,
    named: Option<&str>,
) -> Result<Option<BTreeSet<PersonId>>, NotCertain> {
    let mut is_asked = false;
    let (mut yes, mut no) = (BTreeSet::new(), BTreeSet::new());
    for registration in registrations {
        if registration.status == RegistrationStatus::Cancelled {
            continue;
        }
        for (question, answer) in &registration.answers {
            let listing = match named {
                Some(named) => (named.trim() == question.trim()).then_some(Listing::Asked),
                None => LEXICON.listing(question),
            };
            match listing {
                None => continue,
                Some(Listing::Doubtful) => return Err(NotCertain::Question(question.clone())),
                Some(Listing::Asked) => is_asked = true,
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
    if named.is_some() && !is_asked {
        return Err(NotCertain::NoSuchQuestion);
    }
    yes.retain(|person| !no.contains(person));
    Ok(is_asked.then_some(yes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, RegistrationId};

    fn agreed(
        answers: &[(&str, &str)],
        named: Option<&str>,
    ) -> Result<Option<Vec<i64>>, NotCertain> {
        let registrations: Vec<Registration> = (1..)
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
            })
            .collect();
        let agreed = agreed_to_be_listed(registrations.iter(), named)?;
        Ok(agreed.map(|it| it.into_iter().map(|id| id.0).collect()))
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
}
