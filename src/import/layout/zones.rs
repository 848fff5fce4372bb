//! The zone of the times in a table that names one: in the headings over them, in a title, a note or a column.
//!
//! Times are otherwise those of the event's zone. A file whose columns name several zones, or one that is not known, is
//! refused: read in any one zone, people would have come at another time.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::super::{Field, ImportError, Kind, Record};
use super::columns::{Layout, Origin};
use super::decide::Decided;
use crate::formats::zone::{self, Zone};
use crate::message;

impl Layout {
    /// Finds the zone that a table names.
    ///
    /// # Errors
    /// [`ImportError::OtherZones`].
    pub(super) fn find_zone(
        &mut self,
        decided: &Decided,
        titles: &[Record],
        rows: &[Record],
        name: &str,
    ) -> Result<(), ImportError> {
        let mut found = decided.zones_of_headings();
        if found.is_empty() && self.kind == Kind::Attendance && decided.has_moments() {
            found.extend(decided.zones_of_column(rows));
            let alone = rows.iter().filter_map(Record::only_cell);
            let titles = titles.iter().flat_map(Record::cells);
            found.extend(titles.chain(alone).filter_map(zone::named));
        }
        let known: BTreeMap<&str, Option<Tz>> = found
            .iter()
            .map(|it| {
                (
                    it.known.map_or(it.written.as_str(), |zone| zone.name()),
                    it.known,
                )
            })
            .collect();
        let mut zones = known.iter();
        let two = (zones.next(), zones.next());
        match two {
            (None, _) => Ok(()),
            (Some((zone, Some(known))), None) => {
                self.notes.push(message!(layout::zone_read { zone }));
                self.zone = Some(*known);
                Ok(())
            }
            _ => Err(ImportError::OtherZones {
                file: name.to_owned(),
                zones: known.keys().map(|zone| (*zone).to_owned()).collect(),
            }),
        }
    }
}

impl Decided {
    fn zones_of_headings(&self) -> Vec<Zone> {
        let is_of_times = |field: &Option<Field>| {
            matches!(
                field,
                Some(
                    Field::JoinedAt
                        | Field::LeftAt
                        | Field::Start
                        | Field::End
                        | Field::RequestedAt
                )
            )
        };
        let times = self.columns.iter().filter(|it| is_of_times(&it.field));
        times
            .filter(|it| it.origin != Origin::Family)
            .filter_map(|it| zone::of_times(&it.heading))
            .collect()
    }

    fn has_moments(&self) -> bool {
        let fields = [Field::JoinedAt, Field::LeftAt, Field::Start, Field::End];
        fields.iter().any(|field| self.has(field))
    }

    /// Returns the zones of a column `Timezone`.
    fn zones_of_column(&self, rows: &[Record]) -> Vec<Zone> {
        let column = self.position(&Field::Timezone);
        let column = column.filter(|it| self.columns[*it].origin != Origin::Told);
        let cells = rows.iter().filter_map(|row| row.get(column?));
        let cells = cells.map(str::trim).filter(|cell| !cell.is_empty());
        let zone = |cell: &str| {
            zone::of_times(cell).unwrap_or_else(|| Zone {
                written: cell.to_owned(),
                known: None,
            })
        };
        let mut written: Vec<&str> = cells.collect();
        written.sort_unstable();
        written.dedup();
        written.into_iter().map(zone).collect()
    }
}
