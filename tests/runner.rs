//! All integration tests, in one binary. What each file is for:

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]
#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a test that reads well may be slow"
)]

/// The program in this very process, for tests that need hundreds of runs.
mod desk;
/// What a file leaves open: contradictions, several people in a row, words without effect.
mod doubts;
/// Somebody who is removed is nowhere any more, and does not come back.
mod forgetting;
/// Generated sign-up files.
mod forms;
/// What the program says in a language, command by command.
mod screens;
/// Generated command lines.
mod sign_in;
mod steps;
/// Runs the program in a world of its own.
mod support;

/// Our own exports that come back older than what is on file.
mod ages;
/// Several questions and one answer, and lists of answers.
mod answers;
/// The arrows between the rooms.
mod architecture;
/// Numbers before names, remarks and names that look like them, names with commas.
mod beside;
/// Every page in a real browser.
mod browser;
/// Files of a few bytes that stand for much: read within the budget, or refused.
mod budgets;
/// The records by hand: every change as dry run, real run, undo and undo of the undo.
mod by_hand;
/// Broken files: never a panic, never a change by halves.
mod bytes;
/// What is cancelled stays in the programme, and is in no figure.
mod cancelled;
/// Which sessions somebody chose, however a file says so.
mod choices;
/// No file of a room needs itself by way of others.
mod circles;
/// Reports know what time it is.
mod clock;
/// What columns of tables made by hand mean.
mod columns;
mod consents;
/// New files, backups, restored ones: as a whole or not at all.
mod copies;
/// People over time.
mod curve;
/// The demo's whole output.
mod demo;
/// Everything an event leaves behind, in one folder.
mod dossier;
/// The follow-up report of an event.
mod event_report;
/// How commands end, whoever listens and whatever is full.
mod exit_codes;
/// What the documents of an event say of whoever holds it.
mod facts;
/// Killed at any moment, or on a broken disk: nothing is lost, and the next command works.
#[cfg(target_os = "linux")]
mod faults;
/// What a further submission may change.
mod further;
/// What is said in German of people, organisations, events, sessions, sign-ups and attendance.
mod german;
/// What is said in German of files, copies and checks.
mod german_files;
/// What is said in German of files.
mod german_import;
/// What stands in spreadsheets beside the rows themselves.
mod hand_made;
/// Help texts, completions, manual pages.
mod help;
/// What was done, by whom, to whose data, and what can be let go of it.
mod history;
/// Texts that mean something to some program, in every field and on every page.
mod hostile;
/// What every command promises.
mod house;
/// Who is meant by a row.
mod identity;
/// Files in, a document out; and an import where nothing is set up.
mod in_one_step;
/// Random commands of two processes on one file, and what is written beside a writer.
mod interleaved;
/// What is said in which language.
mod languages;
/// What holds for every file and every sequence of commands.
mod laws;
/// Calendars, mailings, certificates.
mod letters;
/// Who has a place and who waits, also without a time or an answer.
mod lines;
/// Printed lists and letters: when and where it was, and what is said of changes that come to nothing.
mod lists;
/// Every sample log of a meeting: its golden file, and its minutes worked out by hand.
mod logs;
/// The same meeting in other shapes gives the same attendance.
mod logs_alike;
/// A log of more names than one thread looks up.
mod logs_large;
/// What holds for every log.
mod logs_laws;
/// What of a log remains with `--minimal`.
mod logs_minimal;
/// Whose a stay is: questions, answers, and that they are remembered.
mod logs_people;
/// Where a log belongs, and when its times were.
mod logs_placing;
/// Rows of a log that cannot be taken: a log of their own, to be corrected.
mod logs_rejects;
/// Who is meant in the log of a made-up meeting.
mod map;
/// What a workbook says of its rows beside their text.
mod marked_rows;
/// The letter about everything that is held about one person.
mod personal_data;

mod matching;
/// Who is meant where two people have one name, or one person has two.
mod meant;
/// How much memory the largest documents take.
mod memory;
/// Text that was decoded in the wrong encoding before, and names whose letters are lost.
mod misread;
/// Random sequences of commands against a model of who is signed up for what.
mod model;
/// Pairs of names that are one person, perhaps one, or two.
mod name_pairs;
/// `--columns` and `--where`: every list has the columns and rows that are asked for.
mod narrowed;
/// Documents for Word: what is in them, in every language.
mod office_documents;
/// `--event` means that event everywhere.
mod one_event;
/// Which organisation is meant, and how to put it right.
mod organisations;
/// Headings, cells and layouts in other words and languages.
mod other_words;
/// Files that are written: what they replace, who is named in them, and what an interrupted command leaves.
mod outputs;
/// A browser prints the page as PDF.
mod pdf;

/// Every page there is, and the simplest reading of each format.
mod pages;
/// Lists that are printed, written on and handed out.
mod paper;
/// People who are two, stays that were another's, and people who are on file twice.
mod putting_right;
/// The README's tour.
mod readme;
/// Sessions and events that were set up by mistake.
mod removing;
/// Questions told in full, and their answers.
mod review;
/// What is exported makes the same file again.
mod round_trip;
/// The same documents wherever the reader is, and in every format.
mod same_everywhere;
/// Every sample export: its golden file, and the laws of all of them.
mod samples;
/// The same submissions by other tools give the same lists.
mod samples_alike;
/// What other programs do to the file's layout.
mod schema;
/// How long somebody was there, in whatever order files come.
mod stays;
/// Times that clocks skip or show twice, and midnight.
mod times;
/// Two programs at once.
mod turned_round;

mod two_processes;
/// Undo in other orders than newest first.
mod undo;
/// Cells, titles and names of files that no column is read for.
mod unread;
/// A file of the former layout, its questions and what was done in it.
mod upgrade;
/// Verdicts by hand.
mod verdicts;
/// The views that other programs read, against the reports.
mod views;
/// Every word is in the catalogue, and in the reader's language.
mod words;
/// Workbooks: their cells, their bytes, and their way back.
mod workbooks;
/// Files that are no sign-ups: what is said of them, and that nothing changes.
mod wrong_files;

/// A file that nobody listed would never run.
#[test]
fn every_test_file_is_listed() {
    let runner = include_str!("runner.rs");
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(module) = name.strip_suffix(".rs")
            && module != "runner"
        {
            assert!(
                runner.contains(&format!("mod {module};")),
                "{name} is not listed"
            );
        }
    }
}
