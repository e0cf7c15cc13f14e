//! What a fresh machine lacks: npm packages, cargo's helpers, a browser, a bus. Installed where
//! that is possible without asking, else named with the command that installs it.

use std::{env, fs, path::Path, process::Command};

use crate::run::{Outcome, cargo, npm, output, root, run, succeeds};

/// The oldest Node that Vite 8 and the tests run on.
const NODE_AT_LEAST: u32 = 20;

/// Folders with an npm lock file.
const NPM_FOLDERS: &[&str] = &["ui", "tests/node", PROVIDER, EDITORS];

/// The npm package in the repository.
pub(crate) const PROVIDER: &str = "clients/phoenix-provider";

/// Pages of other editors.
pub(crate) const EDITORS: &str = "clients/editors";

/// Where Debian's package puts the browser.
const CHROMIUM: &str = "/usr/bin/chromium";

/// And where the one without tabs and toolbars, in which most browser tests take two thirds of the time.
const HEADLESS_SHELL: &str = "/usr/bin/chromium-headless-shell";

/// Where Debian's package puts the browser of mDNS.
const AVAHI: &str = "/usr/bin/avahi-browse";

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
    chromium()?;
    headless_shell()?;
    DEBIAN.iter().try_for_each(tool)?;
    avahi()
}

/// cargo-nextest, for one test alone.
pub(crate) fn nextest() -> Outcome {
    helper(&NEXTEST)
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
    if named.is_some() || !may_install() {
        return Err(format!(
            "The browser tests need Chromium: at {CHROMIUM}, or wherever the variable CHROMIUM says. \
             On Debian: `sudo apt-get update && sudo apt-get install -y chromium`."
        ));
    }
    // With what it recommends: without fonts there is no text to test.
    install(&["chromium"])
}

/// Where it cannot be had, or a browser is named, that plays all tests.
fn headless_shell() -> Outcome {
    if env::var_os("CHROMIUM").is_some() || Path::new(HEADLESS_SHELL).exists() || !may_install() {
        return Ok(());
    }
    install(&["--no-install-recommends", "chromium-headless-shell"])
}

/// A tool of Debian's that some test runs.
struct Tool {
    /// The program's name.
    program: &'static str,
    /// Who has it.
    package: &'static str,
    /// What for.
    reason: &'static str,
}

const DEBIAN: &[Tool] = &[
    Tool {
        program: "dbus-daemon",
        package: "dbus-daemon",
        reason: "the tests of the tray have a session bus of their own",
    },
    Tool {
        program: "zbarimg",
        package: "zbar-tools",
        reason: "the browser tests read QR codes back as a phone would",
    },
    Tool {
        program: "valgrind",
        package: "valgrind",
        reason: "`cargo xtask test guards` counts instructions",
    },
    Tool {
        program: "firefox-esr",
        package: "firefox-esr",
        reason: "what people type is tested in Firefox too",
    },
    Tool {
        program: "WebKitWebDriver",
        package: "webkit2gtk-driver",
        reason: "what people type is tested in WebKit too, the nearest to Safari here",
    },
    Tool {
        program: "Xvfb",
        package: "xvfb",
        reason: "WebKit's small browser wants a screen, also one that nobody sees",
    },
    Tool {
        program: "pandoc",
        package: "pandoc",
        reason: "files that people take along are read by a program that has nothing to do with us",
    },
    Tool {
        program: "soffice",
        package: "libreoffice-writer-nogui",
        reason: "the same files are opened by an office",
    },
    Tool {
        program: "nats-server",
        package: "nats-server",
        reason: "the tests of a cluster have a broker of their own",
    },
    Tool { program: "pdftotext", package: "poppler-utils", reason: "printed pages are read back" },
];

fn tool(tool: &Tool) -> Outcome {
    let Tool { program, package, reason } = tool;
    if is_on_path(program) {
        return Ok(());
    }
    if !may_install() {
        return Err(format!(
            "{program} is missing: {reason}. On Debian: \
             `sudo apt-get update && sudo apt-get install -y {package}`."
        ));
    }
    install(&["--no-install-recommends", package])
}

/// On Debian as root.
fn may_install() -> bool {
    Path::new("/etc/debian_version").exists() && is_root()
}

/// Installs what is named from Debian.
fn install(what: &[&str]) -> Outcome {
    run(Command::new("apt-get").args(["update", "-q"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-q"])
        .args(what)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// avahi, the judge of what neighbours are told; its tests are skipped, loudly, where it is missing.
fn avahi() -> Outcome {
    if Path::new(AVAHI).exists() || !may_install() {
        return Ok(());
    }
    install(&["--no-install-recommends", "avahi-daemon", "avahi-utils", "dbus", "iproute2", "curl"])
}

/// Not by calling it: some answer no word without doing something.
fn is_on_path(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
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
