//! What the program says of itself: completions for shells, a manual page, and where each setting comes from.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Subcommand};
use clap_complete::Shell;
use serde_json::json;

use super::{Action, Exit, built_command, command, parse, with_file};
use crate::base::redact::redacted;

/// Print completions for a shell
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// Which; for bash: fadepad completions bash > ~/.local/share/bash-completion/completions/fadepad
    #[arg(value_enum)]
    shell: Shell,
}

/// Say what a start would be made with
#[derive(Debug, clap::Args)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    task: ConfigTask,
}

#[derive(Debug, Subcommand)]
enum ConfigTask {
    /// Print each setting, and whether the environment, the configuration file or nobody says so
    Show(ShowArgs),
}

#[derive(Debug, clap::Args)]
struct ShowArgs {
    /// The configuration file
    #[arg(short, long, env = "FADEPAD_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

impl CompletionsArgs {
    pub(super) fn action(&self) -> Action {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut built_command(), "fadepad", &mut text);
        Action::Print(String::from_utf8_lossy(&text).into_owned())
    }
}

/// The manual page.
pub(super) fn man() -> Action {
    let mut text = Vec::new();
    // It is written to memory, which fails for no page.
    let _ = clap_mangen::Man::new(command()).render(&mut text);
    Action::Print(String::from_utf8_lossy(&text).into_owned())
}

/// A setting, and who says so.
struct Setting {
    flag: String,
    value: Option<String>,
    from: &'static str,
}

impl ConfigArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let ConfigTask::Show(ShowArgs { config, json }) = &self.task;
        let named = config.iter().flat_map(|file| [OsString::from("--config"), file.into()]);
        let argv: Vec<_> = std::iter::once(OsString::from("fadepad")).chain(named).collect();
        let bare = parse(&argv)?;
        let full = with_file(argv, bare.clone())?;
        let flags = command();
        let settings: Vec<_> =
            flags.get_arguments().filter_map(|flag| setting(flag, &bare, &full)).collect();
        Ok(Action::Print(if *json { as_json(&settings) } else { as_text(&settings) }))
    }
}

fn setting(flag: &Arg, bare: &ArgMatches, full: &ArgMatches) -> Option<Setting> {
    let id = flag.get_id().as_str();
    if matches!(id, "help" | "version" | "config") || flag.is_hide_set() {
        return None;
    }
    let name = flag.get_long().map_or_else(|| "pad".to_owned(), ToOwned::to_owned);
    // What the file says is added as flags, so what is a flag only then is the file's.
    let from = match (bare.value_source(id), full.value_source(id)) {
        (Some(ValueSource::EnvVariable), _) => "environment",
        (_, Some(ValueSource::CommandLine)) => "file",
        _ => "default",
    };
    let raw = full.try_get_raw(id).ok().flatten();
    let values: Vec<_> =
        raw.into_iter().flatten().map(|value| shown(&value.to_string_lossy())).collect();
    let value = (!values.is_empty()).then(|| values.join(","));
    // A secret is nobody's to read over a shoulder.
    let value = if id == "pin" { value.map(|_| "(set)".to_owned()) } else { value };
    Some(Setting { flag: name, value, from })
}

/// A password before a host is a secret, too.
fn shown(value: &str) -> String {
    redacted(value)
}

fn as_text(settings: &[Setting]) -> String {
    let widest = settings.iter().map(|one| one.flag.len()).max().unwrap_or(0);
    settings.iter().fold(String::new(), |mut text, Setting { flag, value, from }| {
        let value = value.as_deref().unwrap_or("-");
        let _ = writeln!(text, "{flag:<widest$}  {value}  ({from})");
        text
    })
}

fn as_json(settings: &[Setting]) -> String {
    let of = |one: &Setting| (one.flag.clone(), json!({ "value": one.value, "from": one.from }));
    let all: serde_json::Map<_, _> = settings.iter().map(of).collect();
    format!("{}\n", serde_json::Value::from(all))
}
