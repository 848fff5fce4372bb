//! The program is killed, or a call of it fails, at any moment of every command that writes.
//!
//! Each command is run once undisturbed, to count the calls that write or change files, and to see what it does, and
//! what it does when it is given twice. Then it is run again and again in a copy of the same folder, and each time
//! one call is struck: the program is killed before it, in the middle of a write or after it; or the call fails
//! as on a broken or full disk or in a folder one may not write, once or from then on; or writes only half.
//! What must hold then is written at [`judge`].
//!
//! The ordinary test strikes some 200 calls. `ROLLCALL_FAULTS=2000 cargo test faults -- --nocapture` strikes
//! 2,000 times with kills and 2,000 times with errors and says what came of it; `ROLLCALL_SEED=7` picks others, and
//! `ROLLCALL_ONLY='signup add'` stays with one command.

mod folder;
mod scenarios;
mod tracer;

use std::sync::Mutex;

use crate::bytes::{Random, seed};
use folder::{Content, DATABASE, Files};
use scenarios::{SCENARIOS, Scenario, Starts};
use tracer::{Action, Fault, Run};

/// How many kills, and how many errors, the ordinary test tries.
const TRIES: usize = 100;

/// What a command does undisturbed.
struct Reference {
    before: Files,
    first: (Run, Files),
    second: (Run, Files),
    /// Whether it may be done and not yet verified, which exit code 3 says.
    removes_somebody: bool,
}

impl Reference {
    fn of(starts: &Starts, scenario: &Scenario) -> Self {
        let folder = tempfile::tempdir().unwrap();
        starts.copy(scenario.start, folder.path());
        let before = folder::read(folder.path());
        let command = scenario.command();
        let run = || tracer::run(folder.path(), scenario.now, &command, None);
        let first = (run(), folder::read(folder.path()));
        assert!(
            [0, 3].contains(&first.0.code),
            "{}: {}",
            scenario.line,
            first.0.stderr
        );
        let second = (run(), folder::read(folder.path()));
        Self {
            before,
            first,
            second,
            removes_somebody: scenario.line.starts_with("person forget"),
        }
    }

    /// Whether the command changes the data.
    fn changes_data(&self) -> bool {
        self.before.get(DATABASE) != self.first.1.get(DATABASE)
    }

    /// Whether a file is as it was before, or as the command leaves it.
    fn is_old_or_new(&self, name: &str, content: Option<&Content>) -> bool {
        content == self.before.get(name) || content == self.first.1.get(name)
    }

    /// The files that the command writes, without the data.
    fn outputs(&self) -> impl Iterator<Item = &String> {
        let names = self.first.1.keys().filter(|name| *name != DATABASE);
        names.filter(|name| self.before.get(*name) != self.first.1.get(*name))
    }

    /// Whether everything is as the command leaves it.
    fn is_done(&self, files: &Files) -> bool {
        if self.changes_data() {
            return files.get(DATABASE) == self.first.1.get(DATABASE);
        }
        let mut outputs = self.outputs().peekable();
        outputs.peek().is_some() && outputs.all(|name| files.get(name) == self.first.1.get(name))
    }
}

