//! Fadepad measured, beside its peers: `cargo xtask bench [NAME…] [--peers]` runs this and renews
//! `docs/benchmarks.md`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks there")]

mod attackers;
mod client;
mod crowd;
mod door;
mod http;
mod measure;
mod options;
mod process;
mod protocol;
mod report;
mod scenarios;
mod servers;
mod soak;
mod trace;
mod typing;

use std::{env, process::ExitCode};

use anyhow::{Result, ensure};

use measure::{Bench, Figure, Found, Measure};
use options::{Options, Peers};
use report::{Report, Section};
use scenarios::ALL;
use servers::{FADEPAD, Peer, RAWCAST, SLOW_TO_BUILD};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // What the peers are compared with: see `servers/own.rs`.
        ["--rawcast"] => servers::rawcast::serve(),
        ["--soak", ..] => soak::run(&words[1..]),
        ["--bare", bytes] => bytes.parse().map_err(Into::into).and_then(servers::bare::serve),
        _ => bench(&words),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the named measurements, or all, and writes each into the report as soon as it is done.
fn bench(words: &[String]) -> Result<()> {
    let known: Vec<&str> = ALL.iter().map(|measure| measure.name).collect();
    let options = Options::read(words, &known)?;
    let mut report = Report::open(options.short)?;
    if options.draw {
        ensure!(!report.is_empty(), "no figures are kept yet: measure first");
        return report.write(ALL);
    }
    process::raise_open_files()?;
    process::come_first();
    let bench = Bench { servers: servers(&options.peers)?, short: options.short };
    let pace = scenarios::store::pace()?;
    let is_wanted = |measure: &&Measure| {
        options.names.is_empty() || options.names.iter().any(|n| n == measure.name)
    };
    for measure in ALL.iter().filter(is_wanted) {
        println!("\n── {}: {} ──", measure.name, measure.title);
        let mut found = Found::default();
        (measure.run)(&bench, &mut found)?;
        let figures = found.figures()?;
        print(&figures, &found.notes);
        if options.json {
            println!("{}", serde_json::to_string(&figures)?);
        }
        let ours =
            [FADEPAD, RAWCAST, servers::UNWIPED, servers::ACKNOWLEDGED, &servers::bare::PEER]
                .map(|peer| peer.name);
        if bench.servers.len() == 2 && report.has_peers(measure.name, &ours) {
            println!("Not kept: the report shows peers here. `--peers` renews it.");
            continue;
        }
        let section = Section::new(options.command(measure.name), pace, about(&bench), &found)?;
        report.keep(ALL, measure.name, section)?;
    }
    Ok(())
}

/// Fadepad, the ceiling, and the wanted peers, which are installed where they are missing.
fn servers(wanted: &Peers) -> Result<Vec<&'static Peer>> {
    let is_wanted = |peer: &Peer| match wanted {
        Peers::None => false,
        Peers::Quick => peer.name != SLOW_TO_BUILD.name || servers::is_built(),
        Peers::All => true,
        Peers::Named(names) => names.iter().any(|name| peer.name.to_lowercase().contains(name)),
    };
    let mut found = vec![FADEPAD, RAWCAST];
    for peer in servers::PEERS.iter().filter(|peer| is_wanted(peer)) {
        println!("{}: {}", peer.name, peer.about);
        match (peer.install)() {
            Ok(()) => found.push(peer),
            Err(why) => println!("{} is left out: {why:#}", peer.name),
        }
    }
    ensure!(*wanted == Peers::None || found.len() > 2, "none of these peers can be had here");
    Ok(found)
}

/// Who is in the tables, and in which version.
fn about(bench: &Bench) -> Vec<(String, String)> {
    let further = [servers::UNWIPED, servers::ACKNOWLEDGED, &servers::bare::PEER];
    let columns = bench.servers.iter().copied().chain(further);
    columns.map(|peer| (peer.name.to_owned(), peer.about.to_owned())).collect()
}

/// A line for each case and metric.
fn print(figures: &[Figure], notes: &[String]) {
    for (case, metric) in report::lines(figures) {
        let of_line =
            figures.iter().filter(|figure| figure.case == case && figure.metric == metric);
        let values: Vec<String> = of_line
            .map(|figure| {
                let bar = report::verdict(figure).map_or(String::new(), |bar| format!(" ({bar})"));
                format!("{} {}{bar}", figure.server, report::number(figure.value))
            })
            .collect();
        println!("{case}, {metric}: {}", values.join(" · "));
    }
    notes.iter().for_each(|note| println!("{note}"));
}
