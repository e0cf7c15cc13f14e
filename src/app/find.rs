//! `fadepad find`: the pads on this network.

use std::fmt::Write as _;

use super::around;
use crate::base::network::Neighbour;
use crate::desktop::{lan, mdns, multicast};

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
    Ok(list(&found))
}

fn list(found: &[Neighbour]) -> String {
    if found.is_empty() {
        return "No pads are announced on this network.\n".to_owned();
    }
    let mut text = String::new();
    for Neighbour { name, host, url, state, people } in found {
        let here = match people {
            0 => state.clone(),
            1 => "1 person".to_owned(),
            n => format!("{n} people"),
        };
        let _ = writeln!(text, "{name:<24}  {here:<10}  {url:<34}  {host}");
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
        let text = list(&[pad]);
        let words: Vec<_> = text.split_whitespace().collect();
        assert_eq!(
            words,
            ["notes", "2", "people", "http://192.168.1.20:7780/", "fadepad-k3f9.local"]
        );
        assert!(list(&[]).contains("No pads"));
    }
}
