//! Where peers are installed, and the commands that do it: npm by a lock file, pip by pinned versions.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

/// The folder that holds all peers: `target/peers`.
pub(super) fn folder(peer: &str) -> PathBuf {
    let root =
        env::var_os("FADEPAD_PEERS").map_or_else(|| root().join("target/peers"), PathBuf::from);
    root.join(peer)
}

/// What the repository says of a peer: `bench/peers/NAME`.
fn recipe(peer: &str) -> PathBuf {
    root().join("bench/peers").join(peer)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Copies the recipe of a peer to where it is installed; false when that is done already, with the
/// same recipe.
fn copy(peer: &str, lock: &str) -> Result<bool> {
    let (from, to) = (recipe(peer), folder(peer));
    if fs::read(to.join("installed"))
        .is_ok_and(|was| fs::read(from.join(lock)).is_ok_and(|is| is == was))
    {
        return Ok(false);
    }
    fs::create_dir_all(&to)?;
    for file in fs::read_dir(&from).with_context(|| from.display().to_string())? {
        let file = file?;
        fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(true)
}

/// Written last: an installation that was cut short is done again.
fn done(peer: &str, lock: &str) -> Result<()> {
    fs::copy(recipe(peer).join(lock), folder(peer).join("installed"))?;
    Ok(())
}

/// Installs a peer of npm by its lock file.
pub(super) fn npm(peer: &str) -> Result<()> {
    const LOCK: &str = "package-lock.json";
    if copy(peer, LOCK)? {
        run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder(peer)))?;
        done(peer, LOCK)?;
    }
    Ok(())
}

/// Installs a peer of Python into an environment of its own.
pub(super) fn pip(peer: &str) -> Result<()> {
    const LOCK: &str = "requirements.txt";
    if copy(peer, LOCK)? {
        let home = folder(peer);
        run(Command::new("python3").args(["-m", "venv", "venv"]).current_dir(&home))?;
        let install = ["install", "--quiet", "--disable-pip-version-check", "-r", LOCK];
        run(Command::new(home.join("venv/bin/pip")).args(install).current_dir(&home))?;
        done(peer, LOCK)?;
    }
    Ok(())
}

/// Builds a peer of crates.io.
pub(super) fn cargo(peer: &str, version: &str) -> Result<()> {
    let home = folder(peer);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo)
        .args(["install", "--locked", peer, "--version", version, "--root"])
        .arg(home))
}

fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| program.clone())?;
    ensure!(status.success(), "{program}: {status}");
    Ok(())
}

/// Nothing of what a server prints is of interest.
pub(super) fn quiet(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}
