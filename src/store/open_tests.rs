use super::*;

#[test]
fn a_foreign_a_newer_and_a_missing_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    assert!(matches!(Store::open(&path), Err(StoreError::Missing(_))));

    std::fs::write(&path, "name,email\n".repeat(100)).unwrap();
    assert!(matches!(
        Store::open(&path),
        Err(StoreError::Foreign { .. })
    ));

    let other = folder.path().join("b.db");
    drop(Store::create(&other).unwrap());
    let connection = connect(&other).unwrap();
    connection
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    drop(connection);
    assert!(matches!(
        Store::open(&other),
        Err(StoreError::Newer { found: 99, .. })
    ));
}

#[cfg(unix)]
#[test]
fn the_file_and_its_copy_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = Store::create(&path).unwrap();
    let copy = folder.path().join("copy.db");
    store.copy_to(&copy).unwrap();
    for file in [path, copy] {
        let mode = std::fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn an_older_file_that_takes_no_change_says_why_it_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    drop(connect_new(&path));
    let mut connection = connect_to_read(&path);
    let refused = upgrade(&mut connection, &path, 1).unwrap_err();
    let StoreError::Upgrade { source, .. } = refused else {
        panic!("{refused:?}");
    };
    assert!(matches!(*source, StoreError::ReadOnly(_)), "{source:?}");
    assert!(!with_suffix(&path, ".layout1").exists());
}

#[expect(
    clippy::disallowed_methods,
    reason = "as SQLite opens a file that may only be read"
)]
fn connect_to_read(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

/// Creates a file of the first layout.
fn connect_new(path: &Path) -> Connection {
    std::fs::File::create(path).unwrap();
    let connection = connect(path).unwrap();
    connection.execute_batch(layout::LAYOUTS[0].sql).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    connection
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let connection = connect_new(&path);
    // The name that the second layout needs is in use.
    connection
        .execute_batch("CREATE TABLE written_file (id INTEGER)")
        .unwrap();
    drop(connection);
    let before = std::fs::read(&path).unwrap();
    for _ in 0..2 {
        let refused = Store::open(&path).unwrap_err();
        assert!(matches!(refused, StoreError::Upgrade { .. }), "{refused:?}");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
    let copies = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(copies, 2, "the file and one copy of it");
}
