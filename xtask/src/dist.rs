//! `cargo xtask dist`: the binary that is shipped.

use std::{env, fs, process::Command};

use crate::run::{Outcome, cargo, output, run, succeeds, target};

/// Builds with the profile `dist` and says where the binary is, how large, and what it links to.
pub(crate) fn dist() -> Outcome {
    let plan = plan()?;
    println!("For {}: {}.", plan.target, plan.why);
    let args = ["build", "--profile", "dist", "--locked", "--target", &plan.target];
    run(cargo(&args).envs(plan.flags))?;
    let name = format!("fadepad{}", env::consts::EXE_SUFFIX);
    let binary = target().join(&plan.target).join("dist").join(name);
    let size = fs::metadata(&binary).map_err(|e| format!("{}: {e}", binary.display()))?.len();
    println!("{}  {size} bytes", binary.display());
    if cfg!(target_os = "linux") { check_static(&binary) } else { Ok(()) }
}

/// What to build for, and how to make it one file.
struct Plan {
    target: String,
    why: &'static str,
    flags: Option<(&'static str, &'static str)>,
}

/// musl where its target is installed, else glibc linked statically. An explicit target keeps
/// `crt-static` away from build scripts and procedural macros, which cannot be static.
fn plan() -> Result<Plan, String> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or("`rustc -vV` names no host")?.to_owned();
    if !host.ends_with("-linux-gnu") {
        return Ok(Plan { target: host, why: "the machine's own target", flags: None });
    }
    let musl = host.replace("-gnu", "-musl");
    if has_target(&musl) {
        return Ok(Plan { target: musl, why: "musl is static by itself", flags: None });
    }
    let flags = Some(("RUSTFLAGS", "-C target-feature=+crt-static"));
    Ok(Plan { target: host, why: "musl is not installed, so a static glibc", flags })
}

/// Whether the standard library of a target is installed and a linker for it answers.
fn has_target(target: &str) -> bool {
    let libraries =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", target]));
    libraries.is_ok_and(|folder| fs::metadata(folder).is_ok())
        && succeeds(Command::new("musl-gcc").arg("--version"))
}

/// `ldd` must find nothing to load.
fn check_static(binary: &std::path::Path) -> Outcome {
    let said = Command::new("ldd").arg(binary).output().map_err(|e| format!("ldd: {e}"))?;
    let said = [said.stdout, said.stderr].concat();
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    println!("ldd: {said}");
    // glibc's words for a static-pie and for a static binary.
    if said.contains("statically linked") || said.contains("not a dynamic executable") {
        return Ok(());
    }
    Err(format!("{} needs shared libraries", binary.display()))
}
