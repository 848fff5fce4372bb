//! The demo's whole output, in both languages.

use crate::support::{World, golden};

#[test]
fn demo_tells_the_story() {
    let world = World::new();
    golden("demo.txt", world.run(&["demo"]).code(0));
}

#[test]
fn demo_tells_the_story_in_german() {
    let world = World::new();
    golden("demo-de.txt", world.line("demo --lang de").code(0));
}

#[test]
fn demo_takes_a_free_folder_and_never_a_used_one() {
    let world = World::new();
    std::fs::create_dir(world.path().join("used")).unwrap();
    world.write("used/notes.txt", "mine");
    golden("demo-used.txt", world.run(&["demo", "used"]).code(1));
    world.run(&["demo", "--quiet"]).success();
    world.run(&["demo", "--quiet"]).success();
    assert!(world.path().join("rollcall-demo-2/rollcall.db").exists());
}
