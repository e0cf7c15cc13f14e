//! The configuration file: TOML whose keys are the flags' long names. What it says is added to the
//! command line where neither flag nor environment said it, so that one parser judges all.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Command;
use toml::{Table, Value};

use super::{BAD_CONFIG, Exit};
use crate::base::folders;

/// The file's name beside the binary and in the platform's folder.
const NAME: &str = "fadepad.toml";

/// The file that was named, else the one in its usual places, where there is one.
pub(super) fn find(named: Option<&PathBuf>) -> Result<Option<PathBuf>, Exit> {
    if let Some(path) = named {
        return Ok(Some(path.clone()));
    }
    let beside = env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join(NAME)));
    let places = [folders::config().map(|folder| folder.join("fadepad").join(NAME)), beside];
    Ok(places.into_iter().flatten().find(|path| path.is_file()))
}

/// What a file adds.
#[derive(Default)]
pub(super) struct Added {
    /// Flags with their values.
    pub(super) flags: Vec<OsString>,
    /// The pad's name, which may be a command's: it can mean nothing else here.
    pub(super) pad: Option<OsString>,
}

/// The arguments that the file adds.
pub(super) fn arguments(
    path: &Path,
    command: &Command,
    absent: impl Fn(&str) -> bool,
) -> Result<Added, Exit> {
    let bad = |text: String| Exit { text: format!("{text}\n"), code: BAD_CONFIG };
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|e| bad(format!("the configuration {shown} can't be read: {e}")))?;
    let table: Table =
        text.parse().map_err(|e| bad(format!("the configuration {shown} is not TOML: {e}")))?;
    let mut added = Added::default();
    for (key, value) in table {
        let long = key.replace('_', "-");
        let arg = command.get_arguments().find(|arg| match arg.get_long() {
            Some(name) => name == long,
            None => arg.get_id() == "pad" && long == "pad",
        });
        let known = arg.filter(|arg| !matches!(arg.get_long(), Some("config" | "list-interfaces")));
        let arg = known.ok_or_else(|| {
            bad(format!(
                "the configuration {shown} has a key \"{key}\" that is no flag; see --help"
            ))
        })?;
        if absent(arg.get_id().as_str()) {
            let values = values(&value).ok_or_else(|| {
                bad(format!("the configuration {shown} has a value for \"{key}\" that is none"))
            })?;
            match arg.get_long() {
                Some(flag) => {
                    let values = values.iter();
                    added.flags.extend(values.filter_map(|value| argument(flag, arg, value)));
                }
                None => added.pad = values.into_iter().next().map(Into::into),
            }
        }
    }
    Ok(added)
}

fn argument(flag: &str, arg: &clap::Arg, value: &str) -> Option<OsString> {
    let is_switch = !arg.get_action().takes_values();
    match (is_switch, value) {
        (true, "true") => Some(format!("--{flag}").into()),
        (true, _) => None,
        (false, value) => Some(format!("--{flag}={value}").into()),
    }
}

fn values(value: &Value) -> Option<Vec<String>> {
    Some(match value {
        Value::Array(list) => list.iter().map(single).collect::<Option<_>>()?,
        single_value => vec![single(single_value)?],
    })
}

fn single(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(switch) => Some(switch.to_string()),
        _ => None,
    }
}
