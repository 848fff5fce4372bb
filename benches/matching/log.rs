//! The log of a meeting, and what became of each line.

use std::collections::{BTreeMap, HashMap, HashSet};

use rollcall::identity::{Match, Reason};

use crate::baselines::Baselines;
use crate::names::figures::{Figures, Told};
use crate::names::judge::{OUTCOMES, Outcome, Tally, ask, judge, remember};
use crate::names::lines::{Line, Truth};
use crate::names::people::World;

const WAYS: [&str; 3] = ["rollcall", "exact names", "likeness 0.80"];
/// Guests who are namesakes: the only ones of the log who are nearly impossible to tell.
const NAMESAKE: &str = "guest with somebody's name";

/// A line with what was found for it in each of [`WAYS`].
pub(crate) struct Judged {
    pub(crate) line: Line,
    found: [Match; 3],
    /// Whether the name is frequent among the people of the event.
    is_frequent: bool,
}

/// The lines of one meeting, or of several.
#[derive(Default)]
pub(crate) struct Log {
    all: Vec<Judged>,
    /// Each meeting's figures, added up.
    figures: Figures,
    /// The questions of somebody who asks about every line that is not sure, and about no guest.
    unsure: usize,
}

impl Judged {
    fn outcome(&self, way: usize) -> Outcome {
        judge(&self.found[way], self.line.truth)
    }

    fn is_on_file(&self) -> bool {
        self.line.truth.person().is_some()
    }

    /// Whether the line leaves a doubt, but not among too many.
    fn is_rest(&self) -> bool {
        self.is_on_file() && !self.line.is_sure && self.line.fits <= 3
    }
}

impl Log {
    /// Asks about the lines of one meeting.
    pub(crate) fn of(world: &World, lines: Vec<Line>) -> Self {
        let mut directory = world.directory();
        let organisations = world.organisation_directory();
        remember(&mut directory, &organisations, &lines);
        let in_event = world.people.iter().filter(|person| person.in_event);
        let baselines = Baselines::new(in_event);
        let judged = lines.into_iter().map(|line| {
            let meant = line.truth.person();
            let meant = meant.and_then(|id| world.people.iter().find(|person| person.id == id));
            Judged {
                found: [
                    ask(&directory, &organisations, &line),
                    baselines.exact(&line.written),
                    baselines.alike(&line.written),
                ],
                is_frequent: meant.is_some_and(|person| world.is_frequent(person)),
                line,
            }
        });
        let all: Vec<Judged> = judged.collect();
        let told: Vec<Told> = all.iter().map(|one| Told::from(&one.line)).collect();
        let found = all.iter().map(|one| &one.found[0]);
        let unsure = all.iter().zip(&told);
        let unsure = unsure.filter(|(one, _)| one.is_on_file() && !one.line.is_sure);
        let unsure: HashSet<_> = unsure.map(|(_, told)| told.question()).collect();
        Self {
            figures: Figures::of(told.iter().zip(found)),
            unsure: unsure.len(),
            all,
        }
    }

    /// Adds another meeting's.
    pub(crate) fn join(&mut self, other: Self) {
        self.all.extend(other.all);
        self.figures.join(&other.figures);
        self.unsure += other.unsure;
    }

    fn tally(&self, way: usize, wanted: impl Fn(&Judged) -> bool) -> Tally {
        let mut tally = Tally::default();
        for one in self.all.iter().filter(|one| wanted(one)) {
            tally.add(one.outcome(way));
        }
        tally
    }

    /// Prints a row for each way.
    pub(crate) fn print_outcomes(&self, title: &str, wanted: impl Fn(&Judged) -> bool) {
        println!(
            "{title}\n{:24}{:>8}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}",
            "",
            "lines",
            "automatic,",
            "automatic,",
            "suggested",
            "suggested",
            "suggested,",
            "unknown"
        );
        println!(
            "{:32}{:>12}{:>12}{:>12}{:>12}{:>12}",
            "", "right", "wrong", "first", "2nd or 3rd", "not there"
        );
        for (way, name) in WAYS.iter().enumerate() {
            let tally = self.tally(way, &wanted);
            print!("{name:24}{:>8}", tally.lines());
            for outcome in OUTCOMES {
                print!("{:>12}", tally.count(outcome));
            }
            println!();
        }
        println!();
    }

