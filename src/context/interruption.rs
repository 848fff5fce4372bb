//! Cleans up what must not outlive the process, however it is interrupted: folders with personal data, and programs it
//! started.
//!
//! Once the first of these is added, a thread waits for the signals that end a process, ends those programs, removes
//! those folders, and then lets the signal take effect. Windows has no such signals, and a killed process is not
//! notified anywhere: in these cases the next command removes the folder (see `private_folder.rs`).

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What has to be cleaned up.
#[derive(Default)]
struct Left {
    is_watched: bool,
    folders: Vec<PathBuf>,
    /// Programs, each the leader of a process group.
    groups: Vec<u32>,
}

static LEFT: Mutex<Left> = Mutex::new(Left {
    is_watched: false,
    folders: Vec::new(),
    groups: Vec::new(),
});

fn left() -> MutexGuard<'static, Left> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Adds a folder to be removed.
pub(super) fn add_folder(folder: &Path) {
    let mut left = left();
    left.folders.push(folder.to_owned());
    watch(&mut left);
}

/// Removes a folder with all its content, and forgets it.
pub(super) fn remove_folder(folder: &Path) {
    let mut left = left();
    left.folders.retain(|it| it != folder);
    remove(folder);
}

/// Adds a program to be ended.
pub(super) fn add_group(head: u32) {
    let mut left = left();
    left.groups.push(head);
    watch(&mut left);
}

/// Ends a program with all processes that it started, and forgets it.
pub(super) fn end_group(head: u32) {
    let mut left = left();
    left.groups.retain(|it| *it != head);
    end(head);
}

/// How often the removal of a folder is tried while another process still writes to it.
const ATTEMPTS: u32 = 20;

fn remove(folder: &Path) {
    for _ in 0..ATTEMPTS {
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                // A process that is ending still creates files in it or, on Windows, has one open.
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            _ => return,
        }
    }
}

#[cfg(unix)]
fn end(head: u32) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let head = i32::try_from(head).ok().and_then(Pid::from_raw);
    if let Some(head) = head {
        // A group that has ended needs no signal.
        let _ = kill_process_group(head, Signal::KILL);
    }
}

#[cfg(not(unix))]
fn end(head: u32) {
    let mut command = std::process::Command::new("taskkill");
    command.args(["/T", "/F", "/PID", &head.to_string()]);
    command.stdout(std::process::Stdio::null());
    command.stderr(std::process::Stdio::null());
    drop(command.status());
}

#[cfg(unix)]
fn watch(left: &mut Left) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    if left.is_watched {
        return;
    }
    let arrived = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&arrived);
    let watching = std::thread::Builder::new().spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(50));
            let Ok(signal @ 1..) = i32::try_from(seen.load(Ordering::Relaxed)) else {
                continue;
            };
            clear();
            drop(signal_hook::low_level::emulate_default_handler(signal));
        }
    });
    // Without the thread a signal would be ignored, so it keeps its default effect.
    if watching.is_ok() {
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            let number = usize::try_from(signal).unwrap_or_default();
            drop(signal_hook::flag::register_usize(
                signal,
                Arc::clone(&arrived),
                number,
            ));
        }
        left.is_watched = true;
    }
}

#[cfg(not(unix))]
fn watch(left: &mut Left) {
    left.is_watched = true;
}

/// Cleans up everything.
#[cfg(unix)]
fn clear() {
    let left = left();
    left.groups.iter().for_each(|head| end(*head));
    left.folders.iter().for_each(|folder| remove(folder));
    // Prevents anything new from being added while the process ends.
    std::mem::forget(left);
}
