//! The end of a large pad, and the return of a hundred browsers after a restart.

use std::{
    env, fs,
    io::{Read, Write},
    net::TcpStream,
    process, thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, ensure};
use fadepad_lib0::{put_buffer, put_uint};
use fadepad_wire::sync;

use crate::{
    client::Client,
    measure::{Bar, Bench, Found, Measure},
    process::cpu_at_rest,
    servers::{FADEPAD, fadepad::Instance},
    trace::Trace,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "end",
    title: "a large pad ends, and a restarted server is refilled",
    how: "A pad is filled up to its cap of 8 MiB and the host ends it: from his request until the \
          server answers 410, by when every byte is wiped. Then the pad of the trace: its server is \
          killed and started again with the same secret, and a hundred browsers bring it back at once.",
    run,
};

/// Bytes of text in one update: below the cap of 1 MiB for one.
const PIECE: usize = 1_000_000;
/// Pieces that fit into a pad.
const PIECES: u64 = 8;
/// Ends, of which the median counts.
const ENDS: usize = 5;
/// Browsers that come back.
const PEOPLE: usize = 100;

fn run(_: &Bench, found: &mut Found) -> Result<()> {
    const END: &str = "8 MB of text";
    const RETURN: &str = "100 browsers";
    for _ in 0..ENDS {
        let ms = end()?.as_secs_f64() * 1e3;
        found.add(END, "ms from the host's word to erased", FADEPAD, ms);
    }
    let (took, spent) = refill()?;
    found.add(RETURN, "s until the last is back", FADEPAD, took.as_secs_f64());
    found.add(RETURN, "server CPU of it, s", FADEPAD, spent.as_secs_f64());
    found.bar(END, "ms from the host's word to erased", Bar::AtMost(100.0));
    found.bar(RETURN, "s until the last is back", Bar::AtMost(10.0));
    Ok(())
}

fn end() -> Result<Duration> {
    let server = Instance::start()?;
    let (mut typist, _) = Client::join(&server.door(true)?)?;
    for n in 0..PIECES {
        typist.send(&sync::update(&piece(n)))?;
    }
    typist.saved()?;
    let began = Instant::now();
    let receipt = api(&server, "DELETE")?;
    ensure!(receipt.contains("\"why\":\"host\""), "no receipt: {receipt}");
    while !api(&server, "GET")?.starts_with("HTTP/1.1 410") {}
    Ok(began.elapsed())
}

/// The n-th piece of one client's text.
fn piece(n: u64) -> Vec<u8> {
    const CLIENT: u64 = 7;
    let clock = n * PIECE as u64;
    let mut update = vec![1, 1];
    put_uint(&mut update, CLIENT);
    put_uint(&mut update, clock);
    if n == 0 {
        update.extend_from_slice(&[4, 1, 1, b't']);
    } else {
        update.push(0x84);
        put_uint(&mut update, CLIENT);
        put_uint(&mut update, clock - 1);
    }
    put_buffer(&mut update, &vec![b'x'; PIECE]);
    update.push(0);
    update
}

fn api(server: &Instance, method: &str) -> Result<String> {
    let mut stream = TcpStream::connect(server.address)?;
    let (pad, key) = (server.text("pad")?, server.text("host_key")?);
    write!(
        stream,
        "{method} /api/v1/pads/{pad} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
         Connection: close\r\n\r\n",
        server.address
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn refill() -> Result<(Duration, Duration)> {
    let folder = env::temp_dir().join(format!("fadepad-bench-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let secret = folder.join("secret");
    let secret = secret.to_str().context("a path of plain text")?;
    let before = Instance::start_with(&["--secret-file", secret])?;
    let (mut typist, _) = Client::join(&before.door(true)?)?;
    for update in Trace::load()?.updates() {
        typist.send(&sync::update(update))?;
    }
    typist.saved()?;
    let state = Client::join(&before.door(false)?)?.1;
    drop(before);
    let after = Instance::start_with(&["--secret-file", secret])?;
    let idle = cpu_at_rest(after.pid())?;
    let began = Instant::now();
    thread::scope(|scope| {
        let browsers: Vec<_> =
            (0..PEOPLE).map(|_| scope.spawn(|| come_back(&after, &state))).collect();
        let back = |browser: thread::ScopedJoinHandle<'_, Result<()>>| {
            browser.join().map_err(|_| anyhow!("a browser failed"))?
        };
        browsers.into_iter().try_for_each(back)
    })?;
    let took = began.elapsed();
    let spent = cpu_at_rest(after.pid())? - idle;
    let again = Client::join(&after.door(false)?)?.1;
    ensure!(again == state, "{} B came back of {}", again.len(), state.len());
    fs::remove_dir_all(&folder)?;
    Ok((took, spent))
}

/// What a browser does: it sends what it has, asks for what it lacks, and waits until it is saved.
fn come_back(server: &Instance, state: &[u8]) -> Result<()> {
    let (mut browser, _) = Client::join(&server.door(true)?)?;
    browser.send(&sync::step2(state))?;
    browser.saved()
}
