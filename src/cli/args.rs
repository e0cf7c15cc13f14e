//! The flags themselves, as clap reads them, and what they make of the configuration.

use std::convert::Infallible;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{BoolishValueParser, PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, ValueEnum};
use ipnet::IpNet;

use super::cluster::ClusterArgs;
use super::commands::Command;
use super::tls::TlsArgs;
use super::values::{
    self, MetricsReader, bytes, duration, host, last_call, metrics, on_end, range, url,
};
use super::{Action, Exit, Request, WRONG_USE};
use crate::base::authority::Authority;
use crate::base::door::{BadPin, Door, Pin};
use crate::base::limits::{Limits, MAX_THREADS};
use crate::base::names::PadName;
use crate::base::network::Network;
use crate::config::{Config, DEFAULT_PORT, OnEnd, Output, Port};

/// A pad that fades when everyone has left.
///
/// Starts a pad that everyone in the room can write in with a browser. It prints a QR and a code;
/// when the last person has left and a grace time is over, the text is erased from memory.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, next_line_help = false)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(override_usage = "fadepad [OPTIONS] [PAD]\n       fadepad <COMMAND>")]
pub(super) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// The pad's name: letters, digits, '-' and '_'; after `--` also the name of a command
    #[arg(value_name = "PAD", default_value = "notes")]
    pad: PadName,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    tls: TlsArgs,
    #[command(flatten)]
    life: LifeArgs,
    #[command(flatten)]
    door: DoorArgs,
    #[command(flatten)]
    host: HostArgs,
    #[command(flatten)]
    cluster: ClusterArgs,
    #[command(flatten)]
    limits: LimitArgs,
    #[command(flatten)]
    log: LogArgs,
    /// Print the licences of all that is in this program
    #[arg(long)]
    licenses: bool,
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
    /// Network for QR and links: a name (remembered), an address, a range, or auto (repeatable)
    #[arg(short, long, env = "FADEPAD_INTERFACE", value_name = "NETWORK", value_delimiter = ',')]
    interface: Vec<Network>,
    /// Print this machine's addresses, ranked, and why
    #[arg(long)]
    list_interfaces: bool,
    /// Public base URL for QR and links, behind a reverse proxy
    #[arg(long, env = "FADEPAD_URL", value_parser = url)]
    url: Option<String>,
    /// Further host, or host:port, that is answered (repeatable)
    #[arg(long, env = "FADEPAD_ALLOWED_HOST", value_name = "HOST", value_delimiter = ',', value_parser = host)]
    allowed_host: Vec<Authority>,
    /// Proxy whose Forwarded or X-Forwarded-For tells a guest's address (repeatable) [default: this machine, with --url]
    #[arg(long, env = "FADEPAD_TRUSTED_PROXY", value_name = "RANGE", value_delimiter = ',', value_parser = range)]
    trusted_proxy: Vec<IpNet>,
    /// Who else may read /metrics: a range, or off for nobody at all (repeatable) [default: this machine alone]
    #[arg(long, env = "FADEPAD_METRICS", value_name = "RANGE", value_delimiter = ',', value_parser = metrics)]
    metrics: Vec<MetricsReader>,
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
    /// How long everyone here is offered a copy before an end, whatever ends the pad; 0s: nobody is, the text goes at once
    #[arg(long, env = "FADEPAD_LAST_CALL", default_value = "60s", value_name = "TIME", value_parser = last_call)]
    last_call: Duration,
    /// Key that signs links, made where missing: with the same file links survive a restart
    #[arg(long, env = "FADEPAD_SECRET_FILE", value_name = "FILE")]
    secret_file: Option<PathBuf>,
    /// What the pad begins with: agenda, minutes, retro, or the name of one of --templates
    #[arg(long, env = "FADEPAD_TEMPLATE", value_name = "NAME")]
    template: Option<String>,
    /// Folder of your own templates, Markdown files: weekly.md is weekly
    #[arg(long, env = "FADEPAD_TEMPLATES", value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Keep a copy of each pad that ends in this folder, as Markdown and as a page that Fadepad goes on with; everyone in the pad is told
    #[arg(long, env = "FADEPAD_SAVE_DIR", value_name = "DIR")]
    save_dir: Option<PathBuf>,
    /// Start this program, or POST to this http(s) address, when a pad has ended: it gets JSON, with the text where --save-dir keeps it
    #[arg(long, env = "FADEPAD_ON_END", value_name = "CMD|URL", value_parser = typed_on_end)]
    on_end: Option<TypedOnEnd>,
    /// One code a name, which always opens the pad as it lives now, or a new, empty one; new links replace it until that pad ends; with --secret-file also after a restart
    #[arg(long, env = "FADEPAD_STANDING", value_parser = BoolishValueParser::new(), num_args = 0..=1, default_value = "false", default_missing_value = "true", require_equals = true, hide_default_value = true, hide_possible_values = true, value_name = "ON")]
    standing: bool,
    /// Who may open further pads; with anyone, programs too, by their names, with the instance key that is printed
    #[arg(long, env = "FADEPAD_CREATE", default_value = "host", value_name = "WHO")]
    create: CreateFlag,
    /// Keeps the instance key, made where missing (needs --create anyone)
    #[arg(long, env = "FADEPAD_INSTANCE_KEY_FILE", value_name = "FILE")]
    instance_key_file: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Who comes in")]