/// Runs a command with one of its calls struck, and returns what is not as it must be, which is where one of these does not hold:
///
/// * the exit code is 0 to 3, unless the program was killed;
/// * the file is sound, and its data are those from before the command, or those after it: after it when the
///   exit code says that it is done, before it when it says that it failed;
/// * each output is the old one or the new one as a whole, and the new one when the exit code says so;
/// * the same command again does what it does undisturbed, or what it does when it is given twice;
/// * nothing is left in the folder then, and in that of temporary files, which an undisturbed run does not leave.
fn judge(starts: &Starts, scenario: &Scenario, reference: &Reference, fault: Fault) -> Judged {
    let folder = tempfile::tempdir().unwrap();
    starts.copy(scenario.start, folder.path());
    let command = scenario.command();
    let run = tracer::run(folder.path(), scenario.now, &command, Some(fault));
    let mut wrong = Vec::new();
    let mut is_done = None;
    if fault.action.kills() && run.struck().is_some() {
        if run.code != 137 {
            wrong.push(format!("it was killed, and ended with {}", run.code));
        }
    } else if ![0, 1, 3].contains(&run.code) {
        wrong.push(format!("exit code {}: {}", run.code, run.stderr));
    }
    if scenario.is_story {
        wrong.extend(story_goes_on(scenario, folder.path()));
    } else {
        wrong.extend(folder::check(folder.path()).err());
        let files = folder::read(folder.path());
        wrong.extend(what_is_wrong(reference, fault, &run, &files));
        let mut again = tracer::run(folder.path(), scenario.now, &command, None);
        // Where the record could not be kept, what was written is replaced only when that is asked for, as was said.
        let is_restore = scenario.line.starts_with("restore");
        let is_unrecorded = !is_restore && !fault.action.kills() && [0, 3].contains(&run.code);
        if is_unrecorded && again.code == 1 && again.stderr.contains("--force") {
            let forced = [&command[..], &["--force"]].concat();
            again = tracer::run(folder.path(), scenario.now, &forced, None);
        }
        let done = reference.is_done(&files);
        is_done = Some(done);
        let (expected, expected_files) = if done {
            &reference.second
        } else {
            &reference.first
        };
        if again.code != expected.code {
            let (code, said) = (again.code, again.stderr);
            wrong.push(format!("the same command again: exit code {code}: {said}"));
        }
        let differences = differences(&folder::read(folder.path()), expected_files);
        let differences = differences.into_iter();
        wrong.extend(differences.map(|it| format!("after the same command again: {it}")));
    }
    let call = run.struck().unwrap_or("no call").trim_end_matches(" <-");
    // Temporary folders have another name each time.
    let call = call.replace(folder.path().to_str().unwrap(), "");
    let at = format!("`{}`, {} at {call}", scenario.line, fault.action.as_str());
    Judged {
        is_struck: run.struck().is_some(),
        is_done,
        wrong: wrong.iter().map(|it| format!("{at}: {it}")).collect(),
    }
}

/// What came of one fault.
struct Judged {
    /// The program may make fewer calls than in the undisturbed run, when its threads take turns otherwise.
    is_struck: bool,
    /// Whether the command was done all the same; `None` for the story, of which nobody can say.
    is_done: Option<bool>,
    wrong: Vec<String>,
}

/// What is wrong with the folder right after the command was disturbed.
fn what_is_wrong(reference: &Reference, fault: Fault, run: &Run, files: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    let data = files.get(DATABASE);
    let (before, after) = (
        reference.before.get(DATABASE),
        reference.first.1.get(DATABASE),
    );
    if data != before && data != after {
        wrong.push(format!(
            "the data are neither the old nor the new: {data:?}"
        ));
    }
    let names = reference.before.keys().chain(reference.first.1.keys());
    for name in names.filter(|name| *name != DATABASE) {
        if !reference.is_old_or_new(name, files.get(name)) {
            let content = files.get(name);
            wrong.push(format!(
                "{name} is neither the old nor the new: {content:?}"
            ));
        }
    }
    match run.code {
        // Whole and done: nobody would do it again.
        0 | 3 => {
            if data != after {
                wrong.push(format!(
                    "exit code {}, and the data are the old ones",
                    run.code
                ));
            }
            // Somebody is removed, and what is left in the bytes waits for the next command.
            let is_unfinished = run.code == 3 && reference.removes_somebody;
            if run.code != reference.first.0.code && !is_unfinished {
                wrong.push(format!("exit code {}: {}", run.code, run.stderr));
            }
            let must_write = fault.action == Action::Short || !reference.changes_data();
            if must_write && run.stdout != reference.first.0.stdout {
                wrong.push("its result is not on standard output".to_owned());
            }
            for name in reference.outputs().filter(|_| must_write) {
                if files.get(name) != reference.first.1.get(name) {
                    wrong.push(format!("exit code {}, and {name} is the old one", run.code));
                }
            }
        }
        1 if reference.changes_data() && data == after => {
            wrong.push(format!(
                "exit code 1, and the change is committed: {}",
                run.stderr
            ));
        }
        _ => {}
    }
    if fault.action == Action::Short && run.code == 1 {
        wrong.push(format!("half a write is no failure: {}", run.stderr));
    }
    wrong
}

/// What is wrong when the demo is told again: it may refuse its half-written folder, and tells the story elsewhere.
fn story_goes_on(scenario: &Scenario, folder: &std::path::Path) -> Vec<String> {
    let mut wrong = Vec::new();
    let again = tracer::run(folder, scenario.now, &scenario.command(), None);
    if again.code != 0 && !(again.code == 1 && again.stderr.contains("story")) {
        wrong.push(format!("again: exit code {}: {}", again.code, again.stderr));
    }
    let elsewhere = tracer::run(folder, scenario.now, &["demo", "elsewhere"], None);
    if elsewhere.code != 0 {
        wrong.push(format!("elsewhere: {}", elsewhere.stderr));
    }
    let left = folder::read(&folder.join("tmp"));
    if !left.is_empty() {
        wrong.push(format!("left in the temporary folder: {left:?}"));
    }
    wrong
}

