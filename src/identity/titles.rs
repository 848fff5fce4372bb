//! Words around a name that are not part of it: titles, degrees, salutations.
//!
//! A word is recognised as a title by its letters as well as its dots and capitals, since many titles are names too:
//! `Mag.` is a title and `Mag` is not, `M.A.` is one and `Ma` is a family name.

use super::case::is_small;
use super::fold::{fold_letters, is_word_character};

/// The kind of a word in a written name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A title in any position.
    Title,
    /// A title only before the name: `PD`, `DI`.
    TitleBefore,
    /// A title only after another one: `rer.`, `(FH)`.
    TitleAfterTitle,
    /// `Herr`, `Mrs`: dropped before a name.
    Salutation,
    /// Part of the name.
    Name,
}

/// Titles that are recognised without dots or capitals.
const TITLES: &[&str] = &[
    "assprof", "bsc", "ddr", "dr", "drsc", "honprof", "judr", "junprof", "llm", "mddr", "mmag",
    "msc", "mudr", "mvdr", "paeddr", "phd", "phdr", "privdoz", "prof", "rndr", "thdr", "univprof",
];

/// Titles that are names or plain words unless they have a dot.
const TITLES_WITH_DOT: &[&str] = &[
    "ao", "apl", "arch", "assoc", "avv", "bakk", "bc", "beng", "csc", "dipl", "doc", "dott",
    "dottssa", "dra", "dres", "drin", "hab", "hon", "ing", "mag", "maga", "meng", "mgr", "mphil",
    "priv", "profin", "univ",
];

/// Titles that are names unless there is a dot between their letters: `Ma.` is `Maria`.
const TITLES_WITH_INNER_DOT: &[&str] = &["ba", "bed", "llb", "ma", "med", "mba", "mph"];

/// Titles that are names unless written in exactly these letters.
const TITLES_AS_WRITTEN: &[&str] = &[
    "BEng", "BEd", "BSc", "CSc", "LLB", "LLM", "MBA", "MEP", "MEd", "MEng", "MPhil", "MdB", "MdEP",
    "MdL", "MPH", "EMBA", "Drin", "Profin",
];

/// Words that follow a title.
const AFTER_TITLE: &[&str] = &[
    "agr", "biol", "bw", "c", "chem", "cult", "dent", "eh", "em", "fh", "forest", "geogr", "geol",
    "h", "hab", "habil", "hc", "hum", "inf", "ing", "inz", "iur", "jur", "kffr", "kfm", "math",
    "med", "mont", "mult", "nat", "oec", "paed", "phil", "phys", "pol", "publ", "rer", "sc", "soc",
    "tech", "techn", "theol", "troph", "vet", "vw", "wirt",
];

/// Offices before a whole name, in folded words without a feminine ending.
const OFFICES: &[&str] = &[
    "bundesminister",
    "burgermeister",
    "bezirksburgermeister",
    "botschafter",
    "dezernent",
    "dekan",
    "generalsekretar",
    "landesminister",
    "landrat",
    "ministerialdirektor",
    "ministerialdirigent",
    "ministerialrat",
    "ministerprasident",
    "oberburgermeister",
    "oberregierungsrat",
    "regierungsdirektor",
    "regierungsprasident",
    "regierungsrat",
    "rektor",
    "staatsminister",
    "staatsrat",
    "staatssekretar",
    "vizeprasident",
];

/// The maximum length of a run of such words without spaces. `hc` can be read in two ways, so an endless run would have
/// endlessly many readings.
const LONGEST_RUN: usize = 20;

/// Additions in brackets after a title.
const IN_BRACKETS_AFTER_TITLE: &[&str] = &[
    "(ba)", "(dh)", "(fh)", "(ht)", "(tu)", "(uni)", "(univ)", "(univ.)",
];

/// Forms of address.
const SALUTATIONS: &[&str] = &[
    "herr", "herrn", "hr", "frau", "mr", "mrs", "ms", "miss", "mister", "mme", "madame", "mlle",
    "monsieur", "signor", "signora", "senor", "senora",
];

/// Forms of address that are names unless they have a dot.
const SALUTATIONS_WITH_DOT: &[&str] = &["fr", "mx", "sig", "sra"];

/// Words that are written before a name without a space: `Dr.Müller`.
const GLUED: &[&str] = &["dr", "fr", "hr", "mag", "mr", "mrs", "ms", "prof"];

