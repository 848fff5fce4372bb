//! Every page in a real browser: nothing complained of, nothing fetched, nothing cut off, nobody shut out.
//!
//! Where no browser is installed the tests are skipped, and say so. `ROLLCALL_AXE` names the file of the
//! accessibility checker axe-core (`axe.min.js`); without it that part is skipped.

mod devtools;

use std::ops::RangeInclusive;
use std::path::PathBuf;

use serde_json::Value;

use crate::hostile::hostile_desk;
use crate::support::World;
use devtools::{Browser, variable};

/// Pixels of a line on A4 between the margins, upright and across, at 96 to the inch.
const UPRIGHT: usize = 688;
const ACROSS: usize = 1017;

/// The pseudo-language, whose words are a third longer; its sheets of paper are not counted.
const LONGER: &str = "qps";

/// Every page, with how many sheets of paper it has. The sheets of running text depend a little on the fonts.
const PAGES: &[(&[&str], RangeInclusive<usize>)] = &[
    (&["report", "attendance"], 8..=10),
    (&["report", "attendance", "--by", "person"], 2..=4),
    (
        &[
            "report",
            "sign-in",
            "--session",
            "breakout-c",
            "--blank",
            "3",
        ],
        1..=2,
    ),
    (&["report", "sign-in"], 9..=26),
    (&["report", "sign-in", "--by", "event"], 3..=5),
    (&["report", "evidence"], 3..=5),
    (&["report", "door"], 4..=6),
    (&["report", "participants", "--addresses"], 2..=3),
    (&["report", "answers", "--by", "session"], 1..=8),
    (&["report", "attendance", "--by", "matrix"], 1..=3),
    (&["report", "organisations", "--absent"], 1..=1),
    (&["report", "sessions"], 1..=2),
    (&["report", "organisations"], 1..=3),
    (&["report", "no-shows"], 1..=1),
    (&["report", "curve"], 1..=2),
    (&["report", "history"], 3..=5),
    (&["export", "people"], 3..=6),
    (&["export", "signups"], 8..=40),
    (&["person", "show", "Sabine Reuter"], 1..=2),
    (&["session", "show", "keynote"], 1..=4),
    (&["report", "event"], 4..=5),
    (&["report", "event", "--public"], 2..=3),
    // A letter each.
    (
        &["report", "certificate", "--person", "Sabine Reuter"],
        1..=1,
    ),
    (&["report", "certificate", "--all"], 58..=70),
    (&["export", "mailing"], 8..=40),
];

/// Runs the demo, and the command once a language; returns the files.
fn pages(world: &World, command: &[&str]) -> Vec<PathBuf> {
    let of = |language: &str| {
        let name = format!("{}.{language}.html", command.join("_").replace(' ', "_"));
        let mut arguments = command.to_vec();
        arguments.extend([
            "--db",
            "rollcall-demo/rollcall.db",
            "--lang",
            language,
            "--format",
            "html",
        ]);
        let page = world.run(&arguments).code(0).stdout;
        world.write(&name, page);
        world.path().join(name)
    };
    ["en", "de", LONGER].map(of).into()
}

