//! Finds the meaning and the owner of a heading: splits it into words, then looks them up.
//!
//! "Wie lautet der Vorname des Teilnehmers?" has words that only make a sentence (`wie`, `lautet`, `der`, `des`), a
//! word that names the owner (`Teilnehmers`), and the rest (`Vorname`) is in the vocabulary. Brackets are more specific
//! ("Name (First)"), as is what follows a dash ("Full Name - First Name"); a slash says the same thing twice ("Firma /
//! Institution"). A word with a full stop is the beginning of a known one ("Rückm."), if only one field fits.

use super::lexicon::LEXICON;
use super::word_lists::Owner;
use super::{Field, fold, zone};

/// The meaning of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The content of the column.
    pub field: Field,
    /// Whom it is about.
    pub owner: Owner,
    /// The rank of its words among those for the field: the lower, the plainer. "Organisation" comes before "Verband".
    pub rank: usize,
}

/// Returns the meaning of a heading, going only by its words.
pub fn meaning(heading: &str) -> Option<Meaning> {
    let heading = fold::without_markup(heading);
    let of_any = |heading: &str| {
        of_words(heading)
            .or_else(|| of_question(heading))
            .or_else(|| of_both(heading))
            .or_else(|| of_abbreviation(heading))
    };
    of_any(&heading).or_else(|| {
        let plain = LEXICON.without_legend(&heading);
        let is_shorter = plain.len() < heading.len();
        let of_plain = is_shorter.then(|| of_any(plain)).flatten();
        of_plain.or_else(|| of_any(&zone::without(&heading)?))
    })
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
}

/// Returns the unit that the heading of a length names: "Dauer (h)", "Minuten", "Duration (seconds)".
///
/// Two units describe a notation, not a number: below "Dauer (h:mm)" a bare number remains open.
pub fn unit(heading: &str) -> Option<Unit> {
    let words = fold::words(heading);
    let units = [
        (&LEXICON.heading.hours, Unit::Hours),
        (&LEXICON.heading.minutes, Unit::Minutes),
        (&LEXICON.heading.seconds, Unit::Seconds),
    ];
    let named = units
        .into_iter()
        .filter(|(list, _)| words.iter().any(|word| list.has_word(word)));
    let mut named = named.map(|(_, unit)| unit);
    let unit = named.next()?;
    named.next().is_none().then_some(unit)
}

/// Whether the heading of a length says that it counts hours: "Dauer (h)", "Stunden", "Zeit (h:mm)".
pub fn is_in_hours(heading: &str) -> bool {
    fold::words(heading)
        .iter()
        .any(|word| LEXICON.heading.hours.has_word(word))
}

fn of_words(heading: &str) -> Option<Meaning> {
    let words = fold::words(heading);
    exact(&words, Owner::Unsaid)
        .or_else(|| of_brackets(heading))
        .or_else(|| of_length(&words))
        .or_else(|| of_owned(&words))
}

fn exact(words: &[String], owner: Owner) -> Option<Meaning> {
    let (field, rank) = LEXICON.columns.0.get(&words.concat())?.clone();
    Some(Meaning { field, owner, rank })
}

/// Looks up the heading of a length without its unit: "Duration (seconds)", "Zeit in Minuten".
fn of_length(words: &[String]) -> Option<Meaning> {
    let units = [
        &LEXICON.heading.hours,
        &LEXICON.heading.minutes,
        &LEXICON.heading.seconds,
    ];
    let is_unit = |word: &&String| units.iter().any(|list| list.has_word(word));
    let rest: Vec<String> = words
        .iter()
        .filter(|word| !is_unit(word))
        .cloned()
        .collect();
    let is_shorter = !rest.is_empty() && rest.len() < words.len();
    let meaning = is_shorter.then(|| of_owned(&rest)).flatten()?;
    (meaning.field == Field::Duration).then_some(meaning)
}

/// Looks up a heading without fillers and without its owner.
fn of_owned(words: &[String]) -> Option<Meaning> {
    let words = LEXICON.without_fillers(words);
    if let Some(meaning) = exact(&words, Owner::Unsaid) {
        return Some(meaning);
    }
    let (rest, owner) = without_owner(&words)?;
    if rest.is_empty() {
        // A column headed "Teilnehmer" has their names, one headed "Ticket" the kind of ticket.
        let field = if owner == Owner::Ticket {
            Field::Product
        } else {
            Field::Name
        };
        return Some(Meaning {
            field,
            owner,
            rank: 0,
        });
    }
    exact(&rest, owner)
}

