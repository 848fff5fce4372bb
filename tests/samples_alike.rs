//! The same submissions in another tool's layout, encoding or workbook give the same lists; and what a
//! file leaves open, `--map` settles.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::Value;

use crate::samples::*;
use crate::support::{World, fixtures};

impl Lists {
    /// Leaves columns out, of whichever list has them.
    fn without(mut self, columns: &[&str]) -> Self {
        for row in self.rows() {
            row.retain(|key, _| !columns.contains(&key.as_str()));
        }
        self
    }

    /// Leaves the organisations out, which some tools do not ask for.
    fn without_organisations(mut self) -> Self {
        self.organisations.clear();
        self.without(&["organisation"])
    }

    /// Leaves the networking bars out, which some samples do not ask for.
    fn without_bars(mut self) -> Self {
        self.signups
            .retain(|row| !text(row, "session").starts_with("bar-"));
        self
    }

    /// Calls a column otherwise.
    fn renamed(mut self, from: &str, to: &str) -> Self {
        for row in self.rows() {
            *row = std::mem::take(row)
                .into_iter()
                .map(|(key, value)| (if key == from { to.to_owned() } else { key }, value))
                .collect();
        }
        self
    }

    /// Leaves a person's sign-ups out.
    fn without_signups_of(mut self, family_name: &str) -> Self {
        self.signups
            .retain(|row| text(row, "family_name") != family_name);
        self
    }

    fn signups_of(&self, family_name: &str) -> Vec<(&str, &str)> {
        self.signups
            .iter()
            .filter(|row| text(row, "family_name") == family_name)
            .map(|row| (text(row, "session"), text(row, "status")))
            .collect()
    }

    fn rows(&mut self) -> impl Iterator<Item = &mut Row> {
        self.people
            .iter_mut()
            .chain(&mut self.organisations)
            .chain(&mut self.signups)
    }
}

#[test]
fn the_same_submissions_give_the_same_lists_whatever_form_they_came_by() {
    let sheet = GOOGLE_FORMS.lists();
    assert_eq!(LIMESURVEY.lists(), sheet);
    for sample in [
        GOOGLE_FORMS_ENGLISH,
        GOOGLE_FORMS_DOWNLOAD,
        MS_FORMS_ENGLISH,
    ] {
        assert_eq!(
            sample.lists().renamed("Remarks", "Anmerkungen"),
            sheet,
            "{sample:?}"
        );
    }
    // German Microsoft Forms tell the minute of completion, two minutes later.
    assert_eq!(
        MS_FORMS_UTF_8.lists().without(&["requested_at"]),
        sheet.clone().without(&["requested_at"])
    );
    assert_eq!(LIMESURVEY_CODES_MAPPED.lists(), LIMESURVEY.lists());
}

#[test]
fn what_windows_1252_cannot_write_is_all_that_is_lost() {
    let mut narrow = MS_FORMS_WINDOWS_1252.lists();
    let mut lost = 0;
    for row in narrow.rows() {
        for value in row.values_mut() {
            if value == "Klaster IT ?l?sk" {
                *value = "Klaster IT Śląsk".into();
                lost += 1;
            }
        }
    }
    // In each list once.
    assert_eq!(lost, 3);
    assert_eq!(narrow, MS_FORMS_UTF_8.lists());
}

#[test]
fn the_same_submissions_give_the_same_lists_whatever_shop_they_came_by() {
    let sheet = GOOGLE_FORMS
        .lists()
        .without_bars()
        .without(&["Anmerkungen", "phone"]);
    assert_eq!(INDICO.lists().without(&["phone"]), sheet);
    assert_eq!(
        TYPEFORM
            .lists()
            .without(&["requested_at", "phone"])
            .without_organisations(),
        sheet
            .clone()
            .without(&["requested_at"])
            .without_organisations()
    );
    // In the shops Katarzyna Wójcik has given her ticket back.
    let shops = sheet.clone().without_signups_of("Wójcik");
    let positions = PRETIX_POSITIONS.lists().without(&["phone"]);
    let tickets = EVENTBRITE.lists().without(&["phone"]);
    for shop in [&positions, &tickets] {
        assert_eq!(
            shop.signups_of("Wójcik"),
            [("breakout-b", "cancelled"), ("", "cancelled")]
        );
    }
    assert_eq!(sheet.signups_of("Wójcik"), [("breakout-b", "confirmed")]);
    assert_eq!(positions.without_signups_of("Wójcik"), shops);
    assert_eq!(
        tickets.without_organisations().without_signups_of("Wójcik"),
        shops.without_organisations()
    );
}

