//! Our own provider (`clients/phoenix-provider`) against the real binary: what it does beyond what
//! every door promises (the scenes are in `tests/node/provider.mjs`).

use crate::support::played;
use crate::support::sealed::Pair;

#[test]
fn cursors_names_and_colours_are_seen_both_ways() {
    play("cursors, names and colours are seen both ways");
}

#[test]
fn a_cursor_that_no_editor_could_look_up_is_none() {
    play("a cursor that no editor could look up is none");
}

#[test]
fn who_comes_back_is_seen_once_and_oneself_never() {
    play("who comes back is seen once, and oneself never");
}

#[test]
fn what_the_server_has_is_told_and_what_not_yet() {
    play("what the server has is told, and what not yet");
}

#[test]
fn a_pasted_book_is_taken_and_what_no_pad_holds_is_refused_for_good() {
    play("a pasted book is taken, and what no pad holds is refused for good");
}

#[test]
fn the_host_steers_and_all_hear_why_it_ends() {
    play("the host steers, and all hear why it ends");
}

#[test]
fn who_is_not_let_in_is_told_why_once() {
    play("who is not let in is told why, once");
}

#[test]
fn who_leaves_takes_nothing_along_and_leaves_nothing_behind() {
    play("who leaves takes nothing along and leaves nothing behind");
}

/// Plays a scene in a server of its own, and once more over TLS, with a certificate that the client
/// trusts.
fn play(scene: &str) {
    let pair = Pair::new(&format!("provider {scene}"), &["127.0.0.1"]);
    for encrypted in [false, true] {
        played::play("provider.mjs", scene, &pair, encrypted, &[]);
    }
}
