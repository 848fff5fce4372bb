//! Finds a browser that is installed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::Environment;
use super::SECONDS;
use super::printing::Browser;
use crate::catalogue::messages::pdf as words;
use crate::error::Error;
use crate::message;

/// The variable with the browser to use.
const VARIABLE: &str = "ROLLCALL_BROWSER";

/// The default timeout: the first start after an update is slow on some machines.
const PATIENCE: Duration = Duration::from_mins(2);

/// Where to look for a browser.
#[derive(Debug, Clone)]
pub(in crate::context) struct Browsers {
    /// The browser given in the environment.
    named: Option<PathBuf>,
    /// The folders in `PATH`.
    path: Vec<PathBuf>,
    /// The usual paths of browsers.
    places: Vec<PathBuf>,
    /// The home folder; snap packages only see a folder of their own in it.
    home: Option<PathBuf>,
    patience: Duration,
}

impl Browsers {
    /// Reads the settings for browsers from the environment.
    ///
    /// # Errors
    /// If a variable has an invalid value.
    pub(in crate::context) fn of(environment: &Environment) -> Result<Self, Error> {
        // On Windows `Path` and `PATH` are the same variable.
        let is_called = |known: &OsString, name: &str| {
            if cfg!(windows) {
                known.eq_ignore_ascii_case(name)
            } else {
                known == name
            }
        };
        let raw = |name: &str| {
            let mut variables = environment.variables.iter();
            let found = variables.find(|(known, _)| is_called(known, name));
            found.map(|(_, value)| value)
        };
        let path = raw("PATH").map(|path| std::env::split_paths(path).collect());
        Ok(Self {
            named: environment.variable(VARIABLE).map(PathBuf::from),
            path: path.unwrap_or_default(),
            places: usual_places(|name| raw(name).map(PathBuf::from)),
            home: raw("HOME").map(PathBuf::from),
            patience: match environment.variable(SECONDS) {
                Some(text) => match text.parse() {
                    Ok(seconds @ 1..=86_400) => Duration::from_secs(seconds),
                    _ => {
                        return Err(Error::usage(message!(errors::variable {
                            name: SECONDS,
                            reason: words::WRITE_SECONDS
                        })));
                    }
                },
                None => PATIENCE,
            },
        })
    }

    /// Finds the browser: the given one, else the one in the environment, else an installed one.
    ///
    /// # Errors
    /// If there is none, or the given one does not exist.
    pub(in crate::context) fn find(&self, said: Option<&Path>) -> Result<Browser, Error> {
        let named = match (said, &self.named) {
            (Some(said), _) => Some((said, message!(pdf::not_there { program: said }))),
            (None, Some(named)) => Some((
                named.as_path(),
                message!(pdf::variable_not_there {
                    program: named,
                    variable: VARIABLE
                }),
            )),
            (None, None) => None,
        };
        let program = match named {
            Some((name, missing)) => self.named(name).ok_or_else(|| {
                Error::new(missing)
                    .hinted(words::NAME_A_BROWSER)
                    .hinted(words::PRINT_THE_PAGE)
            })?,
            None => self.usual().ok_or_else(|| {
                Error::new(words::NO_BROWSER)
                    .hinted(words::INSTALL_ONE)
                    .hinted(words::NAME_A_BROWSER)
                    .hinted(words::PRINT_THE_PAGE)
            })?,
        };
        Ok(Browser {
            folder: self.folder_for(&program),
            program,
            patience: self.patience,
        })
    }

    /// Finds a browser by its path or by its name in `PATH`; on macOS also by its application.
    fn named(&self, name: &Path) -> Option<PathBuf> {
        let inside = name
            .file_stem()
            .map(|stem| name.join("Contents/MacOS").join(stem));
        let is_a_name = name.components().count() == 1;
        let on_path = self.path.iter().filter(|_| is_a_name);
        let on_path = on_path.map(|folder| folder.join(name));
        let candidates = on_path.chain([name.to_owned()]).chain(inside);
        let mut candidates = candidates.flat_map(|it| {
            let windows = cfg!(windows).then(|| it.with_added_extension("exe"));
            [it].into_iter().chain(windows)
        });
        let found = candidates.find(|it| is_program(it))?;
        // It is started in another folder.
        std::path::absolute(found).ok()
    }

    /// Finds an installed browser.
    fn usual(&self) -> Option<PathBuf> {
        let on_path = NAMES.iter().flat_map(|name| {
            let folders = self.path.iter();
            folders.map(move |folder| folder.join(name))
        });
        let mut candidates = on_path.chain(self.places.iter().cloned());
        candidates.find(|it| is_program(it))
    }