#[test]
fn every_page_opens_prints_and_is_readable_by_everybody() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let axe = axe();
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    let mut faults = Vec::new();
    for (command, sheets) in PAGES {
        for page in pages(&world, command) {
            browser.open(&page);
            let name = page.file_name().unwrap().display();
            let mut add = |fault: String| faults.push(format!("{name}: {fault}"));
            browser.complaints(&page).into_iter().for_each(&mut add);
            if let Some(axe) = &axe {
                unreadable(&mut browser, axe).into_iter().for_each(&mut add);
            }
            let layout = browser.evaluate("document.body.className");
            let paper = if layout == "landscape" {
                ACROSS
            } else {
                UPRIGHT
            };
            browser.resize(paper, true);
            let is_longer = name.to_string().contains(LONGER);
            // The table with most columns has no room for longer words on paper; it is for programs.
            let is_full = is_longer && *command == ["export", "signups"];
            let cut_off = cut_off(&mut browser).into_iter();
            cut_off
                .filter(|_| !is_full)
                .map(|it| format!("on paper {it}"))
                .for_each(&mut add);
            browser.resize(360, false);
            // Tables scroll by themselves; the page does not.
            let width = browser.evaluate("document.documentElement.scrollWidth");
            if width != 360 {
                add(format!("{width} pixels wide on a telephone of 360"));
            }
            let printed = browser.sheets();
            let letters = browser.evaluate("document.querySelectorAll('.letters .page').length");
            if letters != 0 && letters != printed {
                add(format!("{letters} letters on {printed} sheets"));
            }
            if !is_longer && !sheets.contains(&printed) {
                add(format!("{printed} sheets of paper instead of {sheets:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns the browser that the environment of the tests names.
pub(crate) fn named() -> Option<std::ffi::OsString> {
    variable("ROLLCALL_BROWSER")
}

/// Returns what stands beyond the right edge.
fn cut_off(browser: &mut Browser) -> Vec<String> {
    let found = browser.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, p, th, td, dd, li, svg')]
            .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 3).map(it => `cut off: <${it.tagName}> ${it.textContent.slice(0, 60)}`)",
    );
    texts(&found)
}

/// Returns the accessibility checker.
fn axe() -> Option<String> {
    let file = variable("ROLLCALL_AXE");
    if file.is_none() {
        eprintln!("skipped: ROLLCALL_AXE names no axe.min.js, so accessibility is not checked");
    }
    file.map(|file| std::fs::read_to_string(file).unwrap())
}

/// Returns what axe-core finds at fault, but for trifles.
fn unreadable(browser: &mut Browser, axe: &str) -> Vec<String> {
    browser.evaluate(&format!("{axe}; 1"));
    // The longer language is the tests' own: no list of languages has it.
    let found = browser.evaluate(&format!(
        "axe.run(document, {{ rules: {{
                'html-lang-valid': {{ enabled: document.documentElement.lang !== '{LONGER}' }}
            }} }}).then(it => it.violations
            .filter(it => ['serious', 'critical', 'moderate'].includes(it.impact))
            .map(it => `${{it.impact}}: ${{it.help}}: ${{it.nodes[0].html.slice(0, 120)}}`))",
    ));
    texts(&found)
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn an_index_leads_to_pages() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    let index = world.path().join("rollcall-demo/dossier/index.html");
    browser.open(&index);
    assert_eq!(browser.complaints(&index), [""; 0]);
    if let Some(axe) = axe() {
        assert_eq!(unreadable(&mut browser, &axe), [""; 0]);
    }
    let first = browser.evaluate("document.querySelector('.links a').href");
    let first = PathBuf::from(first.as_str().unwrap().trim_start_matches("file://"));
    browser.open(&first);
    let title = browser.evaluate("document.title");
    assert_eq!(title, "Follow-up report: go-cluster meeting, autumn 2020");
}

#[test]
fn nothing_that_somebody_typed_is_obeyed() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let desk = hostile_desk();
    let page = desk.path().join("page.html");
    let mut faults = Vec::new();
    for command in [
        &["report", "event"][..],
        &["report", "attendance"],
        &["report", "organisations"],
        &["export", "people"],
        &["export", "signups"],
    ] {
        let line = [command, &["--event", "e", "-o", page.to_str().unwrap()][..]].concat();
        desk.run(&line).success();
        browser.open(&page);
        let complaints = browser.complaints(&page);
        faults.extend(complaints.iter().map(|it| format!("{command:?}: {it}")));
        let strange = "document.querySelectorAll('script, img, iframe, object, embed, form, a, link, base').length";
        if browser.evaluate(strange) != 0 {
            faults.push(format!("{command:?}: elements that no page has"));
        }
        let shown =
            browser.evaluate("document.body.innerText.includes('<script>alert(1)</script>')");
        if shown != true {
            faults.push(format!("{command:?}: what was typed cannot be read"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_page_with_faults_is_found_out() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let world = World::new();
    world.write(
        "bad.html",
        "<!DOCTYPE html><html lang=en><title>t</title><h1 style='width:3000px'>wide</h1>\
         <img src='other.png'><script>console.error('no'); throw new Error('x')</script>",
    );
    let page = world.path().join("bad.html");
    browser.open(&page);
    let complaints = browser.complaints(&page).join("\n");
    for part in ["requested: ", "printed: ", "thrown: "] {
        assert!(complaints.contains(part), "{part} not in {complaints}");
    }
    browser.resize(UPRIGHT, true);
    assert_eq!(cut_off(&mut browser), ["cut off: <H1> wide"]);
    if let Some(axe) = axe() {
        let found = unreadable(&mut browser, &axe).join("\n");
        assert!(
            found.contains("critical: Images must have alternat"),
            "{found}"
        );
    }
    assert_eq!(browser.sheets(), 1);
}
