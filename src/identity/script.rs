//! Names in other scripts.
//!
//! *Alphabets.* Cyrillic and Greek letters are transliterated to Latin ones, so that `Иван Петров` and `Ivan Petrov`
//! have one key. This never merges two names that are not written alike in a passport as well. The letters are those of
//! the `any_ascii` tables, corrected where the neighbours matter (`ου`, `ё`, a final `-ий`); Ukrainian and Serbian
//! follow their own rules once a letter identifies the language.
//!
//! *CJK characters.* Chinese, Japanese and Korean names are not transliterated: two of them may sound alike but be
//! written differently. They have no spaces, the family name comes first, and the key ignores where it ends. Their
//! sound is only used for near names (see [`super::sound`]).

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Family names of two characters.
const DOUBLE: &[&str] = &[
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "公孙",
    "公孫", "慕容", "司徒", "令狐", "夏侯", "南宫", "남궁", "황보", "제갈", "선우", "독고", "사공",
    "서문",
];

/// Chinese family names of one character that are frequent enough to recognise in a name of three characters.
const SINGLE: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪任姜范方姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦史顾顧侯邵孟龙龍万段雷钱錢汤湯尹黎易常武乔喬贺賀赖赖龚龔文";

/// The language whose rules Cyrillic letters are read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    /// Russian, and Bulgarian as far as the two are compatible.
    #[default]
    Russian,
    Ukrainian,
    Serbian,
}

impl Style {
    /// Detects the language by the letters of a whole name; a single part may have no distinctive letter.
    pub(super) fn of(given: &str, family: &str) -> Self {
        if given.is_ascii() && family.is_ascii() {
            return Self::default();
        }
        let has = |letters: &[char]| given.contains(letters) || family.contains(letters);
        if has(&['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ']) {
            Self::Ukrainian
        } else if has(&['ђ', 'ј', 'љ', 'њ', 'ћ', 'џ', 'Ђ', 'Ј', 'Љ', 'Њ', 'Ћ', 'Џ']) {
            Self::Serbian
        } else {
            Self::Russian
        }
    }
}

/// Returns the text with Cyrillic and Greek letters transliterated to Latin.
pub(super) fn in_latin(text: &str, style: Style) -> Cow<'_, str> {
    if !text
        .chars()
        .any(|letter| is_cyrillic(letter) || is_greek(letter))
    {
        return Cow::Borrowed(text);
    }
    let lower: Vec<char> = text.to_lowercase().nfc().collect();
    let mut latin = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&letter) = lower.get(at) {
        let before = at.checked_sub(1).map(|at| lower[at]);
        let after = lower.get(at + 1).copied();
        at += 1;
        if is_greek(letter) {
            at += greek(letter, before, after, &mut latin);
            continue;
        }
        if !is_cyrillic(letter) {
            latin.push(letter);
            continue;
        }
        let own = match style {
            Style::Russian => russian(letter, before, after),
            Style::Ukrainian => ukrainian(letter, before),
            Style::Serbian => serbian(letter),
        };
        latin.push_str(own.unwrap_or_else(|| any_ascii::any_ascii_char(letter)));
        // `Дмитрий`, `Чайковский`: Dmitry, Chaykovsky.
        if style == Style::Russian
            && matches!(letter, 'и' | 'ы')
            && after == Some('й')
            && lower.get(at + 1).is_none_or(|next| !next.is_alphabetic())
        {
            latin.pop();
        }
    }
    Cow::Owned(latin)
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{052F}')
}

fn is_greek(letter: char) -> bool {
    matches!(letter, '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}')
}

fn russian(letter: char, before: Option<char>, after: Option<char>) -> Option<&'static str> {
    match letter {
        'ё' if matches!(before, Some('ч' | 'щ' | 'ш' | 'ж')) => Some("e"),
        'ё' => Some("yo"),
        'ь' => Some(""),
        // Bulgarian `Първанов`; in Russian it only occurs before these.
        'ъ' if matches!(after, Some('е' | 'ё' | 'ю' | 'я')) => Some(""),
        'ъ' => Some("a"),
        'ю' => Some("yu"),
        'я' => Some("ya"),
        _ => None,
    }
}

/// The rules of 2010, as used in passports.
fn ukrainian(letter: char, before: Option<char>) -> Option<&'static str> {
    let begins = before.is_none_or(|before| !before.is_alphabetic());
    Some(match letter {
        'г' => "h",
        'ґ' => "g",
        'и' => "y",
        'й' if begins => "y",
        'є' if begins => "ye",
        'є' => "ie",
        'ї' if begins => "yi",
        'і' | 'й' | 'ї' => "i",
        'ю' if begins => "yu",
        'ю' => "iu",
        'я' if begins => "ya",
        'я' => "ia",
        'ь' => "",
        _ => return None,
    })
}

/// The Latin alphabet of Serbian, without the accents.
fn serbian(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ђ' => "d",
        'ж' => "z",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' | 'ч' | 'ц' => "c",
        'х' => "h",
        'џ' => "dz",
        'ш' => "s",
        _ => return None,
    })
}

