//! Generated spellings of an organisation's name, which nobody wrote down.
//!
//! `Deutsches Zentrum für Luft- und Raumfahrt e.V.` is also written `Dt. Zentrum f. Luft- u. Raumfahrt` and `DLR`.
//! Spellings are generated both for the name on file and for the name sought; if two of them match and may match
//! ([`meeting`]), the two names may be one organisation. This always leads to a question: initials are easily the same
//! by chance. Only letters in brackets after the full name are an alias of their own ([`Bracketed`]).

use super::super::fold::{collapse, fold_letters};
use super::super::organisation_key::Formed;
use super::super::organisation_words::{WORDS, is_in, stem};
use crate::model::Reason;

/// How a spelling is formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// All words as written.
    Joined,
    /// All words, with abbreviations expanded and without small words.
    Words,
    /// The same without the generic words of clusters.
    Core,
    /// The same without the kind of organisation: `RWTH Aachen` for `RWTH Aachen University`.
    Bare,
    /// Initials, perhaps followed by a place: `HAW`, `HAW Hamburg`.
    Initials,
    /// An acronym among the words: `RWTH` in `RWTH Aachen University`.
    Letters,
    /// The letters in brackets, or everything else.
    Bracket,
    /// The organisation in the name of one of its parts: `RWTH Aachen, WZL`, `WZL der RWTH Aachen`.
    Department,
    /// The name in the domain of its addresses.
    Domain,
}

/// A spelling: its letters without spaces.
pub(super) type Spelling = (String, Kind);

/// Returns why two equal spellings may mean one organisation; `None` if they do not.
pub(super) fn meeting(one: Kind, other: Kind) -> Option<Reason> {
    use Kind::{Bare, Bracket, Core, Department, Domain, Initials, Joined, Letters, Words};
    match (one.min(other), one.max(other)) {
        // Two long names with the same initials have nothing in common; neither have `DLR Projektträger` and
        // `DLR Raumfahrtmanagement`.
        (Initials, Initials) | (Letters, Letters) | (Core | Bare, Bare) | (Domain, Domain) => None,
        (_, Joined) => Some(Reason::SameWithoutBlanks),
        (_, Words) => Some(Reason::Abbreviated),
        (_, Core | Bare) => Some(Reason::PartOfName),
        (_, Initials | Letters | Bracket) => Some(Reason::Acronym),
        (_, Department) => Some(Reason::PartOfOrganisation),
        (_, Domain) => Some(Reason::DomainName),
    }
}

/// The letters in brackets after a full name, and the name without them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bracketed {
    pub(super) acronym: String,
    pub(super) outside: String,
    /// Whether the letters match the words next to them: `German Aerospace Center (DLR)` may be the organisation that
    /// another name on file calls DLR.
    pub(super) fits: bool,
}

impl Bracketed {
    /// Reads `Cluster Erneuerbare Energien Hamburg (EEHH)`; a place, a remark or a legal form in brackets is not an
    /// acronym: `Stadt Frankfurt (Oder)`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (before, rest) = text.split_once('(')?;
        let (inside, after) = rest.split_once(')')?;
        let inside = inside.trim();
        let outside = collapse(&format!("{before} {after}"));
        let words = Formed::read(&outside).words;
        let folded = fold_letters(inside);
        let first = folded.chars().next();
        let is_place = WORDS.lists.places.contains(&folded);
        (is_acronym(inside) && words.len() > 1 && !is_place).then(|| Self {
            acronym: inside.to_owned(),
            outside,
            fits: words.iter().any(|word| word.chars().next() == first),
        })
    }
}

/// Whether a text is an acronym, not a legal form: `DLR`, `BMWi`, `RWTH`.
fn is_acronym(text: &str) -> bool {
    let capitals = text.chars().filter(|it| it.is_uppercase()).count();
    let count = text.chars().count();
    (2..=10).contains(&count)
        && capitals >= 2
        && text.chars().all(|it| it.is_alphanumeric() || it == '-')
        && Formed::read(&format!("x {text}")).form.is_empty()
}

/// Returns the words of a name for comparison: with abbreviations expanded, without small words and endings.
pub(super) fn words(text: &str) -> Vec<String> {
    plain(&Formed::read(text).words)
}

