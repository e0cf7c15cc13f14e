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
    let bad = |text: String| Exit { text: format!("fadepad: {text}\n"), code: BAD_CONFIG };
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|e| bad(format!("the configuration {shown} can't be read: {e}")))?;
    let no_toml = |e| bad(format!("the configuration {shown} is not TOML: {}", told(&e, &text)));
    let table: Table = text.parse().map_err(no_toml)?;
    let mut added = Added::default();
    for (key, value) in table {
        let long = key.replace('_', "-");
        let arg = command.get_arguments().find(|arg| match arg.get_long() {
            Some(name) => name == long,
            None => arg.get_id() == "pad" && long == "pad",
        });
        let known = arg.filter(|arg| !matches!(arg.get_long(), Some("config" | "list-interfaces")));
        let arg = known.ok_or_else(|| {
            let near = nearest(&long, command).map(|near| format!(". Did you mean {near}?"));
            let way = near.unwrap_or_else(|| "; see --help".into());
            bad(format!("the configuration {shown} has a key \"{key}\" that is no flag{way}"))
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

/// The flag that was meant where a key is nearly one: a slip of the finger, in long names two.
fn nearest<'a>(key: &str, command: &'a Command) -> Option<&'a str> {
    let flags = command.get_arguments().filter_map(|arg| arg.get_long());
    let slips = flags.map(|flag| (strsim::osa_distance(key, flag), flag));
    let near = slips.filter(|(slips, flag)| *slips <= if flag.len() > 4 { 2 } else { 1 });
    near.min().map(|(_, flag)| flag)
}

/// What is wrong with the file. A line with a PIN is not shown: `pin = 0471` is no number of TOML.
fn told(error: &toml::de::Error, text: &str) -> String {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let whole = text[before.len() - line.len()..].lines().next().unwrap_or_default();
    match whole.to_lowercase().contains("pin") {
        true => format!("line {}: {}", before.matches('\n').count() + 1, error.message()),
        false => error.to_string(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_toml_is_shown_unless_a_pin_is_in_it() {
        let wrong = |text: &str| told(&text.parse::<Table>().unwrap_err(), text);
        let shown = wrong("port = 0\nttl = 15m\n");
        assert!(shown.contains("ttl = 15m"), "{shown}");
        for text in ["port = 0\npin = 0471\n", "pin = \"0471\n", "pin = 'a' 0471"] {
            let hidden = wrong(text);
            assert!(hidden.starts_with("line ") && !hidden.contains("0471"), "{hidden}");
        }
    }
}