struct DoorArgs {
    /// Who comes in that has no key of their own: everyone with link or code (open), whom a host lets in (knock), nobody (closed)
    #[arg(long, env = "FADEPAD_DOOR", default_value = "open", value_name = "DOOR", value_parser = PossibleValuesParser::new(Door::ALL.map(Door::name)).map(|door| door.parse::<Door>().unwrap_or_default()))]
    door: Door,
    /// Asked of everyone who joins by code; FADEPAD_PIN or the file keeps it out of the list of processes
    #[arg(long, env = "FADEPAD_PIN", value_name = "PIN", value_parser = pin)]
    pin: Option<TypedPin>,
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
    /// Only serve: no browser, no tray, a server of its own
    #[arg(long, env = "FADEPAD_HEADLESS", value_parser = BoolishValueParser::new())]
    headless: bool,
    /// Tell no other machine of this network by mDNS
    #[arg(long, env = "FADEPAD_NO_MDNS", value_parser = BoolishValueParser::new())]
    no_mdns: bool,
    /// Show no icon in the tray, and no notices
    #[arg(long, env = "FADEPAD_NO_TRAY", value_parser = BoolishValueParser::new())]
    no_tray: bool,
    /// Only the icon in the tray, as a start at login does
    #[arg(long, env = "FADEPAD_HIDDEN", value_parser = BoolishValueParser::new())]
    hidden: bool,
    /// Print no QR
    #[arg(long, env = "FADEPAD_NO_QR", value_parser = BoolishValueParser::new())]
    no_qr: bool,
    /// Print only the join URL
    #[arg(long, env = "FADEPAD_QUIET", value_parser = BoolishValueParser::new())]
    quiet: bool,
    /// Print events, one JSON object a line
    #[arg(long, env = "FADEPAD_JSON", value_parser = BoolishValueParser::new())]
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
    /// Bytes of one file that somebody brings into a pad
    #[arg(long, env = "FADEPAD_MAX_FILE_BYTES", default_value = "10M", value_name = "BYTES", value_parser = bytes)]
    max_file_bytes: usize,
    /// Bytes of all files of one pad
    #[arg(long, env = "FADEPAD_MAX_FILES_BYTES", default_value = "50M", value_name = "BYTES", value_parser = bytes)]
    max_files_bytes: usize,
    /// Bytes of all pads, files, sockets and unfinished messages together [default: 1G, at most a quarter of the memory]
    #[arg(long, env = "FADEPAD_MAX_MEMORY", value_name = "BYTES", value_parser = bytes)]
    max_memory: Option<usize>,
    /// Messages a second from one connection
    #[arg(long, env = "FADEPAD_MAX_MESSAGES", default_value_t = Limits::default().messages, value_name = "N")]
    max_messages: u32,
    /// Bytes a second from one connection
    #[arg(long, env = "FADEPAD_MAX_BYTES", default_value = "1M", value_name = "BYTES", value_parser = bytes)]
    max_bytes: usize,
    /// Threads that pads are spread over: more than one for hundreds of busy pads
    #[arg(long, env = "FADEPAD_THREADS", default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=i64::from(MAX_THREADS)))]
    threads: u16,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Logs (to stderr)")]
struct LogArgs {
    /// Level or targets with levels: warn,fadepad=debug
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
enum CreateFlag {
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

impl Args {
    /// What these flags ask for.
    pub(super) fn request(self) -> Result<Request, Exit> {
        let verbose = ["warn", "info", "debug"][usize::from(self.log.verbose.min(2))];
        let log = if self.log.verbose > 0 { verbose.to_owned() } else { self.log.log.clone() };
        let log_format = self.log.log_format;
        let action = match (&self.command, self.network.list_interfaces) {
            _ if self.licenses => Action::Licenses,
            (Some(command), _) => command.action()?,
            (None, true) => Action::ListInterfaces(self.host.json),
            (None, false) => {
                self.life.check()?;
                self.door.check()?;
                self.cluster.check(self.life.secret_file.is_some())?;
                Action::Host(Box::new(self.config()))
            }
        };
        Ok(Request { action, log, log_format })
    }