/// Returns the kind of a word, by itself.
pub(super) fn kind_of(word: &str) -> Word {
    let folded = fold_letters(word);
    if IN_BRACKETS_AFTER_TITLE.contains(&folded.as_str()) {
        return Word::TitleAfterTitle;
    }
    let plain: String = folded
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect();
    let plain = plain.as_str();
    let is_dotted = word.contains('.');
    let is_title = TITLES.contains(&plain)
        || TITLES_AS_WRITTEN.contains(&word)
        || (word.trim_end_matches('.').contains('.') && TITLES_WITH_INNER_DOT.contains(&plain))
        || (is_dotted && is_dotted_title(plain))
        || (plain.starts_with("dipl") && (is_dotted || word.contains('-')))
        || (plain == "dring" && word.contains('-'))
        || (plain.ends_with("prof") && word.contains('-'));
    if is_title {
        Word::Title
    } else if matches!(
        word,
        "PD" | "DI" | "Mag" | "RA" | "RAin" | "RAe" | "StS" | "StSin"
    ) || is_office(plain)
    {
        Word::TitleBefore
    } else if SALUTATIONS.contains(&plain) || (is_dotted && SALUTATIONS_WITH_DOT.contains(&plain)) {
        Word::Salutation
    } else if AFTER_TITLE.contains(&plain)
        && (is_lower_case(word) || (is_dotted && plain.len() > 1))
    {
        // The `C.` of `Dr. C. Brandt` is a given name, the `c.` of `Dr. h. c.` is not.
        Word::TitleAfterTitle
    } else {
        Word::Name
    }
}

/// `Staatssekretärin`, `Landrätin`
fn is_office(plain: &str) -> bool {
    let masculine = plain.strip_suffix("in").unwrap_or(plain);
    OFFICES.contains(&masculine)
}

/// Returns whether a dotted word is a title or a run of them: `Dr.rer.nat.`, `M.A.`, `Mag.`.
fn is_dotted_title(plain: &str) -> bool {
    if TITLES_WITH_DOT.contains(&plain) {
        return true;
    }
    let mut rest = plain;
    for start in ["univ", "prof", "dr"] {
        rest = rest.strip_prefix(start).unwrap_or(rest);
    }
    rest.len() < plain.len() && rest.len() <= LONGEST_RUN && is_run_after_title(rest)
}

fn is_run_after_title(rest: &str) -> bool {
    rest.is_empty()
        || AFTER_TITLE
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(is_run_after_title))
}

fn is_lower_case(word: &str) -> bool {
    word.chars().any(char::is_lowercase) && !word.chars().any(char::is_uppercase)
}

/// A name without its titles.
#[derive(Debug, Default)]
pub(super) struct Untitled<'a> {
    /// The titles in order, as written.
    pub(super) titles: Vec<&'a str>,
    /// The remaining words.
    pub(super) words: Vec<&'a str>,
}

/// Separates titles and salutations from the words of a name. A salutation is only removed if a name follows it:
/// `Thomas Herr` keeps his.
pub(super) fn take_titles<'a>(text: &'a str) -> Untitled<'a> {
    let mut untitled = Untitled::default();
    let mut after_title = false;
    let mut pieces: Vec<&'a str> = Vec::new();
    // A smiley is not a word.
    for word in text
        .split(' ')
        .filter(|word| word.contains(is_word_character))
    {
        split_glued(word, &mut pieces);
    }
    for (index, word) in pieces.iter().enumerate() {
        let has_more = pieces.len() > index + 1;
        let is_title = match kind_of(word) {
            Word::Title => true,
            Word::TitleAfterTitle => after_title,
            Word::TitleBefore => untitled.words.is_empty() && begins_a_name(&pieces[index + 1..]),
            Word::Salutation => {
                if untitled.words.is_empty() && has_more {
                    continue;
                }
                false
            }
            Word::Name => false,
        };
        after_title = is_title;
        if is_title {
            untitled.titles.push(word);
        } else {
            untitled.words.push(word);
        }
    }
    untitled
}

/// Returns whether the words after `PD`, `DI` or `Mag` are a title, or a whole name that is not in capitals
/// (`DI MAIO`).
fn begins_a_name(words: &[&str]) -> bool {
    words
        .first()
        .is_some_and(|word| kind_of(word) == Word::Title)
        || (words.len() >= 2 && words.iter().any(|word| word.contains(is_small)))
}

