//! The rosters beside the log, each asked about as an import does.

use std::rc::Rc;

use rollcall::identity::{Directory, Match, OrganisationDirectory};

use super::colleagues::Colleagues;
use super::figures::{Figures, Told};
use super::judge::{ask, ask_form, asks_organisation};
use super::lines::Line;
use super::people::{Person, World, entry};
use super::random::Random;
use super::script_lists::SCRIPTS;
use super::scripts::Scripted;
use super::signups::{NAMESAKES, NEW_EMPLOYER, SECOND, Signup};
use super::strangers::{BESIDE, STRANGERS};

/// What a roster is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aim {
    /// At most one line in a hundred is taken for somebody else.
    FewWrong,
    /// At most one row in a hundred of somebody on file is taken for somebody new in silence.
    FewDuplicates,
    /// Nobody is taken for somebody else.
    NoneWrong,
    /// Nothing; it is counted apart.
    None,
}

/// Some lines with what was found for them.
pub(crate) struct Roster {
    /// Of which list it is a part.
    pub(crate) list: String,
    pub(crate) title: String,
    pub(crate) aim: Aim,
    pub(crate) told: Vec<Told>,
    pub(crate) found: Vec<Match>,
    /// Who could be meant, for a look-up without the engine; empty where there is none.
    pub(crate) people: Rc<Vec<Person>>,
    /// How many of the silent duplicates come with a question about the organisation.
    pub(crate) organisation_asked: usize,
}

impl Roster {
    /// What became of the lines.
    pub(crate) fn figures(&self) -> Figures {
        Figures {
            organisation_asked: self.organisation_asked,
            ..Figures::of(self.told.iter().zip(&self.found))
        }
    }
}

impl Aim {
    /// Whether figures are as they should be.
    pub(crate) fn is_met(self, figures: &Figures) -> bool {
        match self {
            Self::FewWrong => figures.percent(figures.wrong) <= 1.0,
            Self::FewDuplicates => {
                figures.wrong == 0 && figures.percent(figures.silent_duplicates()) <= 1.0
            }
            Self::NoneWrong => figures.wrong == 0,
            Self::None => true,
        }
    }
}

/// The people of one meeting and what the engine knows of them.
struct Meeting<'a> {
    world: &'a World,
    directory: Directory,
    organisations: OrganisationDirectory,
    /// Those in the event.
    people: Rc<Vec<Person>>,
    rosters: Vec<Roster>,
}

/// Makes up all rosters of a meeting, with so many lines of each kind.
pub(crate) fn rosters(world: &World, seed: u64, lines: usize) -> Vec<Roster> {
    let in_event = world.people.iter().filter(|person| person.in_event);
    let mut meeting = Meeting {
        world,
        directory: world.directory(),
        organisations: world.organisation_directory_with_short_names(),
        people: Rc::new(in_event.cloned().collect()),
        rosters: Vec::new(),
    };
    // A list of its own does not change the others.
    let random = |list: u64| Random::new(seed.wrapping_mul(31).wrapping_add(list));
    meeting.add_strangers(&mut random(1), lines);
    meeting.add_beside(&mut random(7), lines / 4);
    meeting.add_namesakes(&mut random(2), lines);
    meeting.add_second_signups(&mut random(3), lines);
    meeting.add_colleagues(&mut random(4), lines * 5);
    meeting.add_scripts(&mut random(5), lines / 6);
    meeting.add_waiting(&mut random(6), lines / 2);
    meeting.rosters
}

