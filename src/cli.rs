//! Flags, environment and file → [`Config`]. The only file that knows clap.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::BoolishValueParser;
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, ValueEnum};

use crate::base::limits::Limits;
use crate::base::names::PadName;
use crate::base::network::Network;
use crate::config::{Config, DEFAULT_PORT, Output, Port};

mod file;
mod values;

use values::{bytes, duration, host, url};

/// A pad that fades when everyone has left.
///
/// Starts a pad that everyone in the room can write in with a browser. It prints a QR and a code;
/// when the last person has left and a grace time is over, the text is erased from memory.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, next_line_help = false)]
struct Args {
    /// The pad's name: letters, digits, '-' and '_'
    #[arg(value_name = "PAD", default_value = "notes")]
    pad: PadName,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    life: LifeArgs,
    #[command(flatten)]
    host: HostArgs,
    #[command(flatten)]
    limits: LimitArgs,
    #[command(flatten)]
    log: LogArgs,
    /// TOML file with the long names of these flags (flag > environment > file > default)
    #[arg(short, long, env = "FADEPAD_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Network")]
struct NetworkArgs {
    /// Port to listen on; 0 is any free one [default: 7780, else the next free of 10]
    #[arg(short, long, env = "FADEPAD_PORT")]
    port: Option<u16>,
    /// Address to listen on (repeatable) [default: all, IPv4 and IPv6]
    #[arg(short, long, env = "FADEPAD_BIND", value_name = "ADDRESS", value_delimiter = ',')]
    bind: Vec<IpAddr>,
    /// Network for QR and links: a name, an address or a range (repeatable) [default: the best]
    #[arg(short, long, env = "FADEPAD_INTERFACE", value_name = "NETWORK", value_delimiter = ',')]
    interface: Vec<Network>,
    /// Print this machine's addresses, ranked, and why
    #[arg(long)]
    list_interfaces: bool,
    /// Public base URL for QR and links, behind a reverse proxy
    #[arg(long, env = "FADEPAD_URL", value_parser = url)]
    url: Option<String>,
    /// Further host name that is answered (repeatable)
    #[arg(long, env = "FADEPAD_ALLOWED_HOST", value_name = "HOST", value_delimiter = ',', value_parser = host)]
    allowed_host: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Life")]
struct LifeArgs {
    /// How long a pad outlives its last person, such as 30s, 15m, 8h
    #[arg(short, long, env = "FADEPAD_TTL", default_value = "15m", value_name = "TIME", value_parser = duration)]
    ttl: Duration,
    /// Hard end of a pad and of its links
    #[arg(long, env = "FADEPAD_MAX_LIFETIME", default_value = "24h", value_name = "TIME", value_parser = duration)]
    max_lifetime: Duration,
    /// Key that signs links, made where missing: with the same file links survive a restart
    #[arg(long, env = "FADEPAD_SECRET_FILE", value_name = "FILE")]
    secret_file: Option<PathBuf>,
    /// Who may open further pads
    #[arg(long, env = "FADEPAD_CREATE", default_value = "host", value_name = "WHO")]
    create: Create,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Host")]
struct HostArgs {
    /// Open the host's browser [default: where there is a desktop]
    #[arg(short, long, env = "FADEPAD_OPEN", value_parser = BoolishValueParser::new(), num_args = 0..=1, default_missing_value = "true", require_equals = true, overrides_with = "no_open")]
    open: Option<bool>,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    /// Only serve: nothing of a desktop
    #[arg(long)]
    headless: bool,
    /// Print no QR
    #[arg(long)]
    no_qr: bool,
    /// Print only the join URL
    #[arg(long, conflicts_with = "json")]
    quiet: bool,
    /// Print events, one JSON object a line
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits")]
struct LimitArgs {
    /// off: counts, rates and waiting penalties are not enforced (load tests only)
    #[arg(long, env = "FADEPAD_LIMITS", default_value = "on", value_name = "ON")]
    limits: Switch,
    /// Pads at once
    #[arg(long, env = "FADEPAD_MAX_PADS", default_value_t = Limits::default().pads, value_name = "N")]
    max_pads: usize,
    /// People in one pad
    #[arg(long, env = "FADEPAD_MAX_PEOPLE", default_value_t = Limits::default().people, value_name = "N")]
    max_people: usize,
    /// Sockets in all
    #[arg(long, env = "FADEPAD_MAX_SOCKETS", default_value_t = Limits::default().sockets, value_name = "N")]
    max_sockets: usize,
    /// Sockets of one address
    #[arg(long, env = "FADEPAD_MAX_SOCKETS_PER_ADDRESS", default_value_t = Limits::default().sockets_per_address, value_name = "N")]
    max_sockets_per_address: usize,
    /// Bytes of one pad, such as 8M
    #[arg(long, env = "FADEPAD_MAX_PAD_BYTES", default_value = "8M", value_name = "BYTES", value_parser = bytes)]
    max_pad_bytes: usize,
    /// Bytes of all pads together [default: 1G, at most a quarter of the memory]
    #[arg(long, env = "FADEPAD_MAX_MEMORY", value_name = "BYTES", value_parser = bytes)]
    max_memory: Option<usize>,
    /// Messages a second from one connection
    #[arg(long, env = "FADEPAD_MAX_MESSAGES", default_value_t = Limits::default().messages, value_name = "N")]
    max_messages: u32,
    /// Bytes a second from one connection
    #[arg(long, env = "FADEPAD_MAX_BYTES", default_value = "1M", value_name = "BYTES", value_parser = bytes)]
    max_bytes: usize,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Logs (to stderr)")]
struct LogArgs {
    /// Level or filter: error, warn, info, debug
    #[arg(long, env = "FADEPAD_LOG", default_value = "warn", value_name = "LEVEL")]
    log: String,
    /// Form of the log
    #[arg(long, env = "FADEPAD_LOG_FORMAT", default_value = "text", value_name = "FORM")]
    log_format: LogFormat,
    /// Log more: -v info, -vv debug
    #[arg(short, action = clap::ArgAction::Count)]
    verbose: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Create {
    Host,
    Anyone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

/// The form of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

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
    /// Print this machine's addresses; with `true` as JSON.
    ListInterfaces(bool),
}

/// A text for the user and the exit code that goes with it.
#[derive(Debug)]
pub struct Exit {
    /// What to print.
    pub text: String,
    /// 0 for help, 2 for a wrong use, 4 for a wrong configuration.
    pub code: u8,
}

/// Exit code: the configuration is not valid.
const BAD_CONFIG: u8 = 4;

/// Reads what was asked for.
///
/// # Errors
/// Help and version too end the program with a text.
pub fn read(argv: impl IntoIterator<Item = OsString>) -> Result<Request, Exit> {
    let mut argv: Vec<_> = argv.into_iter().collect();
    let mut matches = parse(&argv)?;
    if let Some(found) = file::find(matches.get_one::<PathBuf>("config"))? {
        let absent = |id: &str| is_absent(&matches, id);
        let more = file::arguments(&found, &Args::command(), absent)?;
        argv.extend(more);
        matches = parse(&argv).map_err(|exit| Exit {
            text: format!("in {}:\n{}", found.display(), exit.text),
            code: BAD_CONFIG,
        })?;
    }
    let args = Args::from_arg_matches(&matches).map_err(usage)?;
    Ok(args.request())
}

fn parse(argv: &[OsString]) -> Result<ArgMatches, Exit> {
    // A value from the environment is configuration, not use; clap names the variable's flag.
    Args::command().try_get_matches_from(argv).map_err(usage)
}

fn usage(error: clap::Error) -> Exit {
    let shown = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    Exit { text: error.render().to_string(), code: if shown { 0 } else { 2 } }
}

fn is_absent(matches: &ArgMatches, id: &str) -> bool {
    matches!(matches.value_source(id), None | Some(ValueSource::DefaultValue))
}

impl Args {
    fn request(self) -> Request {
        let verbose = ["warn", "info", "debug"][usize::from(self.log.verbose.min(2))];
        let log = if self.log.verbose > 0 { verbose.to_owned() } else { self.log.log.clone() };
        let log_format = self.log.log_format;
        let action = match self.network.list_interfaces {
            true => Action::ListInterfaces(self.host.json),
            false => Action::Host(Box::new(self.config())),
        };
        Request { action, log, log_format }
    }

