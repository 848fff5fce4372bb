//! Positions in a file as messages name them: lines, a column.

use super::plan::Problem;
use crate::catalogue::Message;
use crate::message;
pub use crate::read::{lines, quoted};

impl Problem {
    /// Says what is wrong, and where: `line 12, column `E-Mail`: this is not an e-mail address`.
    pub fn message(&self) -> Message {
        self.in_lines(&[self.line])
    }

    /// Says the same for all affected lines.
    pub fn in_lines(&self, numbers: &[u64]) -> Message {
        let (lines, reason) = (lines(numbers), &self.reason);
        match &self.column {
            Some(column) => message!(lines::problem_in_column {
                lines,
                column,
                reason
            }),
            None => message!(lines::problem { lines, reason }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    #[test]
    fn a_problem_names_its_column() {
        let problem = Problem {
            line: 12,
            column: Some("E-Mail".to_owned()),
            reason: Message::verbatim("?!"),
        };
        assert_eq!(
            problem.message().in_english(),
            "line 12, column `E-Mail`: ?!"
        );
        let all = problem.in_lines(&[12, 14]);
        assert_eq!(
            all.in_language(Language::De),
            "Zeilen 12, 14, Spalte `E-Mail`: ?!"
        );
    }
}
