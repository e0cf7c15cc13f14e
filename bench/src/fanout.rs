//! A room in which everybody types: how the server's work grows with the people.

use std::{net::SocketAddr, time::Duration};

use anyhow::Result;

use crate::{
    client,
    crowd::{Crowd, Heard},
    house::House,
    own::Own,
    process::cpu_at_rest,
    report::{Measure, Row, grouped},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "fanout",
    title: "everybody in one room types 8 keys a second",
    how: "An open-loop generator with updates made beforehand and a cursor every 5 keys. A delivery is \
          one key or cursor at one *other* guest, also when the server merged several into a frame. \
          Delays count from the instant at which the key was due. `rawcast` is a broadcast of the \
          same bytes without document or checks, in the same run: the ceiling of a server that \
          passes on every frame by itself.",
    run,
};

/// People in the room, one run each.
const PEOPLE: &[usize] = &[2, 10, 50, 200];

fn run() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for &people in PEOPLE {
        let house = House::start()?;
        let request = client::upgrade(&house, false)?;
        rows.push(row("Fadepad", people, &measure(house.address, &request, house.pid(), people)?));
        drop(house);
        let raw = Own::start(&["--rawcast"])?;
        let request = "GET / HTTP/1.1\r\n\r\n";
        rows.push(row("rawcast", people, &measure(raw.address, request, raw.pid(), people)?));
    }
    Ok(rows)
}

/// What one run came to.
struct Outcome {
    heard: Heard,
    cpu: Duration,
}

fn measure(address: SocketAddr, request: &str, pid: u32, people: usize) -> Result<Outcome> {
    let crowd = Crowd::enter(address, request, people)?;
    let before = cpu_at_rest(pid)?;
    let heard = crowd.type_together()?;
    Ok(Outcome { heard, cpu: cpu_at_rest(pid)? - before })
}

fn row(server: &str, people: usize, outcome: &Outcome) -> Row {
    let Outcome { heard, cpu } = outcome;
    let per_million = cpu.as_secs_f64() * 1e6 / heard.deliveries as f64;
    let ms = |micros: u32| f64::from(micros) / 1e3;
    let missing = match heard.missing {
        0 => String::new(),
        missing => format!(", **{} keys missing**", grouped(missing)),
    };
    let figure = format!(
        "{per_million:.2} CPU s per million deliveries; delay p50 {:.1} · p99 {:.1} ms; {} deliveries in \
         {} frames{missing} (generator late by p99 {:.1} ms)",
        ms(heard.delay(50)),
        ms(heard.delay(99)),
        grouped(heard.deliveries),
        grouped(heard.frames),
        ms(heard.late(99)),
    );
    Row::new(format!("{people} people, {server}"), figure, "")
}
