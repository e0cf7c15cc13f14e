//! `fadepad doctor`: what on this machine would keep phones out or leave a promise unkept, each with
//! what helps. Facts in, verdicts out; `facts.rs` asks the system for them.

pub mod facts;
pub mod report;

use serde::Serialize;

use super::firewall::{Firewall, Guarding};
use crate::base::network::Address;

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// As it should be.
    Fine,
    /// Phones get in all the same; something is missing, or could not be found out.
    Note,
    /// Phones do not get in.
    Stops,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was looked at, in one word or two.
    pub what: &'static str,
    /// What it came to.
    pub verdict: Verdict,
    /// What was found: a sentence.
    pub found: String,
    /// What helps, in one line.
    pub fix: Option<String>,
    /// Where that is a command that can be run as it stands: it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
}

/// What is known about this machine. `None`: it could not be found out in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// The port that was asked for.
    pub port: u16,
    /// Whether that port and no other is wanted.
    pub exact: bool,
    /// This machine's addresses, the one for the QR first.
    pub addresses: Option<Vec<Address>>,
    /// Who listens on the port.
    pub listening: Option<Listening>,
    /// What could turn phones away.
    pub firewall: Option<Firewall>,
    /// The interface of a VPN that is up, where one is.
    pub vpn: Option<Option<String>>,
    /// Whether others are to be told by mDNS.
    pub mdns: bool,
    /// Whether the interface of the first address takes part in multicast.
    pub multicast: Option<bool>,
    /// This machine's own name.
    pub name: Option<String>,
    /// Where a tray icon could go.
    pub tray: Option<Tray>,
    /// Whether memory can be kept from the disk.
    pub no_swap: bool,
    /// Why a start would fail before it listens.
    pub settings: Result<(), String>,
}

/// Who listens on a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listening {
    /// Nobody.
    Nobody,
    /// A Fadepad.
    Fadepad,
    /// Another program; this port is free, where one of the next is.
    Other(Option<u16>),
    /// The system does not let us.
    Forbidden,
    /// Nobody can: an address that was asked for is none of this machine's.
    NotHere,
}

/// Where a tray icon could go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tray {
    /// A panel shows it.
    Here,
    /// There is a desktop, but no panel that shows icons (GNOME without its extension).
    NoPanel,
    /// There is a desktop; nobody could be asked for its panel.
    Unknown,
    /// There is no desktop.
    NoDesktop,
    /// It is left out by choice.
    NotWanted,
}

/// Looks at all that is known.
#[must_use]
pub fn examine(facts: &Findings) -> Vec<Check> {
    let looks = [settings, network, port, firewall, vpn, multicast, name, tray, memory];
    looks.iter().map(|look| look(facts)).collect()
}

/// Whether something keeps phones out.
#[must_use]
pub fn stops(checks: &[Check]) -> bool {
    checks.iter().any(|check| check.verdict == Verdict::Stops)
}

impl Check {
    fn fine(what: &'static str, found: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Fine, found: found.into(), fix: None, command: None }
    }

    fn note(what: &'static str, found: impl Into<String>, fix: impl Into<String>) -> Self {
        let (found, fix) = (found.into(), Some(fix.into()));
        Self { what, verdict: Verdict::Note, found, fix, command: None }
    }

    fn stops(what: &'static str, found: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { verdict: Verdict::Stops, ..Self::note(what, found, fix) }
    }

    fn unknown(what: &'static str) -> Self {
        let found = "could not be found out in time".into();
        Self { what, verdict: Verdict::Note, found, fix: None, command: None }
    }
}

fn settings(facts: &Findings) -> Check {
    const WHAT: &str = "settings";
    match &facts.settings {
        Ok(()) => Check::fine(WHAT, "nothing in them keeps it from starting"),
        Err(why) => Check::stops(WHAT, why, "mend that: fadepad does not start with it"),
    }
}

fn network(facts: &Findings) -> Check {
    const WHAT: &str = "network";
    let Some(addresses) = &facts.addresses else { return Check::unknown(WHAT) };
    let join = "join this machine to the Wi-Fi of the room";
    match addresses.first() {
        None => Check::stops(WHAT, "none: only this machine can join", join),
        Some(Address { ip, interface, kind, why, .. }) if kind.has_phones() => {
            Check::fine(WHAT, format!("{ip} on {interface}: {why}"))
        }
        Some(Address { ip, interface, why, .. }) => {
            Check::stops(WHAT, format!("only {ip} on {interface}: {why}"), join)
        }
    }
}