/// Returns the texts by which a name is compared with near ones: its words, its words as written, and those of the
/// organisation it is a part of.
pub(super) fn compared(text: &str) -> Vec<String> {
    let tokens = Formed::read(text).words;
    let mut texts = vec![plain(&tokens).join(" "), telling(tokens).join(" ")];
    texts.extend(parts(text).into_iter().map(|part| words(part).join(" ")));
    texts.retain(|text| !text.is_empty());
    texts.sort_unstable();
    texts.dedup();
    texts
}

fn plain(tokens: &[String]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens {
        match WORDS.words.get(token) {
            // A single word may be a name.
            Some(long) if tokens.len() > 1 || long.len() > 1 => words.extend(long.iter().cloned()),
            _ => words.push(token.clone()),
        }
    }
    telling(words)
}

/// Removes small words and endings.
fn telling(mut words: Vec<String>) -> Vec<String> {
    let lists = &WORDS.lists;
    let is_telling = |word: &String| !lists.small.contains(word);
    if words.iter().any(is_telling) {
        words.retain(is_telling);
    }
    if words.len() > 1 {
        for word in &mut words {
            stem(word);
        }
    }
    words
}

/// Returns every spelling of a name, each once.
pub(super) fn spellings(text: &str) -> Vec<Spelling> {
    let mut found: Vec<Spelling> = Vec::new();
    match Bracketed::read(text) {
        Some(bracketed) => {
            add_name(&mut found, &bracketed.outside);
            add(
                &mut found,
                &[fold_letters(&bracketed.acronym)],
                Kind::Bracket,
            );
            // `Rheinisch-Westfälische Technische Hochschule (RWTH) Aachen`
            if let Some((_, after)) = text.split_once(')') {
                let behind = words(after);
                if !behind.is_empty() {
                    let mut short = vec![fold_letters(&bracketed.acronym)];
                    short.extend(behind);
                    add(&mut found, &short, Kind::Bracket);
                }
            }
        }
        None => add_name(&mut found, text),
    }
    for part in parts(text) {
        add(&mut found, &words(part), Kind::Department);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns the spelling of a domain's name: `medical-valley.example.org` gives `medicalvalley`.
pub(super) fn of_domain(domain: &str) -> Vec<Spelling> {
    let mut labels = domain.rsplit('.').skip(1);
    let label = labels.find(|label| !WORDS.lists.domain_endings.contains(*label));
    let mut found = Vec::new();
    if let Some(label) = label.filter(|label| label.len() > 2) {
        let label = label.replace('-', " ");
        add(&mut found, &words(&label), Kind::Domain);
        add(&mut found, &[label.replace(' ', "")], Kind::Domain);
        found.dedup();
    }
    found
}

fn add(found: &mut Vec<Spelling>, words: &[String], kind: Kind) {
    let letters = words.concat();
    if letters.chars().count() > 1 {
        found.push((letters, kind));
    }
}

fn add_name(found: &mut Vec<Spelling>, text: &str) {
    let tokens = Formed::read(text).words;
    let words = plain(&tokens);
    add(found, &tokens, Kind::Joined);
    add(found, &words, Kind::Words);
    let lists = &WORDS.lists;
    let without = |list: &std::collections::HashSet<String>| -> Vec<String> {
        let telling = words.iter().filter(|word| !is_in(list, word));
        telling.cloned().collect()
    };
    let core = without(&lists.generic);
    // `E. Merck`: a founder's initial is left out as well.
    let core = match core.split_first() {
        Some((first, rest)) if first.chars().count() == 1 && text.contains('.') => rest.to_vec(),
        _ => core,
    };
    let is_long = core.len() > 1 || core.iter().any(|word| word.chars().count() > 3);
    if core.len() < words.len() && is_long {
        add(found, &core, Kind::Core);
    }
    let named = core.iter().filter(|word| !is_in(&lists.kinds, word));
    let named: Vec<String> = named.cloned().collect();
    if named.len() < core.len() && named.len() > 1 {
        add(found, &named, Kind::Bare);
    }
    add_initials(found, &tokens);
    // `RWTH Aachen University` is also called RWTH; in a name in capitals no word stands out like that.
    let is_loud = !text.chars().any(char::is_lowercase);
    for word in text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|_| !is_loud)
    {
        let is_short = (3..=6).contains(&word.chars().count());
        let is_in_capitals = word.chars().all(char::is_uppercase);
        let folded = fold_letters(word);
        let is_name = !WORDS.lists.places.contains(&folded) && !WORDS.words.contains_key(&folded);
        if is_short && is_in_capitals && is_name && is_acronym(word) && tokens.len() > 1 {
            found.push((folded, Kind::Letters));
        }
    }
}

/// Adds spellings by initials. They may leave out or add letters only so often: the fewer letters, the more names they
/// fit by chance.
fn add_initials(found: &mut Vec<Spelling>, tokens: &[String]) {
    let lists = &WORDS.lists;
    let Some((last, before)) = tokens.split_last() else {
        return;
    };
    // Only words that occur can be left out.
    let is_any =
        |list: &std::collections::HashSet<String>| tokens.iter().any(|it| list.contains(it));
    let is_compound = tokens
        .iter()
        .any(|it| initials(it, true).chars().count() > 1);
    let useless = u8::from(!is_any(&lists.small))
        | u8::from(!is_any(&lists.kinds)) << 1
        | u8::from(!is_any(&lists.generic)) << 2
        | u8::from(!is_compound) << 3;
    for liberties in (0..16_u8).filter(|it| it & useless == 0) {
        let has = |liberty: u8| liberties & liberty > 0;
        let letters = |words: &[String]| -> String {
            words
                .iter()
                .filter(|word| has(1) || !lists.small.contains(*word))
                .filter(|word| !has(2) || !lists.kinds.contains(*word))
                .filter(|word| !has(4) || !lists.generic.contains(*word))
                .map(|word| initials(word, has(8)))
                .collect()
        };
        let taken = liberties.count_ones();
        let mut push = |initials: String, taken: u32| {
            let count = initials.chars().count();
            let most = if count > 3 { 2 } else { 1 };
            if count > 2 && taken <= most && tokens.len() > 1 {
                found.push((initials, Kind::Initials));
            }
        };
        let start = letters(before);
        push(letters(tokens), taken);
        // Without the place, with its letters, or with its name.
        push(start.clone(), taken + 1);
        if let Some(code) = WORDS.codes.get(last) {
            push(format!("{start}{code}"), taken);
        }
        if start.chars().count() > 1 && taken < 2 {
            let mut place = last.clone();
            stem(&mut place);
            found.push((format!("{start}{place}"), Kind::Initials));
        }
    }
}

/// Returns the first letter of a word, and of the last part of a compound: `hk` for `Handelskammer`.
fn initials(word: &str, split: bool) -> String {
    let mut letters: String = word.chars().take(1).collect();
    if split {
        let part = WORDS
            .lists
            .compounds
            .iter()
            .find(|part| word.len() > part.len() + 2 && word.ends_with(part.as_str()));
        letters.extend(part.and_then(|part| part.chars().next()));
    }
    letters
}

/// Returns the parts of a text that may be the organisation, if the text names a part of one.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for mark in [", ", " / ", " | ", " - ", " – ", " — ", "; ", ": "] {
        if let Some((one, other)) = text.split_once(mark) {
            let is_told = mark == " – " || mark == " — " || mark == ": ";
            parts.push((one, is_told || has_form(one) || is_department(other)));
            parts.push((other, is_department(one)));
        }
    }
    for word in [
        " der ", " des ", " an der ", " am ", " of the ", " at ", " in der ",
    ] {
        if let Some((_, whole)) = text.split_once(word) {
            parts.push((whole, false));
        }
    }
    let is_telling = |&(part, is_told): &(&str, bool)| {
        let words = words(part);
        let is_kind =
            |word: &String| WORDS.lists.kinds.contains(word) || WORDS.lists.generic.contains(word);
        let is_name = words.iter().any(|word| !is_kind(word));
        is_name && (words.len() > 1 || is_told || is_acronym(part.trim()))
    };
    parts.retain(is_telling);
    parts.into_iter().map(|(part, _)| part).collect()
}

fn has_form(text: &str) -> bool {
    !Formed::read(text).form.is_empty()
}

fn is_department(text: &str) -> bool {
    let words = Formed::read(text).words;
    words
        .iter()
        .any(|word| WORDS.lists.departments.contains(word))
}
