//! What a door costs: the same crowd and the same pad through y-websocket and through Phoenix.

use std::io::{Read, Write};

use anyhow::{Result, ensure};
use fadepad_wire::{masked, sync};

use super::fanout::{CPU, FAST};
use crate::{
    client::Client,
    crowd::{Crowd, PATIENT, Plan},
    door::Door,
    measure::{Bar, Bench, Found, Measure, median},
    process::cpu_at_rest,
    servers::{FADEPAD, fadepad::Instance},
    trace::Trace,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "doors",
    title: "the same room through other doors",
    how: "50 people as in `fanout`, all of them through one door of Fadepad: y-websocket, or Phoenix' \
          channels with updates in binary frames, or as arrays of integers as its first clients send \
          them. Through Phoenix each push is answered and people are Presence diffs, for which there are \
          no shorter words. Then one joins the pad of the paper: `history` in the reply.",
    run,
};

/// The forms of a Phoenix channel, and what they may cost beside y-websocket.
const FORMS: &[(&str, f64)] = &[("binary", 1.2), ("array", 4.0)];
const RATIO: &str = "times y-websocket";
const PEOPLE: usize = 50;
/// Joins whose median counts.
const JOINS: usize = 9;

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let seconds = bench.pick(8.0, 2.0);
    let plan = Plan { rooms: 1, people: PEOPLE, rate: FAST, seconds, patience: PATIENT };
    let mut costs = vec![Vec::new(); FORMS.len() + 1];
    for _ in 0..bench.pick(3, 1) {
        costs[0].push(typed(plan, None)?);
        for (cost, (enc, _)) in costs[1..].iter_mut().zip(FORMS) {
            cost.push(typed(plan, Some(enc))?);
        }
    }
    let plain = median(&costs[0]);
    found.add("y-websocket", CPU, FADEPAD, plain);
    for (cost, (enc, bar)) in costs[1..].iter().zip(FORMS) {
        let case = format!("Phoenix, {enc}");
        found.add(&case, CPU, FADEPAD, median(cost));
        found.add(&case, RATIO, FADEPAD, median(cost) / plain);
        found.bar(case, RATIO, Bar::AtMost(*bar));
    }
    history(bench, found)
}

/// CPU seconds per million deliveries where all come through this door.
fn typed(plan: Plan, enc: Option<&'static str>) -> Result<f64> {
    let server = Instance::start()?;
    let server = match enc {
        Some(enc) => server.into_channel(enc)?,
        None => server.into_server(),
    };
    let crowd = Crowd::enter(&server, plan)?;
    let before = cpu_at_rest(server.pid())?;
    let heard = crowd.type_together()?;
    let cpu = cpu_at_rest(server.pid())? - before;
    Ok(cpu.as_secs_f64() * 1e6 / heard.deliveries())
}

/// What a join costs that is answered with the paper.
fn history(bench: &Bench, found: &mut Found) -> Result<()> {
    const CPU: &str = "server CPU, ms";
    let server = Instance::start()?;
    let (mut author, _) = Client::join(&server.door(false)?)?;
    let state = Trace::load()?.state()?;
    author.send(&sync::step2(&state))?;
    ensure!(author.state()?.len() > state.len() / 2, "the pad is empty");
    for enc in ["array", "base64", "binary"] {
        let case = format!("history of the paper, {enc}");
        for _ in 0..bench.pick(JOINS, 1) {
            let before = cpu_at_rest(server.pid())?;
            join(&server.channel(enc)?, state.len())?;
            let spent = cpu_at_rest(server.pid())? - before;
            found.add(&case, CPU, FADEPAD, spent.as_secs_f64() * 1e3);
        }
        found.bar(case, CPU, Bar::AtMost(5.0));
    }
    Ok(())
}

/// Joins, and reads until a reply has come that can hold so much.
fn join(door: &Door, bytes: usize) -> Result<()> {
    let (mut stream, mut frames) = Client::enter(door)?.into_parts();
    let (opcode, payload) = door.protocol.enter();
    stream.write_all(&masked::frame(opcode, &payload))?;
    let mut piece = vec![0; 1 << 20];
    loop {
        while let Some((_, payload)) = frames.next()? {
            if payload.len() > bytes {
                return Ok(());
            }
        }
        let len = stream.read(&mut piece)?;
        ensure!(len > 0, "the server hung up on a guest who joins");
        frames.push(&piece[..len]);
    }
}
