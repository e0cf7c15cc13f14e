//! `cargo xtask soak`: thousands of pads, one after another, while things go wrong around the server.

use std::{env, process::Command};

use crate::run::{Outcome, cargo, run, succeeds, target};

/// Builds the server and the bench, and has so many pads played; see `bench/src/soak/`.
pub(crate) fn soak(words: &[&str]) -> Outcome {
    run(&mut cargo(&["build", "--release", "--package", "fadepad", "--package", "bench"]))?;
    let program =
        |name: &str| target().join("release").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    // Interfaces come and go and a disk is full in it: both are its own, where one may have them.
    const OWN: [&str; 3] = ["--net", "--mount", "--"];
    let mut soak = if succeeds(Command::new("unshare").args(OWN).arg("true")) {
        let mut own = Command::new("unshare");
        own.args(OWN).args(["sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]);
        own.arg(program("bench")).env("FADEPAD_SOAK_OWN_NETWORK", "1");
        own
    } else {
        Command::new(program("bench"))
    };
    run(soak.arg("--soak").args(words).env("FADEPAD_BIN", program("fadepad")))
}
