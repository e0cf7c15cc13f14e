//! Which figures are drawn, and how they are called.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{
    Section,
    draw::{self, Axes, Line, Panel},
    number,
};
use crate::{
    measure::Figure,
    scenarios::{
        fanout::CPU,
        idle::{EACH, GROWN},
        joins, pads,
        ramp::MOST,
        upload::RATE,
    },
    servers::FADEPAD,
};

/// Draws what there is to draw of a measurement; returns the files' names with their descriptions.
pub(super) fn draw(
    folder: &Path,
    name: &str,
    section: &Section,
) -> Result<Vec<(String, &'static str)>> {
    let plots = match name {
        "fanout" => vec![("fanout", "CPU per delivery by people in the room", fanout(section)?)],
        "ramp" => vec![("ramp", "Most deliveries a second by server", ramp(section)?)],
        "joins" => vec![("joins", "CPU and waiting time of a join by server", joins(section)?)],
        "upload" => vec![("upload", "Keys a second by server", upload(section)?)],
        "idle" => vec![
            ("idle", "Memory of a socket by server", idle(section)?),
            ("sockets", "Memory by sockets", grown(section, "sockets")?),
        ],
        "pads" => vec![
            ("pads", "Memory of a pad by server", weighed(section)?),
            ("growth", "Memory by pads", grown(section, "pads")?),
        ],
        _ => Vec::new(),
    };
    let mut drawn = Vec::new();
    for (file, alt, svg) in plots {
        let file = format!("{file}.svg");
        fs::write(folder.join(&file), svg).with_context(|| file.clone())?;
        drawn.push((file, alt));
    }
    Ok(drawn)
}

/// Draws a soak: MiB over pads.
pub(crate) fn soak(points: Vec<(f64, f64)>) -> Result<()> {
    let axes = Axes {
        title: "Pads opened, used and ended, one after another",
        x: "pads",
        y: "resident, MiB",
        log: false,
    };
    let line = Line { server: FADEPAD.name.to_owned(), points };
    let path = super::root().join("docs/plots/soak.svg");
    fs::write(&path, draw::lines(&axes, &[line])?).with_context(|| path.display().to_string())
}

fn fanout(section: &Section) -> Result<String> {
    let axes = Axes {
        title: "Everybody in one room types 8 keys a second",
        x: "people in the room",
        y: CPU,
        log: true,
    };
    draw::lines(&axes, &series(section, CPU, "people"))
}

fn grown(section: &Section, of: &str) -> Result<String> {
    let title = format!("Memory grows with {of}");
    let axes = Axes { title: &title, x: of, y: GROWN, log: false };
    draw::lines(&axes, &series(section, GROWN, of))
}

fn ramp(section: &Section) -> Result<String> {
    let cases = ["10 people", "50 people", "200 people"];
    let panels = cases.map(|case| {
        let title = format!("most deliveries/s at p99 ≤ 100 ms, {case} in the room");
        panel(section, &title, case, MOST)
    });
    draw::bars("The most that one core passes on", &panels)
}

fn joins(section: &Section) -> Result<String> {
    let last = "the last one's wait, ms";
    let panels = [
        panel(section, "server CPU of a join, ms", joins::IN_A_ROW, joins::CPU),
        panel(section, "100 at once: until the last is in, ms", joins::AT_ONCE, last),
    ];
    draw::bars("Joining the pad of a paper", &panels)
}

fn upload(section: &Section) -> Result<String> {
    let panels = [panel(section, "keys/s taken", "the paper", RATE)];
    draw::bars("A paper typed through one socket", &panels)
}

fn idle(section: &Section) -> Result<String> {
    let most = section.figures.iter().filter(|figure| figure.metric == EACH);
    let case = most.max_by_key(|figure| leading(&figure.case).map(|n| n as u64));
    let case = case.map_or("", |figure| figure.case.as_str());
    let left = "10 s after all have left";
    let panels = [
        panel(section, &format!("KiB of each of {case}"), case, EACH),
        panel(section, "MiB that are still held 10 s after all have left", left, GROWN),
    ];
    draw::bars("Idle sockets", &panels)
}

fn weighed(section: &Section) -> Result<String> {
    let has = |case: &&str| section.figures.iter().any(|figure| figure.case == **case);
    let case = ["1000 pads", "250 pads"].into_iter().find(has).unwrap_or_default();
    let title = format!("KiB of each of {case}, without its sockets");
    draw::bars("Pads with 10.8 kB of text", &[panel(section, &title, case, pads::WITHOUT)])
}

/// A panel with a bar for each server.
fn panel(section: &Section, title: &str, case: &str, metric: &str) -> Panel {
    let values = section.servers.iter().filter_map(|(server, _)| {
        let value = section.value(case, metric, server)?.max(0.0);
        Some((server.clone(), value, number(value)))
    });
    Panel { title: title.to_owned(), bars: values.collect() }
}

/// A line for each server, through the cases that are called `N of`.
fn series(section: &Section, metric: &str, of: &str) -> Vec<Line> {
    let point = |server: &str, figure: &Figure| {
        let is_one =
            figure.server == server && figure.metric == metric && figure.case.ends_with(of);
        is_one.then(|| Some((leading(&figure.case)?, figure.value))).flatten()
    };
    let line = |server: &str| {
        // Growth begins at nothing.
        let nothing = (metric == GROWN).then_some((0.0, 0.0));
        let measured = section.figures.iter().filter_map(|figure| point(server, figure));
        let points = nothing.into_iter().chain(measured);
        Line { server: server.to_owned(), points: points.collect() }
    };
    let lines = section.servers.iter().map(|(server, _)| line(server));
    lines.filter(|line| line.points.iter().any(|point| point.0 > 0.0)).collect()
}

/// `50 people` → 50.
fn leading(case: &str) -> Option<f64> {
    case.split(' ').next()?.parse().ok()
}
