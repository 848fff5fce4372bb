//! No file of a room needs itself by way of others: what two files share lies below both.
//!
//! A file is a module. `use` and paths in the code are its arrows; a re-export leads to where the thing is, and is no
//! arrow of the file that re-exports.

use std::collections::{BTreeMap, BTreeSet};

use super::architecture::{files_under, is_of_tests, program, source};

/// Rooms without circles.
const ROOMS: &[&str] = &["formats", "import", "read"];

/// Folders that have a circle yet. This list may only get shorter.
const KNOWN: &[&str] = &["import/platforms"];

type Module = Vec<String>;

/// A name that a `use` brings in, and where it is.
struct Use {
    is_public: bool,
    name: String,
    path: Vec<String>,
}

/// Modules with what they bring in and the rest of their code.
#[derive(Default)]
struct Rooms {
    modules: BTreeMap<Module, (Vec<Use>, String)>,
}

impl Rooms {
    fn add(&mut self, file: &str, code: &str) {
        let mut module: Module = file
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        module.pop_if(|last| last == "mod");
        self.modules.insert(module, split(code));
    }

    /// Returns the module that a path ends in.
    fn resolve(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let mut rest = path.iter().peekable();
        let mut module = match path.first()?.as_str() {
            "crate" => {
                rest.next();
                Module::new()
            }
            "super" | "self" => from.clone(),
            first if self.has(&child(from, first)) => from.clone(),
            _ => return None,
        };
        while let Some(step) = rest.next_if(|it| *it == "super" || *it == "self") {
            if step == "super" {
                module.pop();
            }
        }
        while let Some(step) = rest.next() {
            let below = child(&module, step);
            if self.has(&below) {
                module = below;
                continue;
            }
            let uses = self.modules.get(&module).map(|(uses, _)| uses.as_slice());
            let exported = uses.unwrap_or_default().iter();
            let mut exported = exported.filter(|it| it.is_public && it.name == **step);
            if let Some(found) = exported.next().filter(|_| depth < 8) {
                let path: Vec<String> = found.path.iter().chain(rest).cloned().collect();
                return self.resolve(&module, &path, depth + 1);
            }
            break;
        }
        self.modules.contains_key(&module).then_some(module)
    }

    fn has(&self, module: &Module) -> bool {
        self.modules.keys().any(|known| known.starts_with(module))
    }

    fn arrows(&self, from: &Module) -> BTreeSet<Module> {
        let (uses, body) = &self.modules[from];
        let used = uses.iter().filter(|it| !it.is_public);
        let used = used.filter_map(|it| self.resolve(from, &it.path, 0));
        let named = paths(body).into_iter().filter_map(|path| {
            let brought = uses.iter().find(|it| it.name == path[0]);
            let path = match brought {
                Some(brought) => [&brought.path, &path[1..]].concat(),
                None => path,
            };
            self.resolve(from, &path, 0)
        });
        let room = from.first();
        used.chain(named)
            .filter(|to| to != from && to.first() == room)
            .collect()
    }

    /// Returns the files that need themselves, each circle in the order of their names.
    fn circles(&self) -> Vec<BTreeSet<String>> {
        let arrows: BTreeMap<&Module, BTreeSet<Module>> = self
            .modules
            .keys()
            .map(|module| (module, self.arrows(module)))
            .collect();
        let reach = |from: &Module| {
            let mut reached = BTreeSet::new();
            let mut open: Vec<&Module> = arrows[from].iter().collect();
            while let Some(next) = open.pop() {
                if reached.insert(next) {
                    open.extend(&arrows[next]);
                }
            }
            reached
        };
        let reached: BTreeMap<&Module, BTreeSet<&Module>> =
            arrows.keys().map(|from| (*from, reach(from))).collect();
        let circle = |one: &Module| -> BTreeSet<String> {
            let with = reached[one].iter().filter(|it| reached[*it].contains(one));
            with.map(|it| it.join("/")).collect()
        };
        let all: BTreeSet<BTreeSet<String>> = arrows.keys().map(|one| circle(one)).collect();
        all.into_iter().filter(|it| !it.is_empty()).collect()
    }
}

fn child(module: &Module, name: &str) -> Module {
    [module.as_slice(), &[name.to_owned()]].concat()
}

