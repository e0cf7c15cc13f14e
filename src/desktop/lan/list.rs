//! This machine's addresses for people: a row each, or two where the screen is too narrow for one.

use serde_json::{Value, json};

use crate::base::network::Address;
use crate::base::screen::Screen;
use crate::desktop::text::{cut, shown, width, wrap};

/// A name that is longer is cut where rows are short.
const NAME: usize = 24;

/// Lists the ranked ones, and then those that only a choice brings in, and says why each stands where
/// it does.
#[must_use]
pub fn list(ranked: &[Address], on_choice: &[Address], screen: &Screen) -> String {
    if ranked.is_empty() && on_choice.is_empty() {
        return "This machine has no network but its own.\n".to_owned();
    }
    let ranks = ranked.iter().map(|address| address.rank.to_string());
    let ranks = ranks.chain(on_choice.iter().map(|_| "-".to_owned()));
    let addresses: Vec<&Address> = ranked.iter().chain(on_choice).collect();
    let ips: Vec<String> = addresses.iter().map(|address| address.ip.to_string()).collect();
    let names: Vec<String> =
        addresses.iter().map(|address| cut(&address.interface, NAME)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| width(text)).max().unwrap_or(0);
    let (ip_width, name_width) = (widest(&ips), widest(&names));
    let mut rows = Vec::new();
    for (((address, rank), ip), name) in addresses.iter().zip(ranks).zip(&ips).zip(&names) {
        let pad = " ".repeat(name_width - width(name));
        let start = format!("{rank:>2}  {ip:<ip_width$}  {name}{pad}  ");
        let one = format!("{start}{}", address.why);
        if width(&one) <= screen.columns {
            rows.push(one);
        } else {
            rows.push(start.trim_end().to_owned());
            rows.extend(wrap(&address.why, ("    ", "    "), screen.columns));
        }
    }
    shown(&(rows.join("\n") + "\n"), screen)
}

/// The same for programs: what only a choice brings in has no rank.
#[must_use]
pub fn as_json(ranked: &[Address], on_choice: &[Address]) -> Value {
    let mut all: Vec<Value> = ranked.iter().map(|address| json!(address)).collect();
    all.extend(on_choice.iter().map(|address| {
        let mut entry = json!(address);
        entry["rank"] = Value::Null;
        entry
    }));
    all.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::network::InterfaceKind;

    #[test]
    fn an_address_is_a_row_where_it_fits() {
        let address = |ip: &str, why: &str| Address {
            ip: ip.parse().unwrap(),
            interface: "wlan0".into(),
            kind: InterfaceKind::Wifi,
            rank: 1,
            why: why.into(),
        };
        let long = "wireless, private address, has a gateway, metric 600, and some words more";
        let all = [address("192.168.1.20", "wireless"), address("fd00::1:2:3:4", long)];
        let text = list(&all, &[], &Screen { columns: 60, ..Screen::PIPE });
        assert!(text.lines().all(|row| width(row) <= 60), "{text}");
        assert!(text.starts_with(" 1  192.168.1.20   wlan0  wireless\n"), "{text}");
        let text = list(&all, &[address("169.254.7.8", "link-local")], &Screen::PIPE);
        assert_eq!(text.lines().count(), 3, "programs read a row each");
        assert!(text.contains("\n -  169.254.7.8    wlan0  link-local\n"), "{text}");
    }
}
