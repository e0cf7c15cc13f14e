//! The facts of the greeting: what people type instead of scanning, and the network that it is for;
//! and the whole greeting in words, where no QR can be drawn.

use super::Greeting;
use crate::base::network::InterfaceKind;
use crate::base::screen::Screen;
use crate::desktop::text::{width, wrap};

/// Columns of a title below a code, and of one beside it.
pub(super) const BELOW: usize = 16;
pub(super) const BESIDE: usize = 18;
/// Columns of a title among words alone.
const IN_WORDS: usize = 14;

/// A title and what it is of.
pub(super) type Fact = (&'static str, String);

impl Greeting {
    /// The network in words, and where the others are listed.
    pub(super) fn network_line(&self) -> Option<String> {
        let others = if self.other_networks > 0 { "   others: --list-interfaces" } else { "" };
        if let Some(why) = &self.alone {
            return Some(format!("{why}{others}"));
        }
        let network = self.network.as_ref()?;
        let kind = match network.kind {
            InterfaceKind::Wifi => " (Wi-Fi)",
            InterfaceKind::Ethernet => " (cable)",
            InterfaceKind::Hotspot => " (hotspot)",
            InterfaceKind::Mobile => " (mobile data)",
            InterfaceKind::Vpn => " (VPN)",
            InterfaceKind::Virtual => " (virtual)",
            InterfaceKind::Cgnat | InterfaceKind::Other => "",
        };
        Some(format!("{}{kind}{others}", network.interface))
    }

    /// What stands beside a code.
    pub(super) fn facts(&self) -> Vec<Fact> {
        let typed = [("Scan, or type", self.address.clone()), ("Code", self.code.clone())];
        typed.into_iter().chain(self.network_line().map(|line| ("Network", line))).collect()
    }

    /// What people type, in one row where it fits.
    pub(super) fn typed(&self, columns: usize) -> Vec<String> {
        let one =
            format!("  {:<BELOW$}{}        Code   {}", "Scan, or type", self.address, self.code);
        if width(&one) <= columns {
            return vec![one];
        }
        let address = row(("Scan, or type", &self.address), ("  ", BELOW), columns);
        let code = row(("Code", &self.code), ("  ", BELOW), columns);
        address.into_iter().chain(code).collect()
    }

    /// The whole greeting where no QR can be drawn.
    pub(super) fn words(&self, screen: &Screen) -> Vec<String> {
        let columns = screen.columns;
        let paragraph = |text: &str| wrap(text, ("", ""), columns);
        let mut rows = self.name_row(columns);
        rows.extend(paragraph(&self.life()));
        rows.push(String::new());
        rows.extend(self.facts_in_words(screen));
        rows.extend([String::new(), "Your own page".to_owned(), self.host_link.clone()]);
        rows.push(String::new());
        let notices = self.notices();
        rows.extend(notices.iter().flat_map(|notice| paragraph(notice)));
        if !notices.is_empty() {
            rows.push(String::new());
        }
        rows.extend(paragraph(&self.ending(screen.live)));
        rows
    }

    fn name_row(&self, columns: usize) -> Vec<String> {
        let version = format!("fadepad {}", env!("CARGO_PKG_VERSION"));
        let one = format!("{version}    {}", self.pad);
        if width(&one) <= columns { vec![one] } else { vec![version, self.pad.clone()] }
    }

    /// What people type and the network.
    pub(super) fn facts_in_words(&self, screen: &Screen) -> Vec<String> {
        let mut facts: Vec<Fact> = Vec::new();
        if self.alone.is_none() {
            // The beginning of a link that was made for everyone, behind a reverse proxy too.
            let base = self.join_url.rsplit_once("/j/").map_or(&*self.join_url, |(base, _)| base);
            facts.push(("Open this", base.to_owned()));
            facts.push(("Code", self.code.clone()));
            facts.push(("Or in one", self.join_url.clone()));
        }
        facts.extend(self.network_line().map(|line| ("Network", line)));
        if self.alone.is_none() && self.qr {
            facts.push(("QR code", "on your own page, under \"Share\"".to_owned()));
        }
        let row = |(title, value): Fact| row((title, &value), ("", IN_WORDS), screen.columns);
        facts.into_iter().flat_map(row).collect()
    }
}

/// A fact in one row, its title indented and so wide; where it does not fit, the title stands alone and
/// its words below.
pub(super) fn row(
    (title, value): (&str, &str),
    (indent, tab): (&str, usize),
    columns: usize,
) -> Vec<String> {
    let one = format!("{indent}{title:<tab$}{value}");
    if width(&one) <= columns {
        return vec![one];
    }
    let hang = " ".repeat(width(indent) + tab);
    let beside = wrap(value, (&format!("{indent}{title:<tab$}"), &hang), columns);
    if beside.iter().all(|row| width(row) <= columns) {
        return beside;
    }
    let fits = |indent: &str| width(indent) + width(value) <= columns;
    let indent_of_value = if fits(indent) { indent } else { "" };
    let title = format!("{indent}{title}");
    std::iter::once(title).chain(wrap(value, (indent_of_value, indent_of_value), columns)).collect()
}
