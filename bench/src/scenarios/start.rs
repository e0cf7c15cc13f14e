//! How long a person waits for the first sign of life.

use anyhow::Result;

use crate::{
    client::Client,
    measure::{Bar, Bench, Found, Measure},
    servers::{FADEPAD, fadepad::Instance},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "start",
    title: "from starting to the first sync",
    how: "From starting the process until a guest, who tries to connect all the time, has the (empty) \
          document. For Fadepad also until its line `ready` is read; by then the port is open.",
    run,
};

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    for _ in 0..bench.pick(31, 3) {
        let took = Instance::start()?.took;
        found.add("a start", "ms until it listens", FADEPAD, took.as_secs_f64() * 1e3);
    }
    found.bar("a start", "ms until it listens", Bar::AtMost(20.0));
    found.bar("a start", "ms until the first sync", Bar::AtMost(8.0));
    bench.each_with_documents(bench.pick(9, 1), found, |peer, found| {
        let server = (peer.start)()?;
        let guest = Client::join(&*server.door(0)?)?;
        let took = server.began.elapsed();
        drop(guest);
        found.add("a start", "ms until the first sync", peer, took.as_secs_f64() * 1e3);
        Ok(())
    })
}
