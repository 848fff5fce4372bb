//! Runs a browser that prints one page.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::super::interruption;
use super::super::private_folder::PrivateFolder;
use super::SECONDS;
use crate::catalogue::Message;
use crate::catalogue::messages::pdf as words;
use crate::error::Error;
use crate::message;

/// The interval at which the browser is checked.
const STEP: Duration = Duration::from_millis(20);

/// Its options, except for the files.
const OPTIONS: &[&str] = &[
    "--headless",
    "--no-pdf-header-footer",
    // The former name of the previous option.
    "--print-to-pdf-no-header",
    "--disable-gpu",
    "--hide-scrollbars",
    // The PDF contains this as the program that created it.
    "--user-agent=rollcall",
    "--mute-audio",
    "--disable-dev-shm-usage",
    // No dialogs, no access to the user's keyring, no crash reports.
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-default-apps",
    "--disable-crash-reporter",
    "--disable-breakpad",
    "--password-store=basic",
    "--use-mock-keychain",
    // No network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-sync",
    "--disable-quic",
    "--metrics-recording-only",
    "--no-pings",
    "--dns-prefetch-disable",
    "--host-resolver-rules=MAP * ~NOTFOUND",
];

/// A browser that was found.
#[derive(Debug, Clone)]
pub(in crate::context) struct Browser {
    pub(super) program: PathBuf,
    /// The parent of its private folder.
    pub(super) folder: PathBuf,
    pub(super) patience: Duration,
}

impl Browser {
    /// Creates the private folder for a page.
    ///
    /// # Errors
    /// If there is no room for it.
    pub(in crate::context) fn desk(&self) -> Result<Desk, Error> {
        let folder = PrivateFolder::create(&self.folder);
        let folder = folder.map_err(|error| no_room(&self.folder, &error))?;
        Ok(Desk { folder })
    }

    /// Prints the page on a desk; returns the PDF, open for reading.
    ///
    /// # Errors
    /// If the browser does not start, fails, takes too long, or does not write a complete PDF.
    pub(in crate::context) fn print(&self, desk: &Desk) -> Result<File, Error> {
        let failed = |error: Error| {
            error
                .hinted(words::TRY_ANOTHER)
                .hinted(words::PRINT_THE_PAGE)
        };
        let said = desk.path().join("said.txt");
        let mut running = self
            .start(desk, &said)
            .map_err(|error| failed(self.not_started(&error)))?;
        let ended = running.wait(self.patience);
        drop(running);
        let status = match ended {
            Ok(Some(status)) => status,
            Ok(None) => {
                let made = Error::new(message!(pdf::takes_too_long {
                    program: self.program,
                    seconds: self.patience.as_secs()
                }));
                return Err(failed(
                    made.hinted(message!(pdf::give_it_time { variable: SECONDS })),
                ));
            }
            Err(error) => return Err(failed(self.not_started(&error))),
        };
        if let Some(pdf) = whole_pdf(&desk.pdf()) {
            return Ok(pdf);
        }
        let program = &self.program;
        let mut made = Error::new(match status.code() {
            Some(0) => message!(pdf::wrote_nothing { program }),
            Some(code) => message!(pdf::ended_with { program, code }),
            None => message!(pdf::was_ended { program }),
        });
        if let Some(line) = last_line(&said) {
            made = made.because(Message::verbatim(line));
        }
        Err(failed(made))
    }

    fn not_started(&self, error: &io::Error) -> Error {
        let program = &self.program;
        Error::new(message!(pdf::does_not_start { program })).caused_by(error)
    }