/// Splits `Dr.Müller` and `Prof.Dr.Anna` after the dots; leaves `Dr.-Ing.` and `J.P.` whole.
fn split_glued<'a>(word: &'a str, pieces: &mut Vec<&'a str>) {
    let mut rest = word;
    while let Some((start, after)) = rest.split_once('.')
        && after.starts_with(char::is_alphabetic)
        && GLUED.contains(&fold_letters(start).as_str())
        && kind_of(rest) == Word::Name
    {
        pieces.push(&rest[..=start.len()]);
        rest = after;
    }
    pieces.push(rest);
}

#[cfg(test)]
mod tests {
    use super::{Word, kind_of, take_titles};

    #[test]
    fn titles_are_taken_wherever_they_stand() {
        let cases = [
            ("Dr. Anna Müller", "Dr.", "Anna Müller"),
            ("Anna Müller PhD", "PhD", "Anna Müller"),
            ("Anna Dr. Müller", "Dr.", "Anna Müller"),
            ("Prof. Dr. Anna Müller", "Prof. Dr.", "Anna Müller"),
            (
                "Univ.-Prof. Dr. Anna Müller",
                "Univ.-Prof. Dr.",
                "Anna Müller",
            ),
            ("Dr.-Ing. Jörg Weiß", "Dr.-Ing.", "Jörg Weiß"),
            ("Dr. rer. nat. Jörg Weiß", "Dr. rer. nat.", "Jörg Weiß"),
            ("Dr rer nat Jörg Weiß", "Dr rer nat", "Jörg Weiß"),
            ("Dr.rer.nat. Jörg Weiß", "Dr.rer.nat.", "Jörg Weiß"),
            (
                "Prof. Dr. h.c. mult. Jörg Weiß",
                "Prof. Dr. h.c. mult.",
                "Jörg Weiß",
            ),
            ("Dr. h. c. Jörg Weiß", "Dr. h. c.", "Jörg Weiß"),
            ("Dipl.-Ing. (FH) Jörg Weiß", "Dipl.-Ing. (FH)", "Jörg Weiß"),
            ("Dipl. Kfm. Jörg Weiß", "Dipl. Kfm.", "Jörg Weiß"),
            ("Dipl.-Kfm. Jörg Weiß", "Dipl.-Kfm.", "Jörg Weiß"),
            ("Mag. Anna Huber MBA", "Mag. MBA", "Anna Huber"),
            ("Mag.a Anna Huber", "Mag.a", "Anna Huber"),
            ("Anna Huber M.A.", "M.A.", "Anna Huber"),
            ("M.Sc. Anna Huber", "M.Sc.", "Anna Huber"),
            ("DI Anna Huber BSc", "DI BSc", "Anna Huber"),
            ("PD Dr. Anna Huber", "PD Dr.", "Anna Huber"),
            ("Ing. Petra Nová, Ph.D.", "Ing. Ph.D.", "Petra Nová,"),
            ("dr hab. inż. Ewa Kowal", "dr hab. inż.", "Ewa Kowal"),
            ("Dr.Müller", "Dr.", "Müller"),
            ("Prof.Dr.Anna Müller", "Prof. Dr.", "Anna Müller"),
            ("Herr Dr. Müller", "Dr.", "Müller"),
            ("Mrs. Ann Lee", "", "Ann Lee"),
            ("RAin Anna Huber", "RAin", "Anna Huber"),
            (
                "Staatssekretärin Anna Huber",
                "Staatssekretärin",
                "Anna Huber",
            ),
            ("Landrat Dr. Huber", "Landrat Dr.", "Huber"),
        ];
        for (written, titles, words) in cases {
            let untitled = take_titles(written);
            assert_eq!(untitled.titles.join(" "), titles, "{written}");
            assert_eq!(untitled.words.join(" "), words, "{written}");
        }
    }

    #[test]
    fn names_that_look_like_titles_stay() {
        for written in [
            "Wei Ma",
            "Ma. Teresa Cruz",
            "Thomas Herr",
            "Mag Doll",
            "Maria Ing",
            "DI MAIO",
            "Anna Landrat",
            "Phil Prosser",
            "Pol Roca",
            "C. Brandt",
            "M. Arnold",
            "J.P. Brandt",
            "Anna Dressing",
            "Jan Dring",
        ] {
            assert_eq!(take_titles(written).words.join(" "), written);
        }
        assert_eq!(take_titles("Dr. C. Brandt").words, ["C.", "Brandt"]);
        assert_eq!(kind_of("Phil"), Word::Name);
        assert_eq!(kind_of(&format!("Dr.{}x", "hc".repeat(50))), Word::Name);
    }
}
