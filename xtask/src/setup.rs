//! What a fresh machine lacks: npm packages, cargo's helpers, a browser, a bus. Installed where
//! that is possible without asking, else named with the command that installs it.

use std::{env, fs, path::Path, process::Command};

use crate::run::{Outcome, cargo, npm, output, root, run, succeeds};

/// The oldest Node that Vite 8 and the tests run on.
const NODE_AT_LEAST: u32 = 20;

/// Folders with an npm lock file.
const NPM_FOLDERS: &[&str] = &["ui", "tests/node"];

/// Where Debian's package puts the browser.
const CHROMIUM: &str = "/usr/bin/chromium";

/// A helper of cargo that is installed when missing.
struct Helper {
    /// The word after `cargo`.
    word: &'static str,
    /// Pinned, so that tomorrow's release changes nothing here; builds on our toolchain.
    version: &'static str,
    /// Options of `cargo install` that make the build cheap. It runs for seconds a day.
    cheap: &'static [&'static str],
}

const NEXTEST: Helper = Helper {
    word: "nextest",
    version: "0.9.143",
    cheap: &["--debug", "--no-default-features", "--features", "default-no-update"],
};
const DENY: Helper = Helper { word: "deny", version: "0.20.2", cheap: &["--debug"] };
const FUZZ: Helper = Helper { word: "fuzz", version: "0.13.1", cheap: &["--debug"] };

/// All that `cargo xtask test` needs.
pub(crate) fn everything() -> Outcome {
    node()?;
    packages()?;
    helper(&NEXTEST)?;
    helper(&DENY)?;
    session_bus()?;
    chromium()
}

/// cargo-fuzz, which only `cargo xtask fuzz` needs.
pub(crate) fn fuzz() -> Outcome {
    helper(&FUZZ)
}

/// Checks that Node is there and new enough.
pub(crate) fn node() -> Outcome {
    let advice = format!("Install Node {NODE_AT_LEAST} or newer with npm (https://nodejs.org).");
    let version = output(Command::new("node").arg("--version")).map_err(|_| advice.clone())?;
    match major(&version) {
        Some(major) if major >= NODE_AT_LEAST => Ok(()),
        _ => Err(format!("This Node is {version}. {advice}")),
    }
}

/// `v20.20.2` → 20.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the npm packages of every folder whose lock file says something new.
pub(crate) fn packages() -> Outcome {
    NPM_FOLDERS.iter().try_for_each(|folder| packages_of(folder))
}

/// `npm ci` in one folder, unless what its lock file says is installed already.
fn packages_of(folder: &str) -> Outcome {
    let folder_path = root().join(folder);
    let lock = fs::read(folder_path.join("package-lock.json"))
        .map_err(|e| format!("{folder}/package-lock.json: {e}. It belongs into the repository."))?;
    // A copy of the lock file, written last: an install that was cut short has none.
    let stamp = folder_path.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(&mut npm(folder, &["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// Installs a helper of cargo when this machine has none of that name.
fn helper(helper: &Helper) -> Outcome {
    let Helper { word, version, cheap } = helper;
    if succeeds(cargo(&[word]).arg("--version")) {
        return Ok(());
    }
    println!("cargo-{word} is missing: building it once, which takes some minutes.");
    let name = format!("cargo-{word}");
    run(cargo(&["install", "--locked", &name, "--version", version])
        .args(*cheap)
        .env("CARGO_PROFILE_DEV_DEBUG", "false"))
}

/// A browser for the tests of the page: Debian's, or the one that the environment names.
fn chromium() -> Outcome {
    let named = env::var_os("CHROMIUM");
    if Path::new(named.as_deref().unwrap_or(CHROMIUM.as_ref())).exists() {
        return Ok(());
    }
    let advice = format!(
        "The browser tests need Chromium: at {CHROMIUM}, or wherever the variable CHROMIUM says."
    );
    if named.is_some() {
        return Err(advice);
    }
    // With what it recommends: without fonts there is no text to test.
    debian_package("chromium", &advice)
}

/// A session bus for the tests of the tray, which exists on Linux alone.
fn session_bus() -> Outcome {
    if !cfg!(target_os = "linux") || succeeds(Command::new("dbus-daemon").arg("--version")) {
        return Ok(());
    }
    debian_package("dbus-daemon", "The tests of the tray need dbus-daemon.")
}

/// Installs a package where that is possible without asking.
fn debian_package(name: &str, advice: &str) -> Outcome {
    if !Path::new("/etc/debian_version").exists() || !is_root() {
        return Err(format!(
            "{advice} On Debian: `sudo apt-get update && sudo apt-get install -y {name}`."
        ));
    }
    run(Command::new("apt-get").args(["update", "-q"]))?;
    let install = ["install", "-y", "-q", name];
    run(Command::new("apt-get").args(install).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|uid| uid == "0")
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_node_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8"), Some(8));
        assert_eq!(major("nonsense"), None);
    }
}