#[test]
fn excel_saves_one_table_in_four_ways() {
    let lists = EXCEL_UTF_8.lists();
    for sample in [EXCEL_WINDOWS_1252, EXCEL_SEP_LINE, EXCEL_UNICODE_TEXT] {
        assert_eq!(sample.lists(), lists, "{sample:?}");
    }
}

/// Writes a sample as the workbook it may have come from: numbers as numbers, times as times.
fn save_as_workbook(world: &World, sample: Sample, times: &[(&str, usize)], name: &str) {
    let text = std::fs::read_to_string(fixtures().join(sample.file)).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = if text.lines().next().unwrap().contains(';') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let as_time = Format::new().set_num_format("dd.mm.yyyy hh:mm:ss");
    for (row, record) in (0_u32..).zip(reader.records()) {
        for (column, cell) in (0_u16..).zip(record.unwrap().iter()) {
            let time = times
                .iter()
                .find(|(_, index)| row > 0 && *index == usize::from(column));
            if let Some((form, _)) = time {
                let moment = chrono::NaiveDateTime::parse_from_str(cell, form).unwrap();
                let moment =
                    ExcelDateTime::parse_from_str(&moment.format("%FT%T").to_string()).unwrap();
                sheet
                    .write_datetime_with_format(row, column, &moment, &as_time)
                    .unwrap();
            } else if let Ok(number) = cell.parse::<f64>() {
                sheet.write_number(row, column, number).unwrap();
            } else {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    workbook.save(world.path().join(name)).unwrap();
}

#[test]
fn a_workbook_gives_what_its_csv_gives() {
    for (sample, times) in [
        (
            MS_FORMS_UTF_8,
            &[("%d.%m.%Y %H:%M", 1), ("%d.%m.%Y %H:%M", 2)][..],
        ),
        (
            MS_FORMS_ENGLISH,
            &[("%m/%d/%y %H:%M:%S", 1), ("%m/%d/%y %H:%M:%S", 2)],
        ),
        (GOOGLE_FORMS, &[("%d.%m.%Y %H:%M:%S", 0)]),
        (EVENTBRITE, &[("%Y-%m-%d %H:%M:%S", 1)]),
    ] {
        let csv_world = sample.world();
        let from_csv = sample.import(&csv_world);
        let world = with_programme(PROGRAMME);
        save_as_workbook(&world, sample, times, "answers.xlsx");
        let from_workbook = Taken::by(&world, &["import", "answers.xlsx"]);
        // A cell with a line break in it moves the lines of a text, not the rows of a workbook.
        let form = ["file", "encoding", "delimiter", "notes"];
        assert_eq!(
            from_workbook.said(&form),
            from_csv.said(&form),
            "{sample:?}"
        );
        let notes = |taken: &Taken| taken.file()["notes"].as_array().map(Vec::len);
        assert_eq!(notes(&from_workbook), notes(&from_csv), "{sample:?}");
        assert_eq!(from_workbook.file()["encoding"], "xlsx");
        assert_eq!(from_workbook.file()["delimiter"], Value::Null);
        assert_eq!(Lists::of(&world), Lists::of(&csv_world), "{sample:?}");
        // One is the other once more.
        world.fixture(sample.file);
        let again = sample.import(&world);
        assert_eq!(again.count("unchanged"), again.count("rows"), "{sample:?}");
    }
}

/// Indico's CSV is in UTC and says so; its workbook has the event's own time.
#[test]
fn indico_tells_the_same_times_in_its_csv_and_in_its_workbook() {
    let world = with_programme(PROGRAMME);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let as_time = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    for (column, heading) in (0_u16..).zip([
        "ID",
        "Name",
        "Email Address",
        "Registration date",
        "Registration state",
    ]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_number(1, 0, 1).unwrap();
    sheet
        .write_string(1, 1, "Anna Müller-Lüdenscheidt")
        .unwrap();
    sheet
        .write_string(1, 2, "anna.mueller@biocluster-nord.example.org")
        .unwrap();
    let moment = ExcelDateTime::parse_from_str("2020-09-21T14:03:44").unwrap();
    sheet
        .write_datetime_with_format(1, 3, &moment, &as_time)
        .unwrap();
    sheet.write_string(1, 4, "Completed").unwrap();
    workbook
        .save(world.path().join("registrations.xlsx"))
        .unwrap();
    let taken = Taken::by(&world, &["import", "registrations.xlsx"]);
    assert_eq!(taken.file()["family"], "indico");
    assert_eq!(
        text(&Lists::of(&world).signups[0], "requested_at"),
        text(&INDICO.lists().signups[0], "requested_at")
    );
}

/// Returns who takes part in what. What was given up before the newest submission came, an import may
/// or may not have seen.
fn standing(world: &World) -> Vec<(String, String)> {
    let lists = Lists::of(world);
    let mut standing: Vec<(String, String)> = lists
        .signups
        .iter()
        .filter(|row| text(row, "status") == "confirmed" && !text(row, "session").is_empty())
        .map(|row| ["family_name", "session"].map(|key| text(row, key).to_owned()))
        .map(|[name, session]| (name, session))
        .collect();
    standing.sort();
    assert!(!standing.is_empty());
    standing
}

#[test]
fn columns_of_marks_that_nobody_explains_are_asked_about_until_map_says_what_they_are() {
    let mapped = LIMESURVEY_CODES_MAPPED;
    let world = mapped.world();
    let before = world.dump();
    let refused = world.run(&["import", mapped.name()]).code(1);
    for said in ["`q2[SQ001]`", "--map 'q2[SQ001]=session:SLUG'"] {
        assert!(refused.stderr.contains(said), "{refused}");
    }
    assert_eq!(world.dump(), before);
    let settled = mapped.import(&world);
    // From now on without saying it again.
    let again = world
        .run(&["import", mapped.name(), "--format", "json"])
        .success();
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(again["operation"], Value::Null, "{again}");
    assert_eq!(again["files"][0]["columns"], settled.file()["columns"]);
}

#[test]
fn what_map_says_settles_a_file_taken_before_and_is_remembered() {
    {
        let (plain, mapped) = (DOODLE_PARALLEL, DOODLE_PARALLEL_MAPPED);
        let at_once = mapped.world();
        mapped.import(&at_once);
        let world = plain.world();
        let first = plain.import(&world);
        let notes = first.file()["notes"].to_string();
        assert!(notes.contains("--map"), "{notes}");
        assert!(
            Lists::of(&world)
                .signups
                .iter()
                .all(|row| text(row, "session").is_empty())
        );
        let settled = mapped.import(&world);
        assert!(settled.count("updated") > 0, "{settled:?}");
        assert_eq!(standing(&world), standing(&at_once));
        // From now on without saying it again.
        let again = plain.import(&world);
        assert_eq!(again.outcome["operation"], Value::Null, "{again:?}");
        assert_eq!(again.file()["columns"], settled.file()["columns"]);
        let notes = again.file()["notes"].to_string();
        assert!(!notes.contains("--map"), "{notes}");
    }
}

#[test]
fn one_meeting_in_every_tool_at_once_is_five_people() {
    let world = with_programme(PROGRAMME);
    let samples = [
        MS_FORMS_UTF_8,
        MS_FORMS_ENGLISH,
        GOOGLE_FORMS,
        GOOGLE_FORMS_ENGLISH,
        GOOGLE_FORMS_DOWNLOAD,
        LIMESURVEY,
        INDICO,
        TYPEFORM,
    ];
    for sample in samples {
        world.fixture(sample.file);
    }
    let mut arguments = vec!["import", "--format", "json"];
    arguments.extend(samples.map(|sample| sample.name()));
    let output = world.run(&arguments);
    let outcome: Value = serde_json::from_str(&output.clone().success()).unwrap();
    let files = outcome["files"].as_array().unwrap();
    let names: Vec<&str> = files
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    assert_eq!(names, samples.map(|sample| sample.name()));
    let created: u64 = files
        .iter()
        .map(|file| file["created"].as_u64().unwrap())
        .sum();
    assert_eq!(created, 5, "{output}");
    assert_eq!(Lists::of(&world).people.len(), 5);
    let alone = GOOGLE_FORMS.world();
    GOOGLE_FORMS.import(&alone);
    assert_eq!(standing(&world), standing(&alone));
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), with_programme(PROGRAMME).dump());
}
