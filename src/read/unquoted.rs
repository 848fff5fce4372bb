//! Names that contain a comma in a comma-separated file without quotation marks:
//! `Berg, Anna <anna@example.org>,Accepted`.
//!
//! Mail programs write their recipients like this. Such a row has one cell too many, and every column after the name
//! would be read from its neighbour. The clue is the space after the comma in the name, which no comma between two
//! cells has.

use super::record::Record;

/// The column whose cells have to be joined again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unquoted {
    /// The number of headings.
    width: usize,
    /// The index of the column that contains the commas.
    column: usize,
}

impl Unquoted {
    /// Looks at the first records; `None` if no row has too many cells, or if there is another reason for them.
    pub(super) fn find(records: impl IntoIterator<Item = Record>) -> Option<Self> {
        let mut records = records.into_iter().filter(|record| !record.is_blank());
        let headings = records.next()?;
        let width = headings.filled();
        if width < 2 || spaced(&headings).next().is_some() {
            return None;
        }
        let mut found: Option<Self> = None;
        for record in records {
            let surplus = record.filled().saturating_sub(width);
            if surplus == 0 {
                continue;
            }
            let column = spaced(&record).next()?.checked_sub(1)?;
            let unquoted = Self { width, column };
            if !unquoted.fits(&record) || found.is_some_and(|found| found != unquoted) {
                return None;
            }
            found = Some(unquoted);
        }
        found
    }

    /// Joins the pieces of the name in a row that has too many cells.
    pub(super) fn join(self, record: &mut Record) {
        if record.filled() <= self.width || !self.fits(record) {
            return;
        }
        let surplus = record.filled() - self.width;
        let mut cells: Vec<String> = record.cells().map(str::to_owned).collect();
        let rest = cells.split_off(self.column + surplus + 1);
        let name = cells.split_off(self.column).join(",");
        let line = record.line();
        record.begin(line);
        for cell in cells.iter().chain([&name]).chain(&rest) {
            record.push(cell);
        }
    }

    /// Whether the cells that begin with a space are adjacent and as many as there are too many.
    fn fits(self, record: &Record) -> bool {
        let surplus = record.filled() - self.width;
        spaced(record).eq(self.column + 1..=self.column + surplus)
    }
}

/// Returns the cells that begin with one space.
fn spaced(record: &Record) -> impl Iterator<Item = usize> {
    record
        .cells()
        .enumerate()
        .filter(|(_, cell)| cell.starts_with(' ') && !cell.trim().is_empty())
        .map(|(column, _)| column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[&[&str]]) -> Option<Unquoted> {
        let record = |cells: &&[&str]| Record::new(1, cells.iter().copied());
        Unquoted::find(rows.iter().map(record))
    }

    #[test]
    fn a_space_behind_the_comma_gives_it_away() {
        let rows: [&[&str]; 4] = [
            &["No", "Name", "Response"],
            &["1", "Berg", " Anna <a@example.org>", "Accepted"],
            &["2", "Ben Brandt", "Declined"],
            &["3", "Dahl", " Cem", " Dr. <c@example.org>", "Accepted", ""],
        ];
        let unquoted = found(&rows).unwrap();
        let joined = rows.map(|cells| {
            let mut record = Record::new(7, cells.iter().copied());
            unquoted.join(&mut record);
            assert_eq!(record.line(), 7);
            record.cells().collect::<Vec<_>>().join("|")
        });
        assert_eq!(
            joined,
            [
                "No|Name|Response",
                "1|Berg, Anna <a@example.org>|Accepted",
                "2|Ben Brandt|Declined",
                "3|Dahl, Cem, Dr. <c@example.org>|Accepted|",
            ]
        );
    }

    #[test]
    fn other_tables_are_left_as_they_are() {
        for rows in [
            // Every comma is followed by a space.
            &[&["Name", " Mail"][..], &["Anna", " a@example.org", " x"]][..],
            &[&["Name", "Mail"], &["Anna", " a@example.org"]],
            &[&["Name", "Mail"], &["Anna", "a@example.org", "x"]],
            // Two columns with commas: it is unknown which cell belongs to which.
            &[
                &["Name", "Place"],
                &["Berg", " Anna", "Bonn"],
                &["Ben", "Bonn", " DE"],
            ],
            &[&["Name"], &["Berg", " Anna"]],
            &[],
        ] {
            assert_eq!(found(rows), None, "{rows:?}");
        }
    }
}
