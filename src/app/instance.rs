//! One instance for a person: a second start hands its pad to the first, which holds a lock.
//!
//! Who wants a server of its own gets it: `--headless`, `--port 0`, or any setting of a server
//! that the running one does not have.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, IsTerminal as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tracing::info;

use super::http::{Ask, HttpAnswer, ask_here};
use super::unanswered::{Unanswered, judged};
use crate::base::clock::now;
use crate::base::folders;
use crate::config::{Config, Output, Port};
use crate::desktop::browser;
use crate::desktop::printer::Printer;
use crate::desktop::screen;
use crate::server::{HAND_OVER, HandOver, TakeLink};

/// How long a start that finds the lock taken waits for the holder to listen.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it looks.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// The first instance: holds the lock while this lives. The system frees it when the program dies
/// in whatever way, so no lock is ever stale.
pub struct Instance {
    _lock: File,
    file: PathBuf,
    known: Known,
}

/// What the running instance tells further starts; in a file of its own, since Windows lets nobody
/// read one that is locked.
#[derive(Clone, Deserialize, Serialize)]
struct Known {
    pid: u32,
    address: SocketAddr,
    token: String,
    settings: String,
}

/// What becomes of this start.
pub enum Start {
    /// The running instance has taken the pad.
    HandedOver,
    /// It runs itself; as the one that further starts find, or beside it.
    Here(Option<Instance>),
}

/// Finds the running instance and hands the pad over, or becomes it. `from`: the pad is at another machine.
///
/// # Errors
/// Where the running instance can't take it from there.
pub fn find(config: &Config, from: Option<&TakeLink>) -> Result<Start, Unanswered> {
    let (false, Some(folder)) = (is_apart(config), own_folder()) else {
        return Ok(Start::Here(None));
    };
    match Instance::claim(&folder, config) {
        Ok(Some(instance)) => Ok(Start::Here(Some(instance))),
        Ok(None) => hand_over(&folder.join(DATA), (config, from)),
        Err(error) => {
            info!(%error, "further starts can't be told of this one");
            Ok(Start::Here(None))
        }
    }
}

/// The names in the runtime folder.
const LOCK: &str = "fadepad.lock";
const DATA: &str = "fadepad.json";

/// Whether a server of its own is wanted in any case.
fn is_apart(config: &Config) -> bool {
    config.headless || config.port == Port::Exactly(0)
}

/// Why no start can be found here, where that is so whatever runs.
pub(super) fn nowhere() -> Option<&'static str> {
    match folders::runtime() {
        None if cfg!(target_os = "linux") => Some(
            "XDG_RUNTIME_DIR is not set. Set it to a folder that is yours alone, for the server too (export XDG_RUNTIME_DIR=/run/user/$(id -u))",
        ),
        None => Some("this system names no folder for what runs"),
        Some(folder) if !is_private(&folder) => Some(
            "the folder for what runs is open to others. Close it (on Linux: chmod 700 \"$XDG_RUNTIME_DIR\")",
        ),
        Some(_) => None,
    }
}

/// The runtime folder, where it is this user's alone.
fn own_folder() -> Option<PathBuf> {
    folders::runtime().filter(|folder| is_private(folder))
}

#[cfg(unix)]
fn is_private(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    /// Rights of everyone but the owner.
    const OTHERS: u32 = 0o077;
    let mine = |meta: fs::Metadata| {
        meta.uid() == rustix::process::geteuid().as_raw() && meta.mode() & OTHERS == 0
    };
    fs::metadata(folder).is_ok_and(mine)
}

/// The system's own folders for a user are.
#[cfg(not(unix))]
fn is_private(_folder: &Path) -> bool {
    true
}

