//! Programs that speak to Fadepad with the y-websocket provider, unchanged: version 3.1 and 2.1
//! (the scenes are in `tests/node/stock.mjs`).

use crate::support::played;
use crate::support::sealed::Pair;

#[test]
fn two_people_type_at_once_and_read_the_same() {
    play("two people type at once and read the same");
}

#[test]
fn who_comes_is_seen_and_who_goes_is_no_longer() {
    play("who comes is seen and who goes is no longer");
}

#[test]
fn what_was_typed_offline_is_merged() {
    play("what was typed offline is merged");
}

#[test]
fn a_viewer_reads_and_cannot_write() {
    play("a viewer reads and cannot write");
}

#[test]
fn a_wrong_key_is_refused() {
    play("a wrong key is refused");
}

#[test]
fn a_pad_that_is_not_there_is_refused() {
    play("a pad that is not there is refused");
}

#[test]
fn a_pad_that_the_host_ends_is_gone() {
    play("a pad that the host ends is gone");
}

/// A client of another protocol that comes in by the wrong door.
#[test]
fn a_hocuspocus_provider_is_told_the_way_wherever_it_comes_in() {
    let scene = "it is told the way wherever it comes in";
    let pair = Pair::new(&format!("hocuspocus {scene}"), &["127.0.0.1"]);
    for encrypted in [false, true] {
        played::play("hocuspocus.mjs", scene, &pair, encrypted, &[]);
    }
}

/// At its own door it is at home (`tests/node/hocuspocus.mjs`).
#[test]
fn the_hocuspocus_provider_runs_unchanged() {
    let pair = Pair::new("hocuspocus", &["127.0.0.1"]);
    for scene in [
        "two providers and a page of ours are in one pad",
        "several documents share a connection, also twice the same",
        "who only reads is told so, and nothing of theirs is taken",
        "a wrong key is refused, and the connection stays",
        "what was typed offline comes with the return",
        "stateless messages are refused politely",
        "the end is told, and the connection stays",
    ] {
        for encrypted in [false, true] {
            let flags = ["--create", "anyone"];
            played::play_in(&flags, ("hocuspocus.mjs", scene), &pair, encrypted, &[]);
        }
    }
}

/// With a provider that shows whether its words are taken (`tests/node/acks.mjs`).
#[test]
fn what_is_typed_is_acknowledged_to_who_asks_for_it() {
    let pair = Pair::new("acks", &["127.0.0.1"]);
    for scene in [
        "what is typed is green once it is taken",
        "while others write everyone's own words turn green",
        "what was typed offline is green after the return, and what was taken before it",
        "what is not taken is never green",
    ] {
        played::play("acks.mjs", scene, &pair, false, &[]);
    }
}

/// Plays a scene with each version of the client, in a server of its own, and once over TLS, with a
/// certificate that the client trusts.
fn play(scene: &str) {
    let pair = Pair::new(&format!("stock {scene}"), &["127.0.0.1"]);
    for (version, encrypted) in [("3", false), ("2", false), ("3", true)] {
        played::play("stock.mjs", scene, &pair, encrypted, &[("version", version)]);
    }
}