fn port(facts: &Findings) -> Check {
    const WHAT: &str = "port";
    let port = facts.port;
    match facts.listening {
        None => Check::unknown(WHAT),
        Some(Listening::Nobody) => Check::fine(WHAT, format!("{port} is free")),
        Some(Listening::Fadepad) => Check::fine(WHAT, format!("a Fadepad answers on {port}")),
        Some(Listening::Other(_)) if facts.exact => Check::stops(
            WHAT,
            format!("{port} was asked for, and is taken by another program"),
            "fadepad --port 0, or end that program",
        ),
        Some(Listening::NotHere) => Check::stops(
            WHAT,
            "an address to listen on is none of this machine's",
            "choose one that fadepad --list-interfaces shows",
        ),
        Some(Listening::Other(Some(next))) => Check::note(
            WHAT,
            format!("{port} is taken by another program; {next} is free"),
            format!("fadepad --port {next}"),
        ),
        Some(Listening::Other(None)) => Check::stops(
            WHAT,
            format!("{port} and those after it are taken by other programs"),
            "fadepad --port 0",
        ),
        Some(Listening::Forbidden) => Check::stops(
            WHAT,
            format!("this system does not let fadepad listen on {port}"),
            "choose a port above 1023, such as fadepad --port 7780",
        ),
    }
}

fn firewall(facts: &Findings) -> Check {
    const WHAT: &str = "firewall";
    let port = facts.port;
    let Some(firewall) = facts.firewall else { return Check::unknown(WHAT) };
    let Some(Guarding { name, open, remedy }) = firewall.guarding(port) else {
        return Check::fine(WHAT, "none that fadepad knows is on");
    };
    let command = remedy.command().map(str::to_owned);
    let fix = remedy.line();
    let check = match open {
        Some(true) => return Check::fine(WHAT, format!("{name} lets port {port} in")),
        Some(false) => Check::stops(WHAT, format!("{name} keeps port {port} closed"), fix),
        None => Check::note(WHAT, format!("{name} may keep port {port} closed"), fix),
    };
    Check { command, ..check }
}

fn vpn(facts: &Findings) -> Check {
    const WHAT: &str = "VPN";
    let Some(vpn) = &facts.vpn else { return Check::unknown(WHAT) };
    match vpn {
        None => Check::fine(WHAT, "none is up"),
        Some(interface) => Check::note(
            WHAT,
            format!("{interface} is up; some keep phones of the same room out"),
            "if no phone gets through, allow local network access in the VPN, or turn it off",
        ),
    }
}

fn multicast(facts: &Findings) -> Check {
    const WHAT: &str = "multicast";
    match facts.multicast {
        _ if !facts.mdns => Check::fine(WHAT, "is not used: pads are told to nobody"),
        None => Check::unknown(WHAT),
        Some(true) => Check::fine(WHAT, "this network takes part in it"),
        Some(false) => Check::note(
            WHAT,
            "this network takes no part in it: `fadepad find` shows nobody; the QR works",
            "use the QR or the address",
        ),
    }
}

fn name(facts: &Findings) -> Check {
    const WHAT: &str = "own name";
    match facts.name.as_deref() {
        None | Some("localhost" | "(none)") => Check::note(
            WHAT,
            "this machine has no name of its own; addresses work",
            "sudo hostnamectl set-hostname NAME",
        ),
        Some(name) => Check::fine(WHAT, name),
    }
}

fn tray(facts: &Findings) -> Check {
    const WHAT: &str = "tray";
    match facts.tray {
        None => Check::unknown(WHAT),
        Some(Tray::Here) => Check::fine(WHAT, "a panel shows icons"),
        Some(Tray::NotWanted) => Check::fine(WHAT, "is left out by choice"),
        Some(Tray::NoDesktop) => Check::fine(WHAT, "no desktop here, so none is needed"),
        Some(Tray::Unknown) => Check::note(
            WHAT,
            "the session bus does not answer: there will be no icon",
            "start fadepad from the desktop's own session",
        ),
        Some(Tray::NoPanel) => Check::note(
            WHAT,
            "no panel shows icons here; everything else works",
            "on GNOME install the extension AppIndicator and KStatusNotifierItem Support",
        ),
    }
}

fn memory(facts: &Findings) -> Check {
    const WHAT: &str = "memory";
    if facts.no_swap {
        return Check::fine(WHAT, "is never written to a disk by the system");
    }
    Check::note(
        WHAT,
        "the system may swap it to a disk",
        "ulimit -l unlimited before the start (systemd: LimitMEMLOCK=infinity), or sudo swapoff -a",
    )
}

#[cfg(test)]
mod tests;
