//! Flags, environment and file → [`Config`]. The only file that knows clap.

mod about;
mod args;
mod checks;
mod cluster;
mod commands;
mod file;
mod pads;
mod reserved;
mod take;
mod texts;
mod tls;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _};

use self::args::Args;
pub use self::args::LogFormat;
use self::commands::Command;
pub use self::texts::{FileFormArg, TextForm, TextTask};
use crate::base::names::PadName;
use crate::base::redact::redacted;
use crate::base::target::{Link, Target};
use crate::config::Config;

/// What was asked for.
#[derive(Debug)]
pub struct Request {
    /// What to do.
    pub action: Action,
    /// The log's filter.
    pub log: String,
    /// The log's form.
    pub log_format: LogFormat,
}

/// What to do.
#[derive(Debug)]
pub enum Action {
    /// Host a pad.
    Host(Box<Config>),
    /// Host a pad that another machine has hosted so far.
    Take {
        /// Its host's link there.
        from: Link,
        /// What the server here is started with, where none runs.
        config: Box<Config>,
    },
    /// Print this machine's addresses; with `true` as JSON.
    ListInterfaces(bool),
    /// Print the licences of all that is in this program.
    Licenses,
    /// List the pads on this network; with `true` as JSON.
    Find(bool),
    /// List the pads that are open.
    List {
        /// A host's link; `None`: here.
        link: Option<Link>,
        /// Whether programs read the answer.
        json: bool,
    },
    /// End a pad.
    End {
        /// Which.
        pad: Target,
        /// Whether nobody is offered a copy.
        now: bool,
        /// Whether programs read the answer.
        json: bool,
    },
    /// Have everyone read another title of a pad.
    Rename {
        /// Which.
        pad: Target,
        /// The title; empty: its name.
        title: String,
        /// Whether programs read the answer.
        json: bool,
    },
    /// Print a text that is ready: a manual, completions, what is configured.
    Print(String),
    /// Read a pad's text, or write into it.
    Text {
        /// Which pad.
        pad: Target,
        /// The second secret, where the pad asks for one.
        pin: Option<String>,
        /// What to do.
        task: TextTask,
        /// Whether programs read the answer.
        json: bool,
    },
    /// Ask the server of this machine whether it is ready.
    Healthcheck {
        /// What it was started with.
        config: Box<Config>,
        /// Whether programs read the answer.
        json: bool,
    },
    /// Look for what would keep phones out.
    Doctor {
        /// What a start would be made with.
        config: Box<Config>,
        /// Whether programs read the answer.
        json: bool,
    },
}

/// A text for the user and the exit code that goes with it.
#[derive(Debug)]
pub struct Exit {
    /// What to print.
    pub text: String,
    /// 0 for help, 2 for a wrong use, 4 for a wrong configuration.
    pub code: u8,
}

/// Exit code: a wrong use.
const WRONG_USE: u8 = 2;

/// Exit code: the configuration is not valid.
const BAD_CONFIG: u8 = 4;

/// A key is longer than this: what is shorter stands in any sentence.
const SHORTEST_KEY: usize = 8;

impl Exit {
    /// The same without a key or a password of a link, whatever is wrong with it: what the program refuses is copied into a chat.
    fn discreet(self, argv: &[OsString]) -> Self {
        if self.code == 0 {
            return self;
        }
        // Whole, also where a key was broken in two as it was copied.
        let keys = argv.iter().filter_map(|arg| arg.to_str()?.split_once('#').map(|(_, key)| key));
        let keys = keys.filter(|key| key.len() >= SHORTEST_KEY);
        let text = keys.fold(self.text, |text, key| text.replace(key, "…"));
        Self { text: redacted(&text), ..self }
    }
}

/// Reads what was asked for.
///
/// # Errors
/// Help and version too end the program with a text. Nothing of a link that opens a pad is in it.
pub fn read(argv: impl IntoIterator<Item = OsString>) -> Result<Request, Exit> {
    let argv: Vec<_> = argv.into_iter().collect();
    asked(argv.clone()).map_err(|exit| exit.discreet(&argv))
}