impl Meeting<'_> {
    fn add(&mut self, list: String, title: &str, aim: Aim, told: Vec<Told>, found: Vec<Match>) {
        self.rosters.push(Roster {
            list,
            title: title.to_owned(),
            aim,
            told,
            found,
            people: Rc::clone(&self.people),
            organisation_asked: 0,
        });
    }

    fn add_log(&mut self, list: String, title: &str, aim: Aim, log: &[Line], of: &Directory) {
        let found = log.iter().map(|line| ask(of, &self.organisations, line));
        let found = found.collect();
        self.add(
            list,
            title,
            aim,
            log.iter().map(Told::from).collect(),
            found,
        );
    }

    fn add_form(&mut self, list: String, title: &str, aim: Aim, rows: &[Signup], of: &Directory) {
        let found: Vec<Match> = rows
            .iter()
            .map(|row| ask_form(of, &self.organisations, row))
            .collect();
        let silent = rows.iter().zip(&found);
        let silent = silent.filter(|(_, found)| **found == Match::Unknown);
        let organisation_asked = silent
            .filter(|(row, _)| asks_organisation(&self.organisations, row))
            .count();
        self.add(
            list,
            title,
            aim,
            rows.iter().map(Told::from).collect(),
            found,
        );
        if let Some(roster) = self.rosters.last_mut() {
            roster.organisation_asked = organisation_asked;
        }
    }

    fn add_strangers(&mut self, random: &mut Random, lines: usize) {
        let directory = self.directory.clone();
        for (kind, ways) in STRANGERS {
            for way in ways {
                let log = self
                    .world
                    .strangers(random, kind, way, lines.div_ceil(ways.len()));
                let list = format!("stranger, {kind}");
                self.add_log(list, way, Aim::FewWrong, &log, &directory);
            }
        }
    }

    fn add_beside(&mut self, random: &mut Random, lines: usize) {
        let directory = self.directory.clone();
        for way in BESIDE {
            let log = self.world.beside_the_name(random, way, lines);
            let list = "signed up, a word beside the name".to_owned();
            self.add_log(list, way, Aim::NoneWrong, &log, &directory);
        }
    }

    fn add_namesakes(&mut self, random: &mut Random, lines: usize) {
        let directory = self.directory.clone();
        for way in NAMESAKES {
            let rows = self.world.namesake_signups(random, way, lines / 2);
            let list = "stranger's sign-up".to_owned();
            self.add_form(list, way, Aim::FewWrong, &rows, &directory);
        }
    }

    fn add_second_signups(&mut self, random: &mut Random, lines: usize) {
        let events = [
            ("second sign-up, same event", self.directory.clone()),
            (
                "second sign-up, next event",
                self.world.directory_of_next_event(),
            ),
        ];
        for (list, directory) in &events {
            for way in SECOND.iter().chain(&NEW_EMPLOYER) {
                let rows = self.world.second_signups(random, way, lines / 2);
                // In one event two people of one name, employer and address are two; a common name is in any.
                let is_two = *way == NEW_EMPLOYER[0] && list.ends_with("same event");
                let (list, aim) = if is_two || *way == NEW_EMPLOYER[1] {
                    (format!("{list}, apart"), Aim::None)
                } else {
                    ((*list).to_owned(), Aim::FewDuplicates)
                };
                self.add_form(list, way, aim, &rows, directory);
            }
        }
    }

    fn add_colleagues(&mut self, random: &mut Random, people: usize) {
        let colleagues = Colleagues::new(random, people);
        let list = "colleagues of one organisation";
        let (rows, found) = colleagues.import();
        let told = rows.iter().map(Told::from).collect();
        let (directory, organisations) = colleagues.directory();
        let mut theirs = Meeting {
            world: self.world,
            directory,
            organisations,
            people: Rc::default(),
            rosters: Vec::new(),
        };
        theirs.add(
            list.to_owned(),
            "one form of all",
            Aim::NoneWrong,
            told,
            found,
        );
        theirs.people = Rc::new(colleagues.people.clone());
        let directory = theirs.directory.clone();
        for (title, with_address) in [("log with addresses", true), ("log of bare names", false)] {
            let log = colleagues.log(with_address);
            theirs.add_log(list.to_owned(), title, Aim::NoneWrong, &log, &directory);
        }
        self.rosters.append(&mut theirs.rosters);
    }

    fn add_scripts(&mut self, random: &mut Random, people: usize) {
        let all = Rc::clone(&self.people);
        for script in SCRIPTS {
            for (side, is_latin) in [("Latin on file", true), ("script on file", false)] {
                let scripted = self.world.scripted(random, script, is_latin, people);
                let mut directory = self.directory.clone();
                let mut with_them = (*all).clone();
                for one in &scripted {
                    directory.insert(entry(&one.person));
                    with_them.push(one.person.clone());
                }
                self.people = Rc::new(with_them);
                let title = format!("{}, {side}", script.name);
                for (how, with_address, aim) in [
                    ("own address", true, Aim::FewDuplicates),
                    ("bare", false, Aim::NoneWrong),
                ] {
                    let lines = scripted.iter().map(|one| one.line(random, with_address));
                    let log: Vec<Line> = lines.collect();
                    let list = format!("other script in the log, {how}");
                    self.add_log(list, &title, aim, &log, &directory);
                }
                let rows: Vec<Signup> = scripted.iter().map(Scripted::signup).collect();
                let list = "other script in the next form, own private address".to_owned();
                self.add_form(list, &title, Aim::FewDuplicates, &rows, &directory);
            }
        }
        self.people = all;
    }

    fn add_waiting(&mut self, random: &mut Random, rows: usize) {
        let waiting = self.world.waiting(random, rows);
        let without = self.directory.clone();
        let mut with = self.directory.clone();
        waiting.join(&mut with);
        for (list, directory, aim) in [
            ("waiting row, not a rival", &without, Aim::None),
            ("waiting row, a rival", &with, Aim::NoneWrong),
        ] {
            for (kind, log) in &waiting.log {
                self.add_log(list.to_owned(), kind, aim, log, directory);
            }
        }
    }
}
