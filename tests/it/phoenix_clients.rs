//! Programs that speak to Fadepad as they speak to Phoenix, unchanged: the official client (1.8)
//! with its Presence class, and y-phoenix-channel (the scenes are in `tests/node/phoenix.mjs`).

use crate::support::played;
use crate::support::sealed::Pair;

#[test]
fn every_encoding_and_every_door_reads_the_same() {
    play("every encoding and every door reads the same");
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
fn people_of_every_door_see_each_other() {
    play("people of every door see each other");
}

#[test]
fn a_pad_that_the_host_ends_is_gone_and_nobody_tries_again() {
    play("a pad that the host ends is gone and nobody tries again");
}

#[test]
fn who_is_not_let_in_is_told_and_stays_away() {
    play("who is not let in is told and stays away");
}

#[test]
fn a_key_may_come_as_authtoken_and_old_clients_speak_version_1() {
    play("a key may come as authToken, and old clients speak version 1");
}

#[test]
fn after_a_restart_with_the_same_secret_all_is_there_again() {
    play("after a restart with the same secret all is there again");
}

#[test]
fn fifty_members_read_the_same() {
    play("fifty members read the same");
}

#[test]
fn one_socket_has_many_topics_and_a_second_join_replaces_the_first() {
    play("one socket has many topics and a second join replaces the first");
}

#[test]
fn one_who_does_not_read_holds_up_nobody_and_is_brought_into_step() {
    play("one who does not read holds up nobody and is brought into step");
}

#[test]
fn without_websocket_the_same_is_polled() {
    play("without WebSocket the same is polled");
}

/// Plays a scene in a server of its own, and once more over TLS, with a certificate that the client
/// trusts.
fn play(scene: &str) {
    let pair = Pair::new(&format!("phoenix {scene}"), &["127.0.0.1"]);
    for encrypted in [false, true] {
        played::play("phoenix.mjs", scene, &pair, encrypted, &[]);
    }
}
