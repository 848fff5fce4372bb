//! The table of the rosters beside the log, over all seeds.

use rollcall::identity::Match;

use crate::baselines::Baselines;
use crate::names::figures::Figures;
use crate::names::rosters::{Aim, Roster};

/// A row: the engine's figures, and those of the two ways without one where they can be tried.
struct Row {
    list: String,
    title: String,
    aim: Aim,
    engine: Figures,
    others: Option<[Figures; 2]>,
    organisation_asked: usize,
}

/// All rows, in the order in which they came first.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// Counts a roster of one seed.
    pub(crate) fn add(&mut self, roster: &Roster) {
        let others = (!roster.people.is_empty()).then(|| {
            let baselines = Baselines::new(roster.people.iter());
            let figures = |find: &dyn Fn(&str) -> Match| {
                let found: Vec<Match> =
                    roster.told.iter().map(|told| find(&told.written)).collect();
                Figures::of(roster.told.iter().zip(&found))
            };
            [
                figures(&|written| baselines.exact(written)),
                figures(&|written| baselines.alike(written)),
            ]
        });
        let row = Row {
            list: roster.list.clone(),
            title: roster.title.clone(),
            aim: roster.aim,
            engine: roster.figures(),
            others,
            organisation_asked: roster.organisation_asked,
        };
        let mut known = self.0.iter_mut();
        match known.find(|known| known.list == row.list && known.title == row.title) {
            Some(known) => known.join(&row),
            None => self.0.push(row),
        }
    }

    /// Prints every list with its sum.
    pub(crate) fn print(&self) {
        let mut lists: Vec<&str> = Vec::new();
        for row in &self.0 {
            if !lists.contains(&row.list.as_str()) {
                lists.push(&row.list);
            }
        }
        for list in lists {
            print_heading(list);
            let mut sum: Option<Row> = None;
            for row in self.0.iter().filter(|row| row.list == list) {
                row.print();
                match &mut sum {
                    Some(sum) => sum.join(row),
                    None => sum = Some(row.renamed("all of these")),
                }
            }
            if let Some(sum) = sum {
                sum.print();
                sum.print_aim();
            }
            println!();
        }
    }
}

impl Row {
    fn renamed(&self, title: &str) -> Self {
        Self {
            list: self.list.clone(),
            title: title.to_owned(),
            aim: self.aim,
            engine: self.engine,
            others: self.others,
            organisation_asked: self.organisation_asked,
        }
    }

    fn join(&mut self, other: &Self) {
        self.engine.join(&other.engine);
        self.organisation_asked += other.organisation_asked;
        self.others = match (self.others, other.others) {
            (Some(mut own), Some(other)) => {
                own[0].join(&other[0]);
                own[1].join(&other[1]);
                Some(own)
            }
            _ => None,
        };
    }

    fn print(&self) {
        let it = &self.engine;
        let hundred = it.percent(it.questions);
        print!(
            "{:58}{:>7}{:>7}{:>7}{:>7}{:>6}{:>7}{:>7}{:>6}{hundred:>7.1}",
            self.title,
            it.lines,
            it.right,
            it.wrong,
            it.first,
            it.among_three,
            it.not_there,
            it.duplicates,
            self.organisation_asked,
        );
        for other in self.others.iter().flatten() {
            print!(
                "{:>9}{:>7}{:>7}",
                other.right, other.wrong, other.duplicates
            );
        }
        println!();
    }

    fn print_aim(&self) {
        let it = &self.engine;
        let wrong = it.percent(it.wrong);
        let duplicates = it.percent(it.silent_duplicates());
        let met = if self.aim.is_met(it) {
            "met"
        } else {
            "not met"
        };
        match self.aim {
            Aim::FewWrong => println!("wrong {wrong:.1} % (target: at most 1 %, {met})"),
            Aim::NoneWrong => println!("wrong {} (target: 0, {met})", it.wrong),
            Aim::FewDuplicates => println!(
                "wrong {} (target: 0), silent duplicates {duplicates:.1} % (target: at most 1 %), {met}",
                it.wrong
            ),
            Aim::None => {
                println!("wrong {wrong:.1} %, silent duplicates {duplicates:.1} % (no target)");
            }
        }
    }
}

fn print_heading(list: &str) {
    println!(
        "{:58}{:>7}{:>7}{:>7}{:>26}{:>7}{:>6}{:>7}{:>23}{:>23}",
        "",
        "",
        "",
        "",
        "asked, the right one",
        "silent",
        "org.",
        "per",
        "exact names",
        "likeness 0.80"
    );
    print!(
        "{list:58}{:>7}{:>7}{:>7}{:>7}{:>6}{:>7}{:>7}{:>6}{:>7}",
        "lines", "right", "wrong", "first", "2/3", "absent", "twice", "asked", "100"
    );
    for _ in 0..2 {
        print!("{:>9}{:>7}{:>7}", "right", "wrong", "twice");
    }
    println!();
}