fn asked(argv: Vec<OsString>) -> Result<Request, Exit> {
    let better = || reserved::refuse_more(&argv).or_else(|| mistyped(&argv));
    let matches = parse(&argv).map_err(|exit| better().unwrap_or(exit))?;
    let said = matches.clone();
    let rank = |id: &str| match said.value_source(id) {
        Some(ValueSource::CommandLine) => 2,
        Some(ValueSource::EnvVariable) => 1,
        // What the file says is added below.
        _ => 0,
    };
    // The file holds flags of the host; a subcommand has its own.
    let matches = match matches.subcommand_name() {
        Some(name) => reserved::refuse(name).map_or(Ok(matches.clone()), Err)?,
        None => {
            refuse_commands(&argv, &matches)?;
            with_file(argv, matches)?
        }
    };
    let mut args = Args::from_arg_matches(&matches).map_err(usage)?;
    args.choose_output(rank)?;
    args.request()
}

/// A command that was mistyped, with what it would have taken.
fn mistyped(argv: &[OsString]) -> Option<Exit> {
    let word = reserved::first_word(argv).filter(|word| !built().contains(word))?;
    reserved::refuse_pad(word, &built())
}

/// A pad's name that is a command's, or nearly, is asked about; behind `--` nobody asks.
fn refuse_commands(argv: &[OsString], matches: &ArgMatches) -> Result<(), Exit> {
    let meant = argv.iter().any(|arg| arg == "--");
    let typed = matches.value_source("pad") == Some(ValueSource::CommandLine);
    let pad = matches.get_one::<PadName>("pad").filter(|_| typed && !meant);
    pad.and_then(|pad| reserved::refuse_pad(pad.as_str(), &built())).map_or(Ok(()), Err)
}

/// The commands that there are.
fn built() -> Vec<&'static str> {
    Command::NAMES.to_vec()
}

/// The configuration of a start without a flag, but for the file's name.
fn configuration(file: Option<&PathBuf>) -> Result<Config, Exit> {
    let named = file.map(|file| [OsString::from("--config"), file.clone().into()]);
    let argv: Vec<_> =
        std::iter::once("fadepad".into()).chain(named.into_iter().flatten()).collect();
    let matches = parse(&argv)?;
    let matches = with_file(argv, matches)?;
    Ok(Args::from_arg_matches(&matches).map_err(usage)?.config())
}

/// Adds what the configuration's file says, where there is one.
fn with_file(mut argv: Vec<OsString>, matches: ArgMatches) -> Result<ArgMatches, Exit> {
    let Some(found) = file::find(matches.get_one::<PathBuf>("config"))? else { return Ok(matches) };
    let absent = |id: &str| is_absent(&matches, id);
    let file::Added { flags, pad } = file::arguments(&found, &command(), absent)?;
    // Before all others: what is added behind a `--` would be a name.
    argv.splice(1..1, flags);
    argv.extend(pad.into_iter().flat_map(|pad| ["--".into(), pad]));
    parse(&argv).map_err(|exit| Exit {
        text: format!("fadepad: in {}:\n{}", found.display(), exit.text),
        code: BAD_CONFIG,
    })
}

/// The flags; help names their variables, but not what these hold.
fn command() -> clap::Command {
    reserved::reserve(built_command())
}

/// The same without the names that are only reserved: what a shell offers.
fn built_command() -> clap::Command {
    without_values(Args::command())
}

/// Also the PIN may stand in the environment: what is set there is nobody's to read over a shoulder.
fn without_values(command: clap::Command) -> clap::Command {
    let command = command.mut_args(|arg| arg.hide_env_values(true));
    command.mut_subcommands(without_values)
}

fn parse(argv: &[OsString]) -> Result<ArgMatches, Exit> {
    // A value from the environment is configuration, not use; clap names the variable's flag.
    command().try_get_matches_from(argv).map_err(usage)
}

fn usage(error: clap::Error) -> Exit {
    let shown = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    Exit { text: error.render().to_string(), code: if shown { 0 } else { 2 } }
}

