//! Fadepad measured: `cargo xtask bench [NAME…]` runs this and renews `docs/benchmarks.md`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks there")]

mod bare;
mod client;
mod crowd;
mod end;
mod fanout;
mod frame;
mod house;
mod http;
mod idle;
mod own;
mod page;
mod process;
mod rawcast;
mod report;
mod start;
mod store;
mod trace;
mod typed;
mod typing;
mod wiping;

use std::{env, process::ExitCode};

use anyhow::{Result, ensure};

use report::Measure;

/// Every measurement, in the order of the report.
const MEASURES: &[Measure] = &[
    start::MEASURE,
    store::MEASURE,
    typed::MEASURE,
    idle::MEASURE,
    page::MEASURE,
    end::MEASURE,
    fanout::MEASURE,
    wiping::MEASURE,
];

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let names: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match names.as_slice() {
        // What `fanout` and `typed` compare with: see `own.rs`.
        ["--rawcast"] => rawcast::serve(),
        ["--bare", bytes] => bytes.parse().map_err(Into::into).and_then(bare::serve),
        names => measure(names),
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
fn measure(names: &[&str]) -> Result<()> {
    for name in names {
        let known: Vec<&str> = MEASURES.iter().map(|measure| measure.name).collect();
        ensure!(known.contains(name), "`{name}` is no measurement; there are {}", known.join(", "));
    }
    process::raise_open_files()?;
    for measure in MEASURES.iter().filter(|m| names.is_empty() || names.contains(&m.name)) {
        println!("\n── {}: {} ──", measure.name, measure.title);
        let rows = (measure.run)()?;
        rows.iter().for_each(|row| println!("{row}"));
        report::write(MEASURES, measure, &rows)?;
    }
    Ok(())
}
