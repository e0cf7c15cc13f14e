//! What the host reads first: the QR and what can be typed instead, and again when the network has
//! changed.

use std::fmt::Write as _;
use std::time::Duration;

use super::terminal::{INDENT, spoken};
use super::{certificate, qr};
use crate::base::network::Address;

/// What the greeting shows.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// The pad's name.
    pub pad: String,
    /// The link that the QR holds.
    pub join_url: String,
    /// What people type.
    pub address: String,
    /// The code in two groups of three.
    pub code: String,
    /// The network of that address.
    pub network: Option<Address>,
    /// How many further networks there are.
    pub other_networks: usize,
    /// The host's own link.
    pub host_url: String,
    /// The time the pad outlives its last person.
    pub grace: Duration,
    /// Whether the QR is drawn.
    pub qr: bool,
    /// Whether limits are enforced.
    pub limits: bool,
    /// Whether the system may swap memory to a disk.
    pub may_swap: bool,
    /// The SHA-256 of a certificate that was made here, where there is one.
    pub certificate: Option<String>,
    /// The running process that has taken the pad, where this one only brought it.
    pub runs_in: Option<u32>,
}

impl Greeting {
    /// Returns the whole greeting.
    #[must_use]
    pub fn text(&self, colour: bool) -> String {
        let mut out = format!(
            "\n{INDENT}fadepad {}    {:<24}    {}\n\n",
            env!("CARGO_PKG_VERSION"),
            self.pad,
            life(self.grace)
        );
        self.draw(&mut out, colour);
        out.push('\n');
        if let Some(sha256) = &self.certificate {
            out.push_str(&certificate::lines(sha256, INDENT));
        }
        if self.may_swap {
            let _ = writeln!(
                out,
                "{INDENT}This system may swap memory to its disk; it could not be kept from it.\n"
            );
        }
        if !self.limits {
            let _ = writeln!(
                out,
                "{INDENT}LIMITS ARE OFF: anyone can fill this machine. For load tests only.\n"
            );
        }
        let _ = match self.runs_in {
            None => writeln!(
                out,
                "{INDENT}Ctrl-C ends the pad for everyone (asks once when people are here)\n"
            ),
            Some(pid) => writeln!(
                out,
                "{INDENT}The Fadepad that runs here already (process {pid}) has taken this pad\n"
            ),
        };
        out
    }

    /// Returns the QR and what goes with it, after the network has changed.
    #[must_use]
    pub fn moved(&self, colour: bool) -> String {
        let what = match &self.network {
            Some(network) => format!(
                "The network has changed. {} is at {} now ({}): scan again.",
                self.pad, self.address, network.interface
            ),
            None => "The network is gone: only this machine can join. It heals by itself when one \
                     is there."
                .to_owned(),
        };
        let mut out = format!("\n{INDENT}{what}\n\n");
        if self.network.is_some() {
            self.draw(&mut out, colour);
            out.push('\n');
        }
        out
    }

    /// The QR, and beside its middle the facts.
    fn draw(&self, out: &mut String, colour: bool) {
        let facts = self.facts();
        let drawn = self.qr.then(|| qr::lines(&self.join_url, colour)).flatten();
        let drawn = drawn.unwrap_or_default();
        let first = drawn.len().saturating_sub(facts.len()) / 2;
        let rows = drawn.len().max(facts.len());
        for row in 0..rows {
            let code = drawn.get(row).map_or("", String::as_str);
            let fact = row.checked_sub(first).and_then(|n| facts.get(n)).map_or("", String::as_str);
            let _ = writeln!(out, "{}", format!("{INDENT}{code}    {fact}").trim_end());
        }
    }

    fn facts(&self) -> Vec<String> {
        let mut facts = vec![
            format!("Scan, or type     {}", self.address),
            format!("Code              {}", self.code),
        ];
        match &self.network {
            Some(network) => {
                let others = match self.other_networks {
                    0 => "",
                    _ => "   others: --list-interfaces",
                };
                facts.push(format!("Network           {}{others}", network.interface));
            }
            None => facts.push("Network           none: only this machine can join".into()),
        }
        facts.push(String::new());
        facts.push(format!("Your own page     {}", self.host_url));
        facts
    }
}

fn life(grace: Duration) -> String {
    format!("lives while someone is here, then {}", spoken(grace))
}