    /// Prints the targets, and what each way comes to.
    pub(crate) fn print_targets(&self) {
        println!(
            "{:62}{:>10}{:>14}{:>14}{:>16}",
            "", "target", WAYS[0], WAYS[1], WAYS[2]
        );
        let ways = [0, 1, 2];
        let wrong = |title: &str, target: &str, wanted: &dyn Fn(&Judged) -> bool| {
            let [one, two, three] = ways.map(|way| self.tally(way, wanted).count(Outcome::Wrong));
            println!("{title:62}{target:>10}{one:>14}{two:>14}{three:>16}");
        };
        wrong(
            "wrong automatic matches, without strangers of somebody's name",
            "0",
            &|one| one.line.kind != NAMESAKE,
        );
        wrong("of strangers of somebody's name in the log", "0", &|one| {
            one.line.kind == NAMESAKE
        });
        let print = |title: &str, target: &str, share: &dyn Fn(usize) -> f64| {
            let [one, two, three] = ways.map(share);
            println!("{title:62}{target:>10}{one:>13.1}%{two:>13.1}%{three:>15.1}%");
        };
        let right = [Outcome::Right];
        let first = [Outcome::Right, Outcome::First];
        let answered = [Outcome::Right, Outcome::First, Outcome::AmongThree];
        print(
            "sure: automatic, or a frequent name asked about, first",
            ">= 98%",
            &|way| {
                let rare = self.tally(way, |one| one.line.is_sure && !one.is_frequent);
                let frequent = self.tally(way, |one| one.line.is_sure && one.is_frequent);
                let lines = (rare.lines() + frequent.lines()) as f64;
                (rare.percent(&right) * rare.lines() as f64
                    + frequent.percent(&first) * frequent.lines() as f64)
                    / lines
            },
        );
        print("    with a rare name: automatic and right", "", &|way| {
            self.tally(way, |one| one.line.is_sure && !one.is_frequent)
                .percent(&right)
        });
        print(
            "    with a frequent name: automatic and right",
            "",
            &|way| {
                self.tally(way, |one| one.line.is_sure && one.is_frequent)
                    .percent(&right)
            },
        );
        print(
            "the rest, where at most three fit: among the first three",
            ">= 95%",
            &|way| self.tally(way, Judged::is_rest).percent(&answered),
        );
        print(
            "of these, where only one fits: the first",
            ">= 90%",
            &|way| {
                self.tally(way, |one| one.is_rest() && one.line.fits <= 1)
                    .percent(&first)
            },
        );
        print("guests and nobody: no question at all", "", &|way| {
            self.tally(way, |one| !one.is_on_file())
                .percent(&[Outcome::Unknown])
        });
        let hundred = self.figures.percent(self.figures.questions);
        println!(
            "{:62}{:>10}{hundred:>14.1}",
            "questions per 100 lines, equal names and addresses once", "<= 12"
        );
        let unsure = self.figures.percent(self.unsure);
        println!(
            "{:62}{:>10}{unsure:>14.1}",
            "    of lines of people on file that are not sure", ""
        );
        // What asking about every frequent name would add.
        let alone = self.all.iter().filter(|one| {
            let reason = Reason::OnlyOneInEvent;
            one.is_frequent
                && matches!(one.found[0], Match::Certain { reason: own, .. } if own == reason)
        });
        let alone = self.figures.percent(alone.count());
        println!(
            "{:62}{:>10}{alone:>14.1}",
            "frequent names taken as alone in the event, per 100 lines", ""
        );
        let count = |wanted: &dyn Fn(&Judged) -> bool| self.tally(0, wanted).lines();
        println!(
            "\n{} lines are sure ({} of them with a frequent name), {} are the rest, {} more fit more than three people or have no answer\n",
            count(&|one| one.line.is_sure),
            count(&|one| one.line.is_sure && one.is_frequent),
            count(&Judged::is_rest),
            count(&|one| one.is_on_file() && !one.line.is_sure && one.line.fits > 3),
        );
    }

    /// Prints what became of every way of writing a name.
    pub(crate) fn print_ways(&self) {
        let mut ways: BTreeMap<(bool, bool, &str), Tally> = BTreeMap::new();
        for one in &self.all {
            let key = (!one.is_on_file(), !one.line.is_sure, one.line.kind);
            ways.entry(key).or_default().add(one.outcome(0));
        }
        println!(
            "{:46}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
            "", "lines", "right", "wrong", "first", "2nd/3rd", "astray", "unknown"
        );
        for ((is_other, is_rest, kind), tally) in ways {
            let group = match (is_other, is_rest) {
                (true, _) => "",
                (false, true) => "the rest: ",
                (false, false) => "named: ",
            };
            print!("{:46}{:>8}", format!("{group}{kind}"), tally.lines());
            for outcome in OUTCOMES {
                print!("{:>8}", tally.count(outcome));
            }
            println!();
        }
        println!();
    }

    /// Prints lines taken wrongly, and some that were named well enough and asked about.
    pub(crate) fn print_wrong(&self, world: &World) {
        let person = |id: i64| world.people.iter().find(|person| person.id == id);
        let mut shown: HashMap<(bool, &str), usize> = HashMap::new();
        for one in &self.all {
            let (line, outcome) = (&one.line, one.outcome(0));
            let is_missed = (line.is_sure && outcome != Outcome::Right)
                || (one.is_on_file()
                    && line.fits <= 1
                    && matches!(outcome, Outcome::Astray | Outcome::Unknown));
            let times = shown.entry((line.is_sure, line.kind)).or_default();
            if outcome == Outcome::Wrong || (is_missed && *times < 4) {
                *times += 1;
                let meant = match line.truth {
                    Truth::OnFile(id) => format!("{:?}", person(id).unwrap()),
                    Truth::Guest | Truth::Nobody => format!("{:?}", line.truth),
                };
                println!(
                    "{outcome:?} [{}] {:?} <{}>\n    meant {meant}\n    found {:?}",
                    line.kind,
                    line.written,
                    line.address.as_deref().unwrap_or_default(),
                    one.found[0]
                );
            }
        }
    }
}