    /// Returns the parent of the private folder for a browser. One that is installed as a snap only sees its own
    /// temporary files.
    fn folder_for(&self, program: &Path) -> PathBuf {
        let is_snap = program.starts_with("/snap")
            || program
                .canonicalize()
                .is_ok_and(|it| it.ends_with("usr/bin/snap"));
        let name = program.file_name().unwrap_or_default();
        let own = self.home.as_ref().filter(|_| is_snap);
        let own = own.map(|home| home.join("snap").join(name).join("common"));
        own.filter(|it| it.is_dir())
            .unwrap_or_else(std::env::temp_dir)
    }
}

/// The names of browsers in `PATH`, those of the system's vendor first.
#[cfg(windows)]
const NAMES: [&str; 3] = ["msedge.exe", "chrome.exe", "chromium.exe"];

/// The names of browsers in `PATH`.
#[cfg(not(windows))]
const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
];

/// Returns the usual paths of browsers; `folder` returns the folder in a variable.
fn usual_places(folder: impl Fn(&str) -> Option<PathBuf>) -> Vec<PathBuf> {
    if cfg!(windows) {
        let folders = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"];
        let folders: Vec<PathBuf> = folders.into_iter().filter_map(folder).collect();
        let programs = [
            r"Microsoft\Edge\Application\msedge.exe",
            r"Google\Chrome\Application\chrome.exe",
            r"Chromium\Application\chrome.exe",
        ];
        return under_each(&programs, &folders);
    }
    if cfg!(target_os = "macos") {
        let own = folder("HOME").map(|home| home.join("Applications"));
        let folders: Vec<PathBuf> = [PathBuf::from("/Applications")]
            .into_iter()
            .chain(own)
            .collect();
        let programs = [
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "Chromium.app/Contents/MacOS/Chromium",
        ];
        return under_each(&programs, &folders);
    }
    let programs = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/microsoft-edge",
        "/opt/google/chrome/chrome",
        "/opt/microsoft/msedge/msedge",
        "/usr/lib/chromium/chromium",
        "/snap/bin/chromium",
    ];
    programs.map(PathBuf::from).into()
}

fn under_each(programs: &[&str], folders: &[PathBuf]) -> Vec<PathBuf> {
    let under = |program: &&str| {
        folders
            .iter()
            .map(|it| it.join(program))
            .collect::<Vec<_>>()
    };
    programs.iter().flat_map(under).collect()
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = std::fs::metadata(path);
    metadata.is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    fn browsers() -> Browsers {
        Browsers {
            named: None,
            path: Vec::new(),
            places: Vec::new(),
            home: None,
            patience: PATIENCE,
        }
    }

    #[test]
    fn where_there_is_none_both_languages_say_what_to_do() {
        let error = browsers().find(None).unwrap_err();
        assert_eq!(error.exit().code(), 1);
        let mut said = Vec::new();
        error.write(&mut said, Language::En, false).unwrap();
        error.write(&mut said, Language::De, false).unwrap();
        let said = String::from_utf8(said).unwrap();
        for word in [
            "Edge",
            "ROLLCALL_BROWSER",
            "-o FILE.html",
            "Installieren Sie",
        ] {
            assert!(said.contains(word), "{word}: {said}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn it_is_found_on_the_path_in_its_place_and_by_its_name() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let program = |name: &str, mode| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, "").unwrap();
            std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
            path
        };
        let no_program = program("a/chromium", 0o600);
        let chrome = program("b/google-chrome", 0o700);
        let placed = program("c/chrome", 0o700);
        let app = program("My Browser.app/Contents/MacOS/My Browser", 0o700);
        let mut browsers = browsers();
        browsers.places.push(placed.clone());
        let found = |browsers: &Browsers, said: Option<&Path>| {
            let found = browsers.find(said);
            found
                .map(|it| it.program)
                .map_err(|it| it.message.in_english())
        };
        assert_eq!(found(&browsers, None), Ok(placed));
        let path = [no_program.parent().unwrap(), chrome.parent().unwrap()];
        browsers.path = path.map(Path::to_owned).into();
        assert_eq!(found(&browsers, None), Ok(chrome.clone()));
        let named = Path::new("google-chrome");
        assert_eq!(found(&browsers, Some(named)), Ok(chrome));
        let bundle = folder.path().join("My Browser.app");
        assert_eq!(found(&browsers, Some(&bundle)), Ok(app));
        browsers.named = Some("firefox".into());
        assert!(
            found(&browsers, None)
                .unwrap_err()
                .contains("ROLLCALL_BROWSER")
        );
        assert!(found(&browsers, Some(&no_program)).is_err());
    }
}