    fn config(self) -> Config {
        let open = match (self.host.no_open || self.host.headless, self.host.open) {
            (true, _) => Some(false),
            (false, open) => open,
        };
        let output = match (self.host.json, self.host.quiet) {
            (true, _) => Output::Json,
            (_, true) => Output::Quiet,
            _ => Output::Greeting,
        };
        Config {
            pad: self.pad,
            port: self.network.port.map_or(Port::From(DEFAULT_PORT), Port::Exactly),
            bind: self.network.bind,
            networks: self.network.interface,
            url: self.network.url,
            allowed_hosts: self.network.allowed_host,
            ttl: self.life.ttl.min(self.life.max_lifetime),
            max_lifetime: self.life.max_lifetime,
            secret_file: self.life.secret_file,
            create_anyone: self.life.create == Create::Anyone,
            open,
            qr: !self.host.no_qr,
            output,
            limits: self.limits.limits(),
        }
    }
}

impl LimitArgs {
    fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        limits.doc.bytes = self.max_pad_bytes;
        Limits {
            pads: self.max_pads,
            people: self.max_people,
            sockets: self.max_sockets,
            sockets_per_address: self.max_sockets_per_address,
            memory: self.max_memory.unwrap_or_else(values::memory),
            messages: self.max_messages,
            messages_burst: self.max_messages.saturating_mul(5),
            bytes: u32::try_from(self.max_bytes).unwrap_or(u32::MAX),
            enforced: self.limits == Switch::On,
            ..limits
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        Args::command().debug_assert();
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
    fn a_wrong_use_names_the_value_and_the_way_out() {
        for (args, word) in [
            (vec!["a b"], "a b"),
            (vec!["--ttl", "soon"], "15m"),
            (vec!["--no-such-flag"], "--no-such-flag"),
            (vec!["--port", "70000"], "70000"),
            (vec!["--url", "example"], "http"),
        ] {
            let exit = exit(&args);
            assert_eq!(exit.code, 2, "{args:?}");
            assert!(exit.text.contains(word), "{}", exit.text);
        }
        assert_eq!(exit(&["--help"]).code, 0);
    }
}
