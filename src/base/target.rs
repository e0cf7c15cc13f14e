//! What a command is about: a pad of the instance that runs on this machine, or what a link leads to.

use std::str::FromStr;

use thiserror::Error;

use super::authority::Authority;
use super::codes::{JoinCode, OnceCode};
use super::names::PadName;

/// A pad, as people name it to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// By its name, at the instance that runs here.
    Here(PadName),
    /// By its link.
    Link(Link),
}

/// A link to a pad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The server that it leads to.
    pub server: Authority,
    /// What it opens there.
    pub opens: Opens,
}

/// What opens a pad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    /// A key, in the fragment of a pad's link; empty where that was cut off.
    Key(PadName, String),
    /// A join code: never a host's.
    Code(JoinCode),
    /// The code of the host's short link, good once.
    Once(OnceCode),
}

/// A text that is neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadTarget {
    /// No name and no link.
    #[error("this is neither a pad's name nor its link, such as http://192.168.1.20:7780/j/K7QPM3")]
    Neither,
    /// A link of a server that speaks TLS.
    #[error("commands speak no https:// yet; at the machine that hosts it, say the pad's name")]
    Encrypted,
}

impl FromStr for Target {
    type Err = BadTarget;

    fn from_str(text: &str) -> Result<Self, BadTarget> {
        if text.contains("://") || text.contains('/') {
            text.parse().map(Self::Link)
        } else {
            text.parse().map(Self::Here).map_err(|_| BadTarget::Neither)
        }
    }
}

impl FromStr for Link {
    type Err = BadTarget;

    fn from_str(text: &str) -> Result<Self, BadTarget> {
        let scheme = |scheme: &str| {
            let head = text.get(..scheme.len())?;
            head.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
        };
        if scheme("https://").is_some() {
            return Err(BadTarget::Encrypted);
        }
        let rest = scheme("http://").ok_or(BadTarget::Neither)?;
        let (before, key) = rest.split_once('#').unwrap_or((rest, ""));
        let mut parts = before.trim_end_matches('/').split('/');
        let server = parts.next().and_then(|server| server.parse().ok());
        let (word, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let opens = match (word.to_ascii_lowercase().as_str(), parts.next()) {
            ("p" | "wall", None) => name.parse().ok().map(|pad| Opens::Key(pad, key.to_owned())),
            ("j", None) => name.parse().ok().map(Opens::Code),
            ("h", None) => name.parse().ok().map(Opens::Once),
            _ => None,
        };
        server.zip(opens).map(|(server, opens)| Self { server, opens }).ok_or(BadTarget::Neither)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_here_and_a_link_leads_to_its_server() {
        let notes: PadName = "notes".parse().unwrap();
        assert_eq!("Notes".parse(), Ok(Target::Here(notes.clone())));
        let link = |text: &str| match text.parse().unwrap() {
            Target::Link(Link { server, opens }) => (server.to_string(), opens),
            Target::Here(_) => panic!("{text}"),
        };
        let opens = Opens::Key(notes.clone(), "abc".into());
        assert_eq!(link("http://10.0.0.7:7780/p/notes#abc"), ("10.0.0.7:7780".into(), opens));
        let opens = Opens::Key(notes, String::new());
        assert_eq!(link("HTTP://[::1]/wall/notes/"), ("[::1]".into(), opens));
        let opens = Opens::Code("K7QPM3".parse().unwrap());
        assert_eq!(link("http://pads.example/J/K7QPM3"), ("pads.example".into(), opens));
        let opens = Opens::Once("K7QPM3XW9RTD".parse().unwrap());
        assert_eq!(link("http://localhost:7780/h/K7QPM3XW9RTD").1, opens);
        assert_eq!("https://pads.example/p/notes#abc".parse::<Target>(), Err(BadTarget::Encrypted));
        for bad in ["", "a b", "http://", "http://x/", "http://x/p/", "http://x/p/a/b", "x/p/a"] {
            assert_eq!(bad.parse::<Target>(), Err(BadTarget::Neither), "{bad}");
        }
    }
}
