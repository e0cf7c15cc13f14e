//! A room in which every kind of client sits, and nobody types: nobody is closed, nobody comes again, and
//! everyone is seen, for ten minutes of all their clocks. The clients are real ones (`tests/node/quiet.mjs`);
//! their clock and the server's are moved in step, so that it takes seconds.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::TestServer;
use fadepad::base::ids::Role;
use fadepad::room::message::EventKind;
use serde_json::json;

#[tokio::test(start_paused = true)]
async fn a_mixed_room_sits_quiet_for_ten_minutes() {
    sits_quiet(false).await;
}

/// Somebody who only reads shows everybody's ids every second, each with a newer clock.
#[tokio::test(start_paused = true)]
async fn a_mixed_room_sits_quiet_beside_who_shows_the_ids_of_all() {
    sits_quiet(true).await;
}

async fn sits_quiet(beside_a_liar: bool) {
    let mut server = TestServer::new().await;
    let told = json!({
        "base": format!("http://{}", server.address),
        "pad": server.pad.name.as_str(),
        "epoch": server.pad.epoch.to_string(),
        "edit_key": server.key(Role::Edit),
        "view_key": server.key(Role::View),
        "liar": beside_a_liar,
    });
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node/quiet.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the tests need Node: `cargo xtask test setup` says which");
    let mut to_node = node.stdin.take().unwrap();
    writeln!(to_node, "{told}").unwrap();
    let mut from_node = BufReader::new(node.stdout.take().unwrap());
    let guests = loop {
        // While a blocking task runs, tokio does not move the clock by itself.
        let read = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            from_node.read_line(&mut line).map(|_| (line, from_node))
        });
        let (line, back) = read.await.unwrap().unwrap();
        from_node = back;
        match line.trim().split_once(' ') {
            Some(("tick", ms)) => {
                tokio::time::advance(Duration::from_millis(ms.parse().unwrap())).await;
                writeln!(to_node, "ticked").unwrap();
            }
            Some(("quiet", guests)) => break guests.parse::<usize>().unwrap(),
            _ => panic!("{} said {line:?}", node.wait().unwrap()),
        }
    };
    // The same as the server saw it.
    let (mut came, mut left) = (0, 0);
    while let Ok(event) = server.events.try_recv() {
        came += usize::from(matches!(event.kind, EventKind::Joined(_)));
        left += usize::from(matches!(event.kind, EventKind::Left(_)));
    }
    assert_eq!((came, left), (guests, 0), "they came once each, and nobody has left");
    drop(to_node);
    assert!(node.wait().unwrap().success());
}