/// What differs between two folders.
fn differences(files: &Files, expected: &Files) -> Vec<String> {
    let names = files.keys().chain(expected.keys());
    let names: std::collections::BTreeSet<&String> = names.collect();
    let mut differences = Vec::new();
    for name in names {
        let (is, should) = (files.get(name), expected.get(name));
        if is != should {
            differences.push(format!("{name} is {is:?} instead of {should:?}"));
        }
    }
    differences
}

/// Picks so many of a command's possible faults, all of them where there are no more.
fn pick(random: &mut Random, actions: &[Action], calls: usize, count: usize) -> Vec<Fault> {
    let mut faults: Vec<Fault> = (1..=calls)
        .flat_map(|call| {
            actions.iter().map(move |action| Fault {
                action: *action,
                call,
            })
        })
        .collect();
    for index in 0..count.min(faults.len()) {
        let other = index + random.below(faults.len() - index);
        faults.swap(index, other);
    }
    faults.truncate(count);
    faults
}

#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
fn knob(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// How often a command was struck, and how often it was done nevertheless.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    struck: usize,
    done: usize,
}

/// Picks so many faults of all commands, as evenly as their calls allow.
fn jobs(
    scenarios: &[(&Scenario, Reference)],
    actions: &[Action],
    count: usize,
) -> Vec<(usize, Fault)> {
    let mut random = Random(seed());
    let calls = |index: &usize| scenarios[*index].1.first.0.calls.len();
    // Those with few calls first: what they do not use is for the others.
    let mut by_calls: Vec<usize> = (0..scenarios.len()).collect();
    by_calls.sort_by_key(calls);
    let (mut jobs, mut left) = (Vec::new(), count);
    for (rank, index) in by_calls.iter().enumerate() {
        let share = left.div_ceil(scenarios.len() - rank);
        let picked = pick(&mut random, actions, calls(index), share);
        left -= picked.len();
        jobs.extend(picked.into_iter().map(|fault| (*index, fault)));
    }
    jobs
}

#[test]
fn whatever_happens_the_file_is_whole_and_the_next_command_works() {
    let tries: usize = knob("ROLLCALL_FAULTS").map_or(TRIES, |tries| tries.parse().unwrap());
    let only = knob("ROLLCALL_ONLY").unwrap_or_default();
    let starts = Starts::new();
    let scenarios = SCENARIOS.iter().filter(|it| it.line.contains(&only));
    let scenarios: Vec<(&Scenario, Reference)> = scenarios
        .map(|scenario| (scenario, Reference::of(&starts, scenario)))
        .collect();
    let kills = jobs(&scenarios, &Action::KILLS, tries);
    let errors = jobs(&scenarios, &Action::ERRORS, tries);
    let queue = Mutex::new(kills.into_iter().chain(errors));
    let outcome = Mutex::new((Vec::new(), vec![[Count::default(); 2]; scenarios.len()]));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((index, fault)) = queue.lock().unwrap().next() else {
                        return;
                    };
                    let (scenario, reference) = &scenarios[index];
                    let judged = judge(&starts, scenario, reference, fault);
                    let mut outcome = outcome.lock().unwrap();
                    outcome.0.extend(judged.wrong);
                    let count = &mut outcome.1[index][usize::from(!fault.action.kills())];
                    count.struck += usize::from(judged.is_struck);
                    count.done += usize::from(judged.is_done == Some(true));
                }
            });
        }
    });
    let (wrong, counts) = outcome.into_inner().unwrap();
    tell(&scenarios, &counts);
    let (count, wrong) = (wrong.len(), wrong.join("\n"));
    assert!(count == 0, "{count} faults:\n{wrong}");
}

/// Says how often each command was struck.
fn tell(scenarios: &[(&Scenario, Reference)], counts: &[[Count; 2]]) {
    eprintln!("calls  kills (done)  errors (done)");
    for ((scenario, reference), [kills, errors]) in scenarios.iter().zip(counts) {
        eprintln!(
            "{:5}  {:5} {:6}  {:6} {:6}  {}",
            reference.first.0.calls.len(),
            kills.struck,
            kills.done,
            errors.struck,
            errors.done,
            scenario.line
        );
    }
    let total = |kind: usize| counts.iter().map(|it| it[kind].struck).sum::<usize>();
    eprintln!("{} kills and {} errors", total(0), total(1));
}