impl Instance {
    /// Takes the lock; `None` where it is taken.
    fn claim(folder: &Path, config: &Config) -> io::Result<Option<Self>> {
        let lock = open_own(&folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let file = folder.join(DATA);
        // What an instance that was killed has left is nobody's address.
        let _ = fs::remove_file(&file);
        let ip = reachable_by(config).ok_or(io::ErrorKind::AddrNotAvailable)?;
        let token = format!("{:016x}{:016x}", getrandom::u64()?, getrandom::u64()?);
        let (pid, address) = (std::process::id(), SocketAddr::new(ip, 0));
        let known = Known { pid, address, token, settings: settings(config) };
        Ok(Some(Self { _lock: lock, file, known }))
    }

    /// What a further start proves itself with.
    pub(super) fn token(&self) -> &str {
        &self.known.token
    }

    /// Tells further starts where to find this one.
    pub(super) fn publish(&self, port: u16) -> io::Result<()> {
        let address = SocketAddr::new(self.known.address.ip(), port);
        let known = Known { address, ..self.known.clone() };
        let mut file = open_own(&self.file)?;
        file.set_len(0)?;
        file.write_all(serde_json::to_string(&known)?.as_bytes())
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        // Before the lock is free: afterwards the file could be the next one's.
        let _ = fs::remove_file(&self.file);
    }
}

/// A file that only this user may read.
fn open_own(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// The own address at which others on this machine reach us; none where only others do.
fn reachable_by(config: &Config) -> Option<IpAddr> {
    if config.bind.is_empty() || config.bind.iter().any(IpAddr::is_unspecified) {
        return Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    config.bind.iter().copied().find(IpAddr::is_loopback)
}

/// The settings of a server, as one word: all that is not of a pad or of a start. Of the PIN it says whether there is one;
/// which one, the running instance compares, since this stands in a file.
fn settings(config: &Config) -> String {
    let usual = Config::default();
    let mut server = Config {
        pad: usual.pad,
        port: usual.port,
        ttl: usual.ttl,
        template: usual.template,
        open: usual.open,
        tray: usual.tray,
        hidden: usual.hidden,
        qr: usual.qr,
        output: usual.output,
        ..config.clone()
    };
    // Its default depends on the machine.
    server.limits.memory = usual.limits.memory;
    let hash = Sha256::digest(format!("{server:?}"));
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the running instance is the server that this start wants.
fn fits(known: &Known, config: &Config) -> bool {
    let wanted = settings(config);
    let port = match config.port {
        Port::Exactly(port) => port == known.address.port(),
        Port::From(_) => true,
    };
    port && (wanted == known.settings || wanted == settings(&Config::default()))
}

/// Hands the pad over as soon as the running instance listens.
fn hand_over(
    file: &Path,
    (config, from): (&Config, Option<&TakeLink>),
) -> Result<Start, Unanswered> {
    let until = now() + PATIENCE;
    loop {
        let known = fs::read(file).ok().and_then(|text| serde_json::from_slice(&text).ok());
        let answer = match known {
            Some(known) if !fits(&known, config) => {
                hint(&format!(
                    "A Fadepad with other settings runs here already (process {}). This one stands beside it, with pads of its own.",
                    known.pid
                ));
                return Ok(Start::Here(None));
            }
            Some(known) => ask(&known, (config, from)).ok(),
            None => None,
        };
        match answer {
            Some(Answer::Taken(answer)) => {
                tell(&answer, config);
                return Ok(Start::HandedOver);
            }
            Some(Answer::AnotherPin) => return Ok(Start::Here(None)),
            Some(Answer::Refused(why)) => return Err(why),
            None => {}
        }
        if now() > until {
            hint(
                "A Fadepad runs here and does not answer. This one stands beside it, with pads of its own.",
            );
            return Ok(Start::Here(None));
        }
        // No runtime yet, whose thread this could hold up.
        thread::park_timeout(LOOK_AGAIN);
    }
}

/// Tells who looks at the screen in a plain sentence; a log has a line like its others.
fn hint(sentence: &str) {
    match io::stderr().is_terminal() {
        true => drop(writeln!(io::stderr(), "{sentence}")),
        false => tracing::warn!("{}", sentence.trim_end_matches('.')),
    }
}

/// What the running instance says to a further start.
enum Answer {
    /// It has the pad; this is to be printed.
    Taken(Value),
    /// Its pads ask for another PIN.
    AnotherPin,
    /// The pad stays at the other machine.
    Refused(Unanswered),
}

/// One request over loopback.
fn ask(known: &Known, (config, from): (&Config, Option<&TakeLink>)) -> io::Result<Answer> {
    let grace = (config.ttl != Config::default().ttl).then_some(config.ttl);
    let request = HandOver {
        pad: config.pad.to_string(),
        ttl_s: grace.map(|grace| grace.as_secs()),
        template: config.template.clone(),
        open: config.open.unwrap_or_else(browser::has_desktop),
        qr: config.qr,
        pin: config.pin.as_ref().map(|pin| pin.tag(&known.token)),
        screen: screen::of_stdout(),
        take: from.cloned(),
    };
    let body = serde_json::to_string(&request)?;
    let asked = Ask { method: "POST", path: HAND_OVER, key: &known.token, body };
    match ask_here(known.address, &asked)? {
        HttpAnswer { status: 200, json, .. } if json.is_object() => Ok(Answer::Taken(json)),
        HttpAnswer { status: 412, .. } => Ok(Answer::AnotherPin),
        refused if from.is_some() && refused.json["detail"].is_string() => {
            let why = judged(refused, || Unanswered::NoInstance).err();
            Ok(Answer::Refused(why.unwrap_or(Unanswered::NoInstance)))
        }
        _ => Err(io::ErrorKind::ConnectionRefused.into()),
    }
}

/// Where the instance that further starts find listens, and what proves a command of this user's.
pub(super) fn running() -> Option<(SocketAddr, String)> {
    let known = fs::read(own_folder()?.join(DATA)).ok()?;
    let Known { address, token, .. } = serde_json::from_slice(&known).ok()?;
    Some((address, token))
}

/// Prints what a start of its own would have printed, and opens the page.
fn tell(answer: &Value, config: &Config) {
    let text = match config.output {
        Output::Greeting => answer["greeting"].as_str().map(str::to_owned),
        Output::Json => answer["ready"].as_str().map(|line| format!("{line}\n")),
        Output::Quiet => answer["join_url"].as_str().map(|line| format!("{line}\n")),
    };
    if let Ok((printer, printed)) = Printer::start(|_| String::new()) {
        printer.print(text.unwrap_or_default());
        drop(printer);
        printed.wait();
    }
    if let Some(url) = answer["entrance"].as_str() {
        browser::open(url);
    }
}