/// Removes the words that name the owner: separate words, or the first part of a German compound.
fn without_owner(words: &[String]) -> Option<(Vec<String>, Owner)> {
    let mut rest = words.to_vec();
    let mut found: Option<Owner> = None;
    for (owner_words, owner) in &LEXICON.owners.0 {
        while let Some(at) = rest
            .windows(owner_words.len())
            .position(|it| it == owner_words)
        {
            rest.drain(at..at + owner_words.len());
            found = Some(found.map_or(*owner, |known| known.min(*owner)));
        }
    }
    if found.is_none()
        && let Some((owner, behind)) = rest.first().and_then(|word| compound(word))
    {
        rest[0] = behind;
        found = Some(owner);
    }
    found.map(|owner| (rest, owner))
}

/// `teilnehmername` is the `name` of a `teilnehmer`.
fn compound(word: &str) -> Option<(Owner, String)> {
    LEXICON.owners.0.iter().find_map(|(owner_words, owner)| {
        let [front] = owner_words.as_slice() else {
            return None;
        };
        let behind = word.strip_prefix(front.as_str())?;
        LEXICON
            .columns
            .0
            .contains_key(behind)
            .then(|| (*owner, behind.to_owned()))
    })
}

/// "Name (First)", "Vorname (Teilnehmer)", "Attendee: First Name", "Full Name - First Name": the part in brackets, after
/// a colon or a dash is more specific, or names the owner.
fn of_brackets(heading: &str) -> Option<Meaning> {
    let (outer, inner) = match heading.split_once('(') {
        Some((outer, rest)) => (
            outer,
            rest.strip_suffix(')')
                .or_else(|| rest.trim_end().strip_suffix(')'))?,
        ),
        None => heading
            .split_once(':')
            .or_else(|| heading.split_once(" - "))?,
    };
    let outer = of_owned(&fold::words(outer))?;
    let inner = of_owned(&fold::words(inner))?;
    let is_part = matches!(
        inner.field,
        Field::GivenName | Field::FamilyName | Field::Email | Field::Title
    );
    (outer.field == Field::Name && is_part).then_some(Meaning {
        owner: outer
            .owner
            .min(inner.owner)
            .min(Owner::Unsaid.max(outer.owner)),
        field: inner.field,
        rank: inner.rank,
    })
}

/// "Für welche Organisation kommen Sie?"
fn of_question(heading: &str) -> Option<Meaning> {
    if !heading.trim_end().ends_with('?') {
        return None;
    }
    let words: Vec<String> = LEXICON
        .without_fillers(&fold::words(heading))
        .into_iter()
        .filter(|word| !LEXICON.heading.asking.has_word(word))
        .collect();
    exact(&words, Owner::Unsaid).or_else(|| of_owned(&words))
}

/// "Rückm.", "Rückmeld.": the beginning of a word. What begins several words of different meanings has none.
fn of_abbreviation(heading: &str) -> Option<Meaning> {
    const SHORTEST: usize = 4;
    let words = fold::words(heading.trim().strip_suffix('.')?);
    let [beginning] = words.as_slice() else {
        return None;
    };
    if beginning.len() < SHORTEST {
        return None;
    }
    let columns = LEXICON.columns.0.iter();
    let begun = columns.filter(|(word, _)| word.starts_with(beginning.as_str()));
    let begun: Vec<&(Field, usize)> = begun.map(|(_, known)| known).collect();
    let (field, rank) = begun.iter().min_by_key(|(_, rank)| rank)?;
    let is_one = begun.iter().all(|(other, _)| other == field);
    is_one.then(|| Meaning {
        field: field.clone(),
        owner: Owner::Unsaid,
        rank: *rank,
    })
}

/// `Firma / Institution`: two words for one thing.
fn of_both(heading: &str) -> Option<Meaning> {
    let mut parts = heading.split('/').map(of_words);
    let first = parts.next()??;
    let others: Vec<Option<Meaning>> = parts.collect();
    let agree = others
        .iter()
        .all(|other| other.as_ref().is_some_and(|it| it.field == first.field));
    (!others.is_empty() && agree).then_some(first)
}

#[cfg(test)]
#[path = "heading_tests.rs"]
mod tests;