fn is_absent(matches: &ArgMatches, id: &str) -> bool {
    matches!(matches.value_source(id), None | Some(ValueSource::DefaultValue))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::base::limits::Limits;
    use crate::config::Port;

    fn config(args: &[&str]) -> Config {
        let argv = std::iter::once("fadepad").chain(args.iter().copied()).map(OsString::from);
        match read(argv).unwrap().action {
            Action::Host(config) => *config,
            other => panic!("{other:?}"),
        }
    }

    fn exit(args: &[&str]) -> Exit {
        let argv = std::iter::once("fadepad").chain(args.iter().copied()).map(OsString::from);
        read(argv).unwrap_err()
    }

    #[test]
    fn the_flags_are_consistent() {
        command().debug_assert();
    }

    #[test]
    fn every_flag_that_is_a_setting_is_a_variable_of_its_name() {
        // What is asked for once, and the short ways to say what another one says.
        const NONE: [&str; 5] = ["help", "version", "licenses", "list-interfaces", "no-open"];
        for arg in command().get_arguments() {
            let Some(long) = arg.get_long().filter(|long| !NONE.contains(long)) else { continue };
            let named = arg.get_env().map(|name| name.to_string_lossy().into_owned());
            let expected = format!("FADEPAD_{}", long.to_uppercase().replace('-', "_"));
            assert_eq!(named, Some(expected), "--{long}");
        }
    }

    #[test]
    fn defaults_are_the_promised_ones() {
        let config = config(&[]);
        assert_eq!(config.pad.as_str(), "notes");
        assert_eq!(config.port, Port::From(7780));
        assert_eq!(config.ttl, Duration::from_secs(900));
        assert_eq!(config.max_lifetime, Duration::from_secs(86_400));
        assert_eq!(config.limits.doc, Limits::default().doc);
        assert!(config.limits.enforced);
    }

    #[test]
    fn flags_change_them() {
        let config = config(&["Plans", "-p", "0", "-t", "30s", "--limits", "off", "--headless"]);
        assert_eq!(config.pad.as_str(), "plans");
        assert_eq!(config.port, Port::Exactly(0));
        assert_eq!(config.ttl, Duration::from_secs(30));
        assert!(!config.limits.enforced);
        assert_eq!(config.open, Some(false));
    }

    #[test]
    fn a_pin_is_taken_and_a_text_that_is_none_is_refused_without_being_shown() {
        assert!(config(&["--pin", "4711"]).pin.is_some_and(|pin| pin.is("4711")));
        assert!(config(&[]).pin.is_none());
        for odd in ["123", "12\n34"] {
            let exit = exit(&["--pin", odd]);
            assert_eq!(exit.code, 2);
            assert!(exit.text.contains("4 to 64") && !exit.text.contains(odd), "{}", exit.text);
        }
    }

    #[test]
    fn a_refused_url_does_not_show_the_password_in_it() {
        for args in
            [&["--url", "http://user:hunter2@host"][..], &["cat", "ftp://u:hunter2@host/p/a"]]
        {
            let exit = exit(args);
            assert!(exit.code == 2 && !exit.text.contains("hunter2"), "{}", exit.text);
        }
    }

    #[test]
    fn no_misuse_shows_a_key_whatever_is_wrong_with_its_link_or_with_what_stands_beside_it() {
        let (key, half) = ("4wYkq_T2-secretSECRETsecret", "secretSECRET\nsecret");
        let links = [
            format!("http://10.0.0.7:7780/p/notes#{key}"),
            format!("10.0.0.7:7780/p/notes#{key}"),
            format!("http://10.0.0.7:7780/p/no tes#{key}"),
            format!("http://10.0.0.7:7780/p/notes%23{key}"),
            format!("http://10.0.0.7:7780/p/notes?key={key}"),
            format!("http://10.0.0.7:7780/p/notes#{half}"),
            format!("notes#{key}"),
            format!("#{key}"),
            "http://localhost:7780/h/secretSECRET".to_owned(),
            "http://me:secretSECRET@10.0.0.7/p/notes".to_owned(),
        ];
        let all = command();
        let flags = all.get_arguments().filter_map(|arg| arg.get_long().map(str::to_owned));
        let flags: Vec<_> = flags.map(|flag| format!("--{flag}")).collect();
        for link in links.iter().map(String::as_str) {
            let mut uses = vec![vec![link], vec!["--headless", "take", link], vec!["notes", link]];
            uses.extend(Command::NAMES.into_iter().chain(reserved::names()).flat_map(|name| {
                let rest = [vec![name, link, link, link], vec![name, link, "--no-such-flag"]];
                let flag = [vec![name, "--fingerprint", link], vec!["--headless", name, link]];
                rest.into_iter().chain(flag)
            }));
            uses.extend(flags.iter().map(|flag| vec![flag.as_str(), link, "--no-such-flag", link]));
            let joined: Vec<_> = flags.iter().map(|flag| format!("{flag}={link}")).collect();
            uses.extend(joined.iter().map(|flag| vec![flag.as_str(), "--no-such-flag"]));
            for args in uses {
                let argv = std::iter::once("fadepad").chain(args.iter().copied());
                let Err(exit) = read(argv.map(OsString::from)) else { continue };
                assert!(!exit.text.contains("secret"), "{args:?}: {}", exit.text);
            }
        }
    }

    #[test]
    fn no_help_shows_what_the_environment_holds() {
        let mut waiting = vec![command()];
        while let Some(next) = waiting.pop() {
            for arg in next.get_arguments().filter(|arg| arg.get_env().is_some()) {
                assert!(arg.is_hide_env_values_set(), "{} {}", next.get_name(), arg.get_id());
            }
            waiting.extend(next.get_subcommands().cloned());
        }
    }

    #[test]
    fn a_subcommand_wins_over_a_pad_of_its_name() {
        let action = |args: &[&str]| {
            let argv = std::iter::once("fadepad").chain(args.iter().copied()).map(OsString::from);
            read(argv).unwrap().action
        };
        assert!(matches!(action(&["find", "--json"]), Action::Find(true)));
        assert!(matches!(action(&["find"]), Action::Find(false)));
        assert_eq!(config(&["--", "find"]).pad.as_str(), "find");
        assert_eq!(config(&["--port", "0", "--", "find"]).pad.as_str(), "find");
        assert_eq!(exit(&["find", "--port", "0"]).code, 2, "flags of hosting are not for it");
    }

    #[test]
    fn no_command_starts_a_pad_built_or_promised() {
        // Every one of docs and help, and what people try.
        for name in reserved::names() {
            let way = format!("fadepad -- {name}");
            let asked =
                [vec![name], vec![name, "http://x/p/y#z", "--json"], vec!["--port", "0", name]];
            for args in &asked {
                let exit = exit(args);
                assert_eq!(exit.code, 2, "{args:?}");
                assert!(exit.text.contains(&way), "{args:?}: {}", exit.text);
            }
            assert_eq!(config(&["--", name]).pad.as_str(), name);
            assert_eq!(config(&["--port", "0", "--", name]).pad.as_str(), name);
        }
        for name in ["find", "doctor", "Find"] {
            assert!(exit(&["--port", "0", name]).text.contains("is a command"), "{name}");
        }
        let told = exit(&["find", "--port", "0"]).text;
        assert!(told.contains("--port"), "what is wrong with a command is told: {told}");
        assert_eq!(exit(&["doctor", "--help"]).code, 0);
        assert!(exit(&["exprot", "http://x/p/y#z"]).text.contains("Did you mean: fadepad export"));
        assert!(exit(&["healtchek", "--json"]).text.contains("Did you mean: fadepad healthcheck"));
        assert!(exit(&["fnid", "--json"]).text.contains("Did you mean: fadepad find"));
        assert!(exit(&["--", "list", "--port", "0"]).text.contains("fadepad --port 0 -- list"));
    }

    #[test]
    fn a_wrong_use_names_the_value_and_the_way_out() {
        for (args, word) in [
            (vec!["a b"], "a b"),
            (vec!["--ttl", "soon"], "15m"),
            (vec!["--no-such-flag"], "--no-such-flag"),
            (vec!["--port", "70000"], "70000"),
            (vec!["--url", "example"], "http"),
            (vec!["--quiet", "--json"], "leave one"),
        ] {
            let exit = exit(&args);
            assert_eq!(exit.code, 2, "{args:?}");
            assert!(exit.text.contains(word), "{}", exit.text);
        }
        assert_eq!(exit(&["--help"]).code, 0);
    }
}
