//! Numbers that a list puts before names: `1. Anna`, `2) Ben`, `109_Anna_Berg`, `CS-21-003 Anna Berg`.
//!
//! Names have no digits, so the text after the number must not contain any. After a bare number a single word may be
//! anything (`3 Personen`), two words are a name.

/// The maximum length of a list number, and of a student's or member's number, in bytes.
const LONGEST: (usize, usize) = (5, 16);

/// Splits a number from the name after it, if the text has both.
pub(super) fn split_number(text: &str) -> Option<(&str, String)> {
    if !text
        .bytes()
        .take(LONGEST.1)
        .any(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let (number, rest, is_certain) = of_list(text).or_else(|| code(text))?;
    let has_digit = rest.contains(|letter: char| letter.is_ascii_digit());
    if has_digit || !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let name = if rest.contains(' ') {
        rest.to_owned()
    } else {
        rest.replace('_', " ")
    };
    (is_certain || name.contains(' ')).then_some((number, name))
}

/// `1. Anna`, `(2) Ben`, `#3 Cem`
fn of_list(text: &str) -> Option<(&str, &str, bool)> {
    let inner = text.trim_start_matches(['(', '[', '#']);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = inner.split_at(digits);
    let is_opened = text.starts_with('#');
    let is_closed = rest.starts_with(['.', ')', ']', ':']);
    let rest = rest.trim_start_matches(['.', ')', ']', ':', '-', '–', ' ']);
    let is_one = (1..=LONGEST.0).contains(&digits) && (is_opened || is_closed);
    is_one.then_some((number, rest, true))
}

/// `109_Anna_Berg`, `CS-21-003 Anna Berg`, `23345 - BERG ANNA`
fn code(text: &str) -> Option<(&str, &str, bool)> {
    let end = text.find([' ', '_'])?;
    let (number, rest) = text.split_at(end);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let letters = number.bytes().filter(u8::is_ascii_uppercase).count();
    let is_code = end <= LONGEST.1
        && digits > letters
        && number
            .bytes()
            .all(|it| it.is_ascii_digit() || it.is_ascii_uppercase() || b"-/.#".contains(&it));
    let is_certain = rest.starts_with('_') || rest.starts_with(" - ") || rest.starts_with(" – ");
    let rest = rest.trim_start_matches([' ', '_', '-', '–', '—']);
    is_code.then_some((number, rest, is_certain))
}

#[cfg(test)]
mod tests {
    use super::split_number;

    #[test]
    fn numbers_before_names_are_taken_off() {
        for (text, number, name) in [
            ("1. Ada Lenz", "1", "Ada Lenz"),
            ("2) Bert", "2", "Bert"),
            ("(3) Cleo", "3", "Cleo"),
            ("#4 Dora", "4", "Dora"),
            ("12.Dahl, Cleo", "12", "Dahl, Cleo"),
            ("5 Emil Fax", "5", "Emil Fax"),
            ("109_Ada_Lenz", "109", "Ada Lenz"),
            ("CS-21-003 Bert Klug", "CS-21-003", "Bert Klug"),
            ("23345 - DAHL CLEO", "23345", "DAHL CLEO"),
            ("24JR1A05L3 Priya Rao", "24JR1A05L3", "Priya Rao"),
        ] {
            assert_eq!(
                split_number(text),
                Some((number, name.to_owned())),
                "{text}"
            );
        }
        for text in [
            "Ada Lenz",
            "3 Personen",
            "30.09.2020 Stand",
            "2.15 Raum",
            "1.",
            "B2B Team Nord",
            "3M Deutschland GmbH",
            "+49 30 1234",
            "iPhone12 von Anna",
            "Anna 2",
            "4Soft GmbH Nord",
            "109",
            "Ada_Lenz",
            "",
        ] {
            assert_eq!(split_number(text), None, "{text}");
        }
    }
}