    fn start(&self, desk: &Desk, said: &Path) -> io::Result<Running> {
        let said = File::create_new(said)?;
        let folder = desk.path();
        let option = |name: &str, value: &Path| {
            let mut option = OsString::from(name);
            option.push(value);
            option
        };
        let mut command = Command::new(&self.program);
        command
            .args(OPTIONS)
            .arg(option("--user-data-dir=", &folder.join("profile")))
            .arg(option("--crash-dumps-dir=", &folder.join("profile")))
            .arg(option("--print-to-pdf=", &desk.pdf()));
        if desk.folder.is_of_root() {
            // Otherwise it refuses to run as root, as in a container. It only opens our own page.
            command.arg("--no-sandbox");
        }
        command
            .arg(url(&desk.page()))
            .current_dir(folder)
            .env("CHROME_CONFIG_HOME", folder.join("config"))
            .env("GSETTINGS_BACKEND", "memory")
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said);
        if cfg!(target_os = "linux") && folder.as_os_str().len() < SHORT_ENOUGH {
            command.env("TMPDIR", folder);
        }
        // Its child processes are ended with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn()?;
        interruption::add_group(child.id());
        Ok(Running { child })
    }
}

/// The path of a socket is limited to about a hundred bytes; the browser adds about fifty to its temporary folder.
const SHORT_ENOUGH: usize = 50;

/// The private folder with a page and its PDF.
#[derive(Debug)]
pub(in crate::context) struct Desk {
    folder: PrivateFolder,
}

impl Desk {
    /// Returns the path at which to write the page.
    pub(in crate::context) fn page(&self) -> PathBuf {
        self.path().join("page.html")
    }

    fn pdf(&self) -> PathBuf {
        self.path().join("page.pdf")
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the error for a page that cannot be written.
    pub(in crate::context) fn no_room(&self, error: &io::Error) -> Error {
        no_room(self.path(), error)
    }
}

fn no_room(folder: &Path, error: &io::Error) -> Error {
    let made = Error::new(message!(pdf::no_room { folder })).caused_by(error);
    made.hinted(words::MAKE_ROOM)
}

/// A running browser, which is ended on drop.
struct Running {
    child: Child,
}

impl Running {
    /// Waits for the end; `None` if it takes too long.
    fn wait(&mut self, patience: Duration) -> io::Result<Option<ExitStatus>> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Some(status));
            }
            if begun.elapsed() > patience {
                return Ok(None);
            }
            std::thread::sleep(STEP);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        interruption::end_group(self.child.id());
        // It has ended or is about to; without this it would remain as a zombie process.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Opens a PDF if it is complete from its first to its last marker.
fn whole_pdf(path: &Path) -> Option<File> {
    use std::io::{Read as _, Seek as _, SeekFrom};
    let mut file = File::open(path).ok()?;
    let mut first = [0; 5];
    file.read_exact(&mut first).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(32))).ok()?;
    let mut last = Vec::new();
    file.read_to_end(&mut last).ok()?;
    file.rewind().ok()?;
    let is_whole = first == *b"%PDF-" && last.windows(5).any(|it| it == b"%%EOF");
    is_whole.then_some(file)
}

/// Returns the last line of the browser's output, which contains the reason of a failure.
fn last_line(said: &Path) -> Option<String> {
    let said = String::from_utf8_lossy(&std::fs::read(said).ok()?).into_owned();
    let line = said.lines().map(str::trim).rfind(|line| !line.is_empty())?;
    Some(line.chars().take(200).collect())
}

/// Returns the URL of a file.
fn url(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = if cfg!(windows) {
        format!("/{}", path.replace('\\', "/"))
    } else {
        path.into_owned()
    };
    let sign = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    std::iter::once("file://".to_owned())
        .chain(path.bytes().map(sign))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_sign_that_means_something_else() {
        if !cfg!(windows) {
            let path = Path::new("/tmp/Jürgen #1?/page 2%.html");
            assert_eq!(
                url(path),
                "file:///tmp/J%C3%BCrgen%20%231%3F/page%202%25.html"
            );
        }
    }

    #[test]
    fn half_a_pdf_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.pdf");
        for (bytes, is_whole) in [
            ("", false),
            ("%PDF-1.4", false),
            ("<html>%%EOF", false),
            ("%PDF-1.4\n1 0 obj\n%%EOF\n", true),
        ] {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(whole_pdf(&path).is_some(), is_whole, "{bytes}");
        }
        assert!(whole_pdf(&folder.path().join("other.pdf")).is_none());
    }
}