    /// Of two outputs that exclude each other the one counts that was said more directly, as `rank` tells of both.
    pub(super) fn choose_output(&mut self, rank: impl Fn(&str) -> u8) -> Result<(), Exit> {
        if !(self.host.json && self.host.quiet) {
            return Ok(());
        }
        let (json, quiet) = (rank("json"), rank("quiet"));
        if json == quiet {
            let text = "fadepad: --quiet and --json exclude each other: leave one of them out\n";
            return Err(Exit { text: text.to_owned(), code: WRONG_USE });
        }
        (self.host.json, self.host.quiet) = (json > quiet, quiet > json);
        Ok(())
    }

    /// What a start with them is made with.
    pub(super) fn config(self) -> Config {
        let open = match (self.host.opens_nothing(), self.host.open) {
            (true, _) => Some(false),
            (false, open) => open,
        };
        let output = match (self.host.json, self.host.quiet) {
            (true, _) => Output::Json,
            (_, true) => Output::Quiet,
            _ => Output::Greeting,
        };
        let metrics = self.network.metrics();
        Config {
            pad: self.pad,
            port: self.network.port.map_or(Port::From(DEFAULT_PORT), Port::Exactly),
            bind: self.network.bind,
            networks: self.network.interface,
            url: self.network.url,
            allowed_hosts: self.network.allowed_host,
            trusted_proxies: self.network.trusted_proxy,
            metrics,
            tls: self.tls.choice(),
            ttl: self.life.ttl.min(self.life.max_lifetime),
            max_lifetime: self.life.max_lifetime,
            last_call: self.life.last_call,
            secret_file: self.life.secret_file,
            template: self.life.template,
            templates: self.life.templates,
            save_dir: self.life.save_dir,
            cluster: self.cluster.config(),
            on_end: self.life.on_end.and_then(Result::ok),
            door: self.door.door,
            pin: self.door.pin(),
            standing: self.life.standing,
            create_anyone: self.life.create == CreateFlag::Anyone,
            instance_key_file: self.life.instance_key_file,
            open,
            headless: self.host.headless,
            mdns: !self.host.no_mdns,
            tray: !self.host.no_tray && !self.host.headless,
            hidden: self.host.hidden,
            qr: !self.host.no_qr,
            output,
            limits: self.limits.limits(),
            threads: self.limits.threads.into(),
        }
    }
}

impl NetworkArgs {
    fn metrics(&self) -> Option<Vec<IpNet>> {
        let range = |reader: &MetricsReader| match reader {
            MetricsReader::Nobody => None,
            MetricsReader::Range(range) => Some(*range),
        };
        self.metrics.iter().map(range).collect()
    }
}

impl LifeArgs {
    /// What no single flag tells of itself.
    fn check(&self) -> Result<(), Exit> {
        if let Some(Err(why)) = &self.on_end {
            return Err(Exit { text: format!("fadepad: --on-end: {why}\n"), code: WRONG_USE });
        }
        let Some(file) = &self.instance_key_file else { return Ok(()) };
        let wrong = if self.create != CreateFlag::Anyone {
            "--instance-key-file is of use where everyone may open pads: add --create anyone"
        } else if self.secret_file.as_ref() == Some(file) {
            // What signs the keys of all pads would be printed, and handed to browsers.
            "--instance-key-file and --secret-file name the same file: give each its own"
        } else {
            return Ok(());
        };
        Err(Exit { text: format!("fadepad: {wrong}\n"), code: WRONG_USE })
    }
}

/// Who is told as it was given. What is nobody is said without it: the path of an address may be a secret.
type TypedOnEnd = Result<OnEnd, String>;

#[expect(clippy::unnecessary_wraps, reason = "clap prints every value that a parser refuses")]
fn typed_on_end(typed: &str) -> Result<TypedOnEnd, Infallible> {
    Ok(on_end(typed))
}

/// A PIN as it was given. What is none is said without it: the words of a refusal are logged and shown around.
type TypedPin = Result<Pin, BadPin>;

#[expect(clippy::unnecessary_wraps, reason = "clap prints every value that a parser refuses")]
fn pin(typed: &str) -> Result<TypedPin, Infallible> {
    Ok(typed.parse())
}

impl DoorArgs {
    fn check(&self) -> Result<(), Exit> {
        let Some(Err(bad)) = self.pin else { return Ok(()) };
        Err(Exit { text: format!("fadepad: --pin: {bad}\n"), code: WRONG_USE })
    }

    fn pin(&self) -> Option<Pin> {
        self.pin.clone()?.ok()
    }
}

impl HostArgs {
    fn opens_nothing(&self) -> bool {
        self.no_open || self.headless || self.hidden
    }
}

impl LimitArgs {
    fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        limits.doc.bytes = self.max_pad_bytes;
        Limits {
            file: self.max_file_bytes.min(self.max_files_bytes),
            files: self.max_files_bytes,
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