/// Parts a file into what it brings in and the rest.
fn split(code: &str) -> (Vec<Use>, String) {
    let (mut uses, mut rest) = (Vec::new(), String::new());
    let mut open: Option<String> = None;
    for line in code.lines() {
        let is_use = line.starts_with("use ")
            || (line.starts_with("pub") && line.contains(" use ") && !line.contains('"'));
        let mut statement = match open.take() {
            Some(statement) => statement,
            None if is_use => String::new(),
            None => {
                rest.push_str(line);
                rest.push('\n');
                continue;
            }
        };
        statement.push_str(line.trim());
        match statement.strip_suffix(';') {
            Some(statement) => {
                let (visibility, tree) = statement.split_once("use ").unwrap();
                bring_in(!visibility.is_empty(), &[], tree, &mut uses);
            }
            None => open = Some(statement),
        }
    }
    (uses, rest)
}

fn bring_in(is_public: bool, before: &[String], tree: &str, uses: &mut Vec<Use>) {
    let steps = |text: &str| -> Vec<String> {
        let steps = text.split("::").map(str::trim).filter(|it| !it.is_empty());
        before
            .iter()
            .cloned()
            .chain(steps.map(str::to_owned))
            .collect()
    };
    if let Some((front, inside)) = tree.split_once('{') {
        let inside = inside.trim_end().strip_suffix('}').unwrap();
        let mut depth = 0;
        let parts = inside.split(|letter| {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            letter == ',' && depth == 0
        });
        for part in parts.filter(|part| !part.trim().is_empty()) {
            bring_in(is_public, &steps(front), part.trim(), uses);
        }
        return;
    }
    let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
    let mut path = steps(path);
    path.pop_if(|last| last == "self");
    let last = path.last().unwrap().clone();
    uses.push(Use {
        is_public,
        name: if name.is_empty() {
            last
        } else {
            name.to_owned()
        },
        path,
    });
}

/// Returns the paths of two steps and more in code.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    code.split(|letter| !is_path(letter))
        .map(|text| text.trim_matches(':'))
        .filter(|text| text.contains("::"))
        .map(|text| text.split("::").map(str::to_owned).collect())
        .collect()
}

#[test]
fn no_file_needs_itself() {
    let mut rooms = Rooms::default();
    for room in ROOMS {
        for file in files_under(&source().join(room)) {
            let inside = file.strip_prefix(source()).unwrap().to_owned();
            if !is_of_tests(&inside) {
                let name = inside.to_str().unwrap().replace('\\', "/");
                rooms.add(&name, &program(&file));
            }
        }
    }
    let is_inside = |circle: &BTreeSet<String>, folder: &str| {
        circle.iter().all(|member| member.starts_with(folder))
    };
    let circles = rooms.circles();
    let is_known = |circle: &&BTreeSet<String>| KNOWN.iter().any(|it| is_inside(circle, it));
    let new: Vec<_> = circles.iter().filter(|it| !is_known(it)).collect();
    assert!(new.is_empty(), "these files need each other: {new:#?}");
    for folder in KNOWN {
        let is_there = circles.iter().any(|circle| is_inside(circle, folder));
        assert!(
            is_there,
            "{folder} has no circle any more: take it off the list"
        );
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let circles = |files: &[(&str, &str)]| {
        let mut rooms = Rooms::default();
        for (file, code) in files {
            rooms.add(file, code);
        }
        rooms.circles()
    };
    let circle = |members: &[&str]| -> Vec<BTreeSet<String>> {
        vec![members.iter().map(|it| (*it).to_owned()).collect()]
    };
    let below = (
        "room/mod.rs",
        "mod one;\npub use one::{One,\n    Other as Third};\n",
    );
    let one = ("room/one.rs", "use super::two::Two;\n");
    for two in [
        "use super::one::One;\n",
        "use super::{Third, three};\n",
        "fn it() { crate::room::one::it() }\n",
        "use super::one;\nfn it() { one::it() }\n",
        "use crate::room::{\n    one::{self},\n};\n",
    ] {
        let found = circles(&[below, one, ("room/two.rs", two)]);
        assert_eq!(found, circle(&["room/one", "room/two"]), "{two}");
    }
    let downward = circles(&[below, one, ("room/two.rs", "use crate::other::One;\n")]);
    assert!(downward.is_empty(), "{downward:?}");
    let above = circles(&[
        ("room/mod.rs", "fn it() { one::it() }\n"),
        ("room/one.rs", "use super::it;\n"),
    ]);
    assert_eq!(above, circle(&["room", "room/one"]));
}
