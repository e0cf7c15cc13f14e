//! `cargo xtask dist`: the binary that is shipped, the proof that it is one file, and what goes with it.

mod packages;
mod proof;

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::run::{Outcome, cargo, output, root, run, target};

/// Builds with the profile `dist`, says where the binary is and how large, tries it, and packs it.
pub(crate) fn dist() -> Outcome {
    let binary = build(&["--bins"])?.join(program("fadepad"));
    proof::prove(&binary)?;
    pack(&binary)
}

/// Packs a binary that is built already.
pub(crate) fn pack(binary: &Path) -> Outcome {
    packages::pack(binary, &plan()?.target, made()?, &packages::folder(&target()))
}

/// The time that everything made here bears, in seconds since 1970: `SOURCE_DATE_EPOCH`, else that of the last commit. So
/// the same source gives the same bytes.
fn made() -> Result<i64, String> {
    let time = match env::var("SOURCE_DATE_EPOCH") {
        Ok(time) => time,
        Err(_) => {
            output(Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(root()))
                .map_err(|why| format!("{why}; outside of a clone set SOURCE_DATE_EPOCH"))?
        }
    };
    time.parse()
        .map_err(|_| format!("SOURCE_DATE_EPOCH is {time:?}: seconds since 1970 are needed"))
}

/// Builds what is named as it is shipped; returns the folder where it is.
pub(crate) fn build(what: &[&str]) -> Result<PathBuf, String> {
    let plan = plan()?;
    println!("For {}: {}.", plan.target, plan.why);
    let args = ["build", "--profile", "dist", "--locked", "--target", &plan.target];
    run(cargo(&args).args(what).envs(plan.flags))?;
    Ok(target().join(&plan.target).join("dist"))
}

/// The file name of a program.
pub(crate) fn program(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// What to build for, and how to make it one file.
#[derive(Debug, PartialEq, Eq)]
struct Plan {
    target: String,
    why: &'static str,
    flags: Option<(&'static str, &'static str)>,
}

fn plan() -> Result<Plan, String> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(plan_for(host.ok_or("`rustc -vV` names no host")?))
}

/// The flags of a static glibc. A static program finds no symbol by name while it runs, so that
/// `getrandom` would read `/dev/random`, which an empty folder has not: it calls the kernel instead.
const STATIC: (&str, &str) =
    ("RUSTFLAGS", "-C target-feature=+crt-static --cfg getrandom_backend=\"linux_getrandom\"");

/// On Linux a static glibc: ARCHITECTURE.md says why not musl. An explicit target keeps `crt-static`
/// away from build scripts and procedural macros, which cannot be static.
fn plan_for(host: &str) -> Plan {
    let is_glibc = host.ends_with("-linux-gnu");
    let flags = is_glibc.then_some(STATIC);
    let why = if is_glibc { "glibc, linked statically" } else { "the machine's own target" };
    Plan { target: host.to_owned(), why, flags }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_always_named() {
        for host in ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"] {
            assert_eq!(plan_for(host).target, host);
            assert_eq!(plan_for(host).flags.is_some(), host.contains("linux"), "{host}");
        }
    }
}