/// Writes a Greek letter, and returns how many letters after it were used up.
fn greek(letter: char, before: Option<char>, after: Option<char>, latin: &mut String) -> usize {
    let plain = |letter: char| letter.nfd().next().unwrap_or(letter);
    let has_dots = |letter: char| matches!(letter, 'ϊ' | 'ϋ' | 'ΐ' | 'ΰ');
    let begins = before.is_none_or(|before| !before.is_alphabetic());
    let next = after.filter(|after| !has_dots(*after)).map(plain);
    let pair = match (plain(letter), next) {
        ('ο', Some('υ')) => "ou",
        ('γ', Some('γ')) => "ng",
        ('γ', Some('ξ')) => "nx",
        ('μ', Some('π')) if begins => "b",
        ('ν', Some('τ')) if begins => "d",
        ('γ', Some('κ')) if begins => "g",
        _ => "",
    };
    if !pair.is_empty() {
        latin.push_str(pair);
        return 1;
    }
    // `Ευάγγελος`: Evangelos; `Ευθύμιος`: Efthymios.
    if plain(letter) == 'υ' && matches!(before.map(plain), Some('α' | 'ε')) && !has_dots(letter)
    {
        let is_voiceless = next.is_none_or(|next| "θκξπσςτφχψ".contains(next));
        latin.push(if is_voiceless { 'f' } else { 'v' });
        return 0;
    }
    latin.push_str(any_ascii::any_ascii_char(plain(letter)));
    0
}

/// Returns whether the letter is a Chinese, Japanese or Korean character.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(letter,
        '\u{3005}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

/// Returns whether a text is written only in such characters, ignoring spaces.
pub(super) fn is_in_signs(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| *letter != ' ').peekable();
    letters.peek().is_some() && letters.all(is_sign)
}

/// Splits a name in CJK characters into family and given name; all of it is the family name if the boundary is unknown.
pub(super) fn split_signs(word: &str) -> (&str, &str) {
    let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let is_kana = |letter: char| matches!(letter, '\u{3041}'..='\u{30FF}');
    let signs = word.chars().take_while(|letter| !is_kana(*letter)).count();
    let is_double = DOUBLE.iter().any(|double| word.starts_with(double));
    let is_korean = word
        .chars()
        .all(|letter| matches!(letter, '\u{AC00}'..='\u{D7A3}'));
    let is_single = is_korean || word.chars().next().is_some_and(|it| SINGLE.contains(it));
    let family = match starts.len() {
        // `山田はなこ`
        all if signs < all => signs,
        3.. if is_double => 2,
        2 => 1,
        3 if is_single => 1,
        4 if is_korean => 1,
        3 | 4 => 2,
        5 => 3,
        _ => 0,
    };
    match starts.get(family) {
        Some(&at) if family > 0 => word.split_at(at),
        _ => (word, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_and_greek_are_read_as_they_are_spoken() {
        for (written, latin) in [
            ("Иван Петров", "ivan petrov"),
            ("ИВАН", "ivan"),
            ("Александр Соловьёв", "aleksandr solovyov"),
            ("Горбачёв", "gorbachev"),
            ("Дмитрий Чайковский", "dmitry chaykovsky"),
            ("Юлия Щербакова", "yuliya shcherbakova"),
            ("Георги Първанов", "georgi parvanov"),
            ("Сергій Юрій Їжакевич", "serhii yurii yizhakevych"),
            ("Ђорђе Јовановић", "dorde jovanovic"),
            ("Γιώργος Παπαδόπουλος", "giorgos papadopoulos"),
            ("Μαρία Παπαδοπούλου", "maria papadopoulou"),
            ("Ευάγγελος Μπάμπης Ντίνος", "evangelos bampis dinos"),
            ("Ευθύμιος", "efthymios"),
        ] {
            // Signs that the tables add to the alphabet (`'` for a soft sign) are removed.
            assert_eq!(
                in_latin(written, Style::of(written, "")).to_lowercase(),
                latin,
                "{written}"
            );
        }
        // A given name without a distinctive letter is read like the family name.
        assert_eq!(Style::of("Милица", "Петровић"), Style::Serbian);
        assert!(matches!(
            in_latin("Jörg 王伟", Style::Russian),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn names_in_signs_part_behind_the_family_name() {
        for (written, family, given) in [
            ("王伟", "王", "伟"),
            ("王小明", "王", "小明"),
            ("欧阳娜", "欧阳", "娜"),
            ("山田花子", "山田", "花子"),
            ("長谷川花子", "長谷川", "花子"),
            ("山田はなこ", "山田", "はなこ"),
            ("김민준", "김", "민준"),
            ("남궁민수", "남궁", "민수"),
            ("王", "王", ""),
            ("はなこ", "はなこ", ""),
        ] {
            assert_eq!(split_signs(written), (family, given), "{written}");
        }
        assert!(is_in_signs("山田 花子") && !is_in_signs("Wang 伟") && !is_in_signs(" "));
    }
}
