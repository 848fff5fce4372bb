//! Parses the numbers of a list: `5`, `3-8`, `1,4-6`.

use super::refusal::Unfit;
use crate::catalogue::messages::typed as words;

/// The maximum size of a range; a larger one is a typing error.
const MOST: i64 = 10_000;

/// One or several numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbers(Vec<i64>);

impl Numbers {
    /// Parses what was typed, or the content of a cell.
    pub(super) fn parse(text: &str) -> Result<Self, Unfit> {
        let mut numbers = Vec::new();
        let parts = text.split([',', ';', ' ']).map(str::trim);
        for part in parts.filter(|it| !it.is_empty()) {
            let (first, last) = part
                .split_once(['-', '–'])
                .map_or((part, part), |(first, last)| (first.trim(), last.trim()));
            let number = |text: &str| {
                let digits = text.bytes().all(|it| it.is_ascii_digit());
                text.parse::<i64>().ok().filter(|it| digits && *it > 0)
            };
            let (Some(first), Some(last)) = (number(first), number(last)) else {
                return Err(Unfit::because(words::NOT_NUMBERS));
            };
            if last < first || last - first > MOST {
                return Err(Unfit::because(words::NOT_A_RANGE));
            }
            numbers.extend(first..=last);
        }
        if numbers.is_empty() {
            return Err(Unfit::because(words::NOT_NUMBERS));
        }
        Ok(Self(numbers))
    }

    /// Returns all of them, each once, in the order they were typed.
    pub(super) fn all(typed: &[Self]) -> Vec<i64> {
        let mut all: Vec<i64> = Vec::new();
        for number in typed.iter().flat_map(|it| &it.0) {
            if !all.contains(number) {
                all.push(*number);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<i64>> {
        let numbers = Numbers::parse(text).ok()?;
        Some(Numbers::all(&[numbers]))
    }

    #[test]
    fn numbers_are_single_ones_and_ranges() {
        assert_eq!(read("5"), Some(vec![5]));
        assert_eq!(read("3-6"), Some(vec![3, 4, 5, 6]));
        assert_eq!(read("1,4-6"), Some(vec![1, 4, 5, 6]));
        assert_eq!(read("4; 4–5"), Some(vec![4, 5]));
        for wrong in [
            "",
            ",",
            "new",
            "6-3",
            "3-",
            "-3",
            "0",
            "+3",
            "1-99999999",
            "1--2",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
