//! Starting other programs, so that a failure says which one and from where.

use std::{
    env,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What a command comes to: nothing, or a sentence for the person who ran it.
pub(crate) type Outcome = Result<(), String>;

/// What is built once for the tests, their documentation, the guards and the browser tests: the binary stands among it. Built by
/// itself, it would take other features of its dependencies, and these be compiled twice.
pub(crate) const ALL: [&str; 5] = ["--release", "--workspace", "--exclude", "xtask", "--locked"];

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where cargo builds to.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The binary of the release profile.
pub(crate) fn release_binary() -> PathBuf {
    target().join("release").join(format!("fadepad{}", env::consts::EXE_SUFFIX))
}

/// The cargo that runs us, in the repository's root.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(args).current_dir(root());
    command
}

/// npm in a folder of the repository.
pub(crate) fn npm(folder: &str, args: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(args).current_dir(root().join(folder));
    command
}

/// Runs to the end; an error names the command line.
pub(crate) fn run(command: &mut Command) -> Outcome {
    println!("$ {}", shown(command));
    let status = command.status().map_err(|e| format!("`{}`: {e}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}`: {status}", shown(command))) }
}

/// Runs to the end without a word; true when it succeeded.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Runs to the end and returns what it printed, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let out = command.output().map_err(|e| format!("`{}`: {e}", shown(command)))?;
    if !out.status.success() {
        return Err(format!("`{}`: {}", shown(command), String::from_utf8_lossy(&out.stderr)));
    }
    Ok(String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Runs to the end, passing its stderr on, and returns what stood there from the last line with `word` on.
pub(crate) fn run_and_keep(command: &mut Command, word: &str) -> (Outcome, Vec<String>) {
    println!("$ {}", shown(command));
    let mut child = match command.stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(e) => return (Err(format!("`{}`: {e}", shown(command))), Vec::new()),
    };
    let mut kept = Vec::new();
    for line in child.stderr.take().into_iter().flat_map(|pipe| BufReader::new(pipe).lines()) {
        let Ok(line) = line else { break };
        eprintln!("{line}");
        if line.contains(word) {
            kept.clear();
        }
        if line.contains(word) || !kept.is_empty() {
            kept.push(line.trim().to_owned());
        }
    }
    let outcome = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}`: {status}", shown(command))),
        Err(e) => Err(format!("`{}`: {e}", shown(command))),
    };
    (outcome, kept)
}

/// The command line as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    match command.get_current_dir().and_then(|dir| dir.strip_prefix(root()).ok()) {
        Some(folder) if folder != Path::new("") => format!("{line}  (in {}/)", folder.display()),
        _ => line,
    }
}
