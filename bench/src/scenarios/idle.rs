//! What a socket weighs while nobody types, and what stays when all have left.

use std::{
    net::TcpStream,
    time::{Duration, Instant},
};

use anyhow::Result;

use crate::{
    client::Client,
    measure::{Bar, Bench, Found, Measure},
    process::{cpu_at_rest, pause, resident},
    servers::{Peer, Server},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "idle",
    title: "idle sockets",
    how: "Sockets that have synced with one empty pad and then say nothing: what the server's resident \
          memory grew by, divided by their number; then all leave, and 10 s later it is read again.",
    run,
};

/// How many sockets there are each time that memory is read.
const STEPS: &[usize] = &[500, 1_000, 2_000, 3_000, 4_000, 5_000];
/// A server at which connecting takes longer is not filled any further.
const LONGEST: Duration = Duration::from_secs(60);
/// Memory is given back some seconds after people left or fell silent.
pub(super) const AFTER_LEAVING: Duration = Duration::from_secs(10);

/// What the plots call it.
pub(crate) const GROWN: &str = "MiB above the start";
/// What the plots call it.
pub(crate) const EACH: &str = "KiB each";
pub(super) const LEFT: &str = "10 s after all have left";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let steps = bench.pick(STEPS, &STEPS[..2]);
    bench.each(1, found, |peer, found| {
        let server = (peer.start)()?;
        // The first socket pays for what all of them share.
        let first = sit(peer, &server)?;
        let start = at_rest(&server)?;
        let began = Instant::now();
        let mut held = vec![first];
        for &count in steps {
            while held.len() <= count && began.elapsed() < LONGEST {
                held.push(sit(peer, &server)?);
            }
            if held.len() <= count {
                found.note(format!("{}: {} sockets took a minute.", peer.name, held.len()));
                break;
            }
            let grown = at_rest(&server)?.saturating_sub(start);
            let case = format!("{count} sockets");
            found.add(&case, EACH, peer, grown as f64 / count as f64 / 1024.0);
            found.add(&case, GROWN, peer, mebibytes(grown));
        }
        drop(held);
        pause(AFTER_LEAVING);
        let left = at_rest(&server)?.saturating_sub(start);
        found.add(LEFT, GROWN, peer, mebibytes(left));
        Ok(())
    })?;
    found.bar("5000 sockets", EACH, Bar::AtMost(4.0));
    found.bar(LEFT, GROWN, Bar::AtMost(10.0));
    Ok(())
}

/// Takes a place and falls silent.
fn sit(peer: &Peer, server: &Server) -> Result<TcpStream> {
    let door = server.door(0)?;
    let guest = if peer.documents { Client::join(&door)?.0 } else { Client::enter(&door)? };
    Ok(guest.into_parts().0)
}

/// Resident memory in bytes, once nothing happens any more.
pub(super) fn at_rest(server: &Server) -> Result<u64> {
    cpu_at_rest(server.pid())?;
    resident(server.pid())
}

pub(super) fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
