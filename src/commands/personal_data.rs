//! `rollcall report data`: everything that is held about one person, as a letter to them.

use std::collections::BTreeSet;

use super::certificates::CertificateArgs;
use super::person::copies_beside;
use crate::catalogue::messages::report as words;
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake::{self, ForgettingPlan};
use crate::message;
use crate::model::Person;
use crate::output::{Document, Format, Language, language_of_reader};
use crate::report::{self, AsOf, Held};
use crate::store::Reader;

pub(super) fn personal_data(
    context: &mut Context,
    wanted: &CertificateArgs,
    delivery: &Delivery,
) -> Result<Exit, Error> {
    let Some(reference) = wanted.person_alone() else {
        return Err(Error::usage(words::WHOSE_DATA).hinted(words::DATA_GOES_WITH));
    };
    let format = context.format_for(delivery.target())?;
    let (document, language, says_basis, unsure) = context.read(|reader| {
        let person = intake::person_by_whole_name(reader, reference)?;
        let language = language_for(context, format, &person);
        let plan = ForgettingPlan::of(reader, Some(&person), &person.id.to_string())?;
        let (document, unsure) = letter(context, reader, &person, &plan, language)?;
        let says_basis = reader.legal_basis()?.is_some();
        Ok((document, language, says_basis, unsure))
    })?;
    let own = std::mem::replace(&mut context.language, language);
    context.deliver(document, delivery)?;
    context.language = own;
    if !unsure.is_empty() {
        let count = unsure.len();
        let questions: Vec<String> = unsure.iter().map(i64::to_string).collect();
        context.say(message!(report::letter_leaves_out { count, questions }))?;
    }
    if !says_basis {
        context.hint(words::SAY_THE_BASIS)?;
    }
    Ok(Exit::Done)
}

/// Returns the language of the letter: as asked for, else the person's own; programs always get the same one.
fn language_for(context: &Context, format: Format, person: &Person) -> Language {
    if matches!(format, Format::Json | Format::Jsonl) {
        return Language::FOR_PROGRAMS;
    }
    let language = if context.language_is_said {
        context.language
    } else {
        language_of_reader(person.language.as_deref(), context.language)
    };
    // The letter has sentences, which are not written in every language.
    if Language::ALL.contains(&language) {
        language
    } else {
        Language::default()
    }
}

fn letter(
    context: &Context,
    reader: &Reader<'_>,
    person: &Person,
    plan: &ForgettingPlan,
    language: Language,
) -> Result<(Document, BTreeSet<i64>), Error> {
    let rows = plan.rows(reader)?;
    // A part in the programme that is linked with them counts as theirs.
    let is_own = |table: &str, id: i64| rows.get(table).is_some_and(|it| it.contains(&id));
    let mentions = plan
        .mentions
        .iter()
        .filter(|it| !is_own(&it.table, it.id) && it.table != "written_file");
    let mentions = mentions.map(|it| {
        let table = &it.table;
        let what = message!(forget::kind { table }).in_language(language);
        (what, it.text.clone())
    });
    let mentions = mentions.collect();
    let held = Held {
        people: plan.people().clone(),
        mentions,
        candidate_of: plan.candidate_of.clone(),
        copies: copies_beside(&context.database),
        rows,
    };
    let as_of = AsOf::new(*reader, context.now);
    Ok(report::personal_data(
        &as_of,
        person,
        &held,
        context.zone,
        language,
    )?)
}
