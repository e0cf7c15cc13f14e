//! `fadepad find`: the pads on this network.

use std::fmt::Write as _;

use super::around;
use crate::base::network::Neighbour;
use crate::base::screen::Screen;
use crate::desktop::text::width;
use crate::desktop::{lan, mdns, multicast, screen};

/// Looks for pads; returns the list as text, or as JSON.
///
/// # Errors
/// Where this machine has no network, or does not let us ask.
pub async fn find(json: bool) -> anyhow::Result<String> {
    let on = around::told(&lan::rank(&lan::read(), lan::remembered().as_deref()));
    if on.is_empty() {
        anyhow::bail!("this machine has no network to look for pads on");
    }
    if !on.iter().any(multicast::is_on) {
        anyhow::bail!(mdns::NO_MULTICAST);
    }
    let found = mdns::find(on).await.map_err(anyhow::Error::msg)?;
    if json {
        return Ok(serde_json::to_string(&found)? + "\n");
    }
    Ok(list(&found, &screen::of_stdout()))
}

/// A row for each, as wide as its longest parts; the machine's name goes where there is no room.
fn list(found: &[Neighbour], screen: &Screen) -> String {
    if found.is_empty() {
        return "No pads are announced on this network.\n".to_owned();
    }
    let here = |pad: &Neighbour| match pad.people {
        0 => pad.state.clone(),
        1 => "1 person".to_owned(),
        n => format!("{n} people"),
    };
    let widest = |part: &dyn Fn(&Neighbour) -> usize| found.iter().map(part).max().unwrap_or(0);
    let names = widest(&|pad| width(&pad.name));
    let states = widest(&|pad| width(&here(pad)));
    let urls = widest(&|pad| width(&pad.url));
    let hosts = widest(&|pad| width(&pad.host));
    let in_a_row = names + states + urls + 4 <= screen.columns;
    let with_hosts = names + states + urls + hosts + 6 <= screen.columns;
    let mut text = String::new();
    for pad in found {
        let start = format!("{:<names$}  {:<states$}", pad.name, here(pad));
        let _ = match (in_a_row, with_hosts) {
            (_, true) => writeln!(text, "{start}  {:<urls$}  {}", pad.url, pad.host),
            (true, _) => writeln!(text, "{start}  {}", pad.url),
            _ => writeln!(text, "{}\n  {}", start.trim_end(), pad.url),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pad_is_a_line() {
        let pad = Neighbour {
            name: "notes".into(),
            host: "fadepad-k3f9.local".into(),
            url: "http://192.168.1.20:7780/".into(),
            state: "alive".into(),
            people: 2,
        };
        let narrow = list(std::slice::from_ref(&pad), &Screen { columns: 50, ..Screen::PIPE });
        assert_eq!(narrow, "notes  2 people  http://192.168.1.20:7780/\n");
        let text = list(&[pad], &Screen::PIPE);
        let words: Vec<_> = text.split_whitespace().collect();
        assert_eq!(
            words,
            ["notes", "2", "people", "http://192.168.1.20:7780/", "fadepad-k3f9.local"]
        );
        assert!(list(&[], &Screen::PIPE).contains("No pads"));
    }
}
