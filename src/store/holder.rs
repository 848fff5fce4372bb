//! Finds out which program keeps the file busy, if the system reports it.

use std::path::Path;

/// A program that holds a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Its name.
    pub name: String,
    /// Its process id.
    pub process: u32,
}

/// Returns the program that holds a lock on a file, or on one that SQLite keeps next to it.
#[cfg(target_os = "linux")]
pub(super) fn of(path: &Path) -> Option<Holder> {
    use std::os::unix::fs::MetadataExt as _;
    let inode = format!(":{}", std::fs::metadata(path).ok()?.ino());
    let locks = std::fs::read_to_string("/proc/locks").ok()?;
    let own = std::process::id();
    // 1: POSIX  ADVISORY  WRITE 4711 08:01:131 1073741824 1073742335
    // An arrow marks waiting processes.
    let mut held = locks.lines().filter(|line| !line.contains("->"));
    let process: u32 = held.find_map(|line| {
        let mut words = line
            .split_whitespace()
            .skip_while(|word| *word != "WRITE" && *word != "READ");
        let process = words.nth(1)?.parse().ok()?;
        (words.next()?.ends_with(&inode) && process != own).then_some(process)
    })?;
    let name = std::fs::read_to_string(format!("/proc/{process}/comm")).ok()?;
    Some(Holder {
        name: name.trim().to_owned(),
        process,
    })
}

/// Other systems require privileges that organisers do not have.
#[cfg(not(target_os = "linux"))]
pub(super) fn of(_path: &Path) -> Option<Holder> {
    None
}
