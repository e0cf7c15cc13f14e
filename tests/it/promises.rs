//! What is promised to whoever comes in is kept at every door: one suite of scenes
//! (`tests/node/promises.mjs`), played by everyone who can come in (`tests/node/doors.mjs`).

use crate::support::played;
use crate::support::sealed::Pair;

/// The doors, each with what it brings along: a client and an encoding.
const DOORS: &[&str] = &[
    "y-websocket",
    "phoenix, array",
    "phoenix, base64",
    "phoenix, binary",
    "phoenix, polled",
    "y-phoenix-channel",
    "hocuspocus",
    "provider, array",
    "provider, base64",
    "provider, binary",
    "provider, polled",
];

#[test]
fn what_one_types_all_read_also_who_comes_later() {
    play("what one types all read, also who comes later");
}

#[test]
fn what_was_typed_on_both_sides_of_a_lost_connection_is_merged() {
    play("what was typed on both sides of a lost connection is merged");
}

#[test]
fn a_viewer_reads_and_cannot_write() {
    play("a viewer reads and cannot write");
}

#[test]
fn everyone_sees_who_is_here_and_who_has_left_no_longer() {
    play("everyone sees who is here, and who has left no longer");
}

#[test]
fn the_end_is_told_and_nobody_tries_again() {
    play("the end is told, and nobody tries again");
}

#[test]
fn after_a_restart_with_the_same_secret_all_is_there_again() {
    play("after a restart with the same secret all is there again");
}

#[test]
fn fifty_read_the_same() {
    play("fifty read the same");
}

#[test]
fn one_who_does_not_read_holds_up_nobody_and_is_brought_into_step() {
    let has_a_socket = |door: &&str| !door.ends_with("polled");
    let doors = DOORS.iter().copied().filter(has_a_socket);
    play_at("one who does not read holds up nobody and is brought into step", doors);
}

fn play(scene: &str) {
    play_at(scene, DOORS.iter().copied());
}

/// Plays a scene at each of these doors, in a server of its own.
fn play_at(scene: &str, doors: impl Iterator<Item = &'static str>) {
    let pair = Pair::new(&format!("promises {scene}"), &["127.0.0.1"]);
    for door in doors {
        played::play("promises.mjs", scene, &pair, false, &[("door", door)]);
    }
}
