//! Developer commands: `cargo xtask help` lists them.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks there")]

mod bench;
mod dev;
mod dist;
mod documents;
mod fuzz;
mod guards;
mod licenses;
mod run;
mod schema;
mod setup;
mod shape;
mod soak;
mod steps;
mod ui;

use std::{env, path::Path, process::ExitCode};

const HELP: &str = "\
cargo xtask COMMAND

  test [STEP…]    everything that has to hold before a change lands; a step's name runs it alone
  ui              build ui/ into dist/
  dev             the server and the page with hot reload, side by side
  bench [NAME…]   measure, and write the figures into docs/benchmarks.md; beside the ceiling alone,
                  or with --peers beside other servers (--peers=all also what takes long to build,
                  --short to see whether it works, --json to print, --draw to renew tables and plots)
  bench page      what the editor costs the main thread of Chromium, in pads of 50 to 5,000 blocks,
                  beside y-prosemirror and beside BlockNote alone (--short: two sizes)
  bench guards    the instruction counts of `test guards`; with --renew they are the new measure
  licenses        gather the licences of all crates in the binary into assets/licenses.json, and NOTICE
  dist            the binary that is shipped: one file, no shared libraries on Linux; and in target/packages its
                  archive, .deb, .rpm, image for containers, SBOM and sums
  dist pack FILE  the same packages of a binary that is built already
  shape           what the code is like, in figures (--check: fails where one is over its goal)
  fuzz [TARGET] [SECONDS | --runs N]
                  one fuzz target or all in turn, 60 s each unless said otherwise
  documents [N]   100,000 generated documents, or N, through the child that reads pads
  schema [N]      schemathesis against the OpenAPI of a running server: no 5xx, no status that is not
                  described; N tries of each call, 50 unless said otherwise (needs Python 3)
  soak [PADS]     10,000 pads, or so many, opened, used and ended while things go wrong around the server: memory, files
                  and threads stay where they are, and nothing of a text is left (as root also: a full disk, networks
                  that come and go)
  help            this text

Steps of `test`, in their order:
";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["test", names @ ..] => steps::test(names),
        ["ui"] => ui::build(),
        ["dev"] => dev::dev(),
        ["bench", "guards"] => guards::check().0,
        ["bench", "guards", "--renew"] => guards::renew(),
        ["bench", "page", words @ ..] => bench::page(words),
        ["bench", names @ ..] if !names.contains(&"--help") => bench::bench(names),
        ["dist"] => dist::dist(),
        ["dist", "pack", binary] => dist::pack(Path::new(binary)),
        ["licenses"] => licenses::write(),
        ["shape"] => shape::shape(),
        ["shape", "--check"] => shape::check(),
        ["fuzz", words @ ..] if !words.contains(&"--help") => fuzz::fuzz(words),
        ["documents", words @ ..] if !words.contains(&"--help") => documents::documents(words),
        ["soak", words @ ..] if !words.contains(&"--help") => soak::soak(words),
        ["schema", words @ ..] if !words.contains(&"--help") => schema::schema(words),
        ["help" | "--help" | "-h", ..] | [.., "--help"] | [] => help(),
        [other, ..] => Err(format!(
            "`{other}` is no command, or has too many words after it. See `cargo xtask help`."
        )),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> run::Outcome {
    print!("{HELP}");
    for step in steps::STEPS {
        println!("  {:<14}  {}", step.name, step.title);
    }
    Ok(())
}
