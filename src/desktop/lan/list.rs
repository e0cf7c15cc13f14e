//! This machine's addresses for people: a row each, or two where the screen is too narrow for one.

use crate::base::network::Address;
use crate::base::screen::Screen;
use crate::desktop::text::{cut, shown, width, wrap};

/// A name that is longer is cut where rows are short.
const NAME: usize = 24;

/// Lists them, ranked, and says why each stands where it does.
#[must_use]
pub fn list(addresses: &[Address], screen: &Screen) -> String {
    if addresses.is_empty() {
        return "This machine has no network but its own.\n".to_owned();
    }
    let ips: Vec<String> = addresses.iter().map(|address| address.ip.to_string()).collect();
    let names: Vec<String> =
        addresses.iter().map(|address| cut(&address.interface, NAME)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| width(text)).max().unwrap_or(0);
    let (ip_width, name_width) = (widest(&ips), widest(&names));
    let mut rows = Vec::new();
    for ((address, ip), name) in addresses.iter().zip(&ips).zip(&names) {
        let pad = " ".repeat(name_width - width(name));
        let start = format!("{:>2}  {ip:<ip_width$}  {name}{pad}  ", address.rank);
        let one = format!("{start}{}", address.why);
        if width(&one) <= screen.columns {
            rows.push(one);
        } else {
            rows.push(start.trim_end().to_owned());
            rows.extend(wrap(&address.why, "    ", "    ", screen.columns));
        }
    }
    shown(&(rows.join("\n") + "\n"), screen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::network::Kind;

    #[test]
    fn an_address_is_a_row_where_it_fits() {
        let address = |ip: &str, why: &str| Address {
            ip: ip.parse().unwrap(),
            interface: "wlan0".into(),
            kind: Kind::Wifi,
            rank: 1,
            why: why.into(),
        };
        let long = "wireless, private address, has a gateway, metric 600, and some words more";
        let all = [address("192.168.1.20", "wireless"), address("fd00::1:2:3:4", long)];
        let text = list(&all, &Screen { columns: 60, ..Screen::PIPE });
        assert!(text.lines().all(|row| width(row) <= 60), "{text}");
        assert!(text.starts_with(" 1  192.168.1.20   wlan0  wireless\n"), "{text}");
        assert_eq!(list(&all, &Screen::PIPE).lines().count(), 2, "programs read a row each");
    }
}
