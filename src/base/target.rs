//! What a command is about: a pad of the instance that runs on this machine, or what a link leads to.

use std::fmt;
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

/// A server, and how it is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Where it is.
    pub at: Authority,
    /// Who may read along.
    pub seal: Seal,
}

/// How a server is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// By plain HTTP.
    Open,
    /// By plain HTTP within this machine, as a proxy does that was itself asked by TLS.
    Proxied,
    /// By TLS: its certificate is one that this system trusts.
    Trusted,
    /// By TLS: its certificate is this one.
    Pinned(Fingerprint),
}

/// The SHA-256 of a certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub [u8; 32]);

/// A text that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "this is no SHA-256 of a certificate: 64 digits as the host's terminal shows them, such as 3A:5F:… or 3a5f…"
)]
pub struct NoFingerprint;

/// A link to a pad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The server that it leads to.
    pub server: Server,
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
}

/// A fingerprint for what is no https:// link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("--fingerprint is of the certificate of an https:// link, and this is none")]
pub struct NotSealed;

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: Vec<_> = self.0.iter().map(|byte| format!("{byte:02X}")).collect();
        f.write_str(&bytes.join(":"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let digits: Option<Vec<u8>> = text
            .chars()
            .filter(|c| *c != ':')
            .map(|c| c.to_digit(16).and_then(|digit| digit.try_into().ok()))
            .collect();
        let digits = digits.filter(|digits| digits.len() == 64).ok_or(NoFingerprint)?;
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            *byte = pair.iter().fold(0, |byte, digit| byte << 4 | digit);
        }
        Ok(Self(bytes))
    }
}

impl Link {
    /// The same, at the server with this certificate alone.
    ///
    /// # Errors
    /// Where the server speaks no TLS.
    pub fn pinned(mut self, fingerprint: Option<Fingerprint>) -> Result<Self, NotSealed> {
        match (fingerprint, self.server.seal) {
            (None, _) => {}
            (Some(pinned), Seal::Trusted) => self.server.seal = Seal::Pinned(pinned),
            (Some(_), _) => return Err(NotSealed),
        }
        Ok(self)
    }
}

impl Target {
    /// The same, at the server with this certificate alone.
    ///
    /// # Errors
    /// Where it is no link of a server that speaks TLS.
    pub fn pinned(self, fingerprint: Option<Fingerprint>) -> Result<Self, NotSealed> {
        match self {
            Self::Link(link) => link.pinned(fingerprint).map(Self::Link),
            Self::Here(name) if fingerprint.is_none() => Ok(Self::Here(name)),
            Self::Here(_) => Err(NotSealed),
        }
    }
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
        let sealed = scheme("https://").map(|rest| (rest, Seal::Trusted));
        let open = || scheme("http://").map(|rest| (rest, Seal::Open));
        let (rest, seal) = sealed.or_else(open).ok_or(BadTarget::Neither)?;
        let (before, key) = rest.split_once('#').unwrap_or((rest, ""));
        let key = key.split('&').next().unwrap_or_default(); // behind it a page says a line of the text
        let mut parts = before.trim_end_matches('/').split('/');
        let at = parts.next().and_then(|server| server.parse().ok());
        let server = at.map(|at| Server { at, seal });
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
    fn a_certificate_is_named_by_its_sha_256_for_a_link_that_is_sealed_alone() {
        let digits = "3A5F".repeat(16);
        let pinned: Fingerprint = digits.to_lowercase().parse().unwrap();
        assert_eq!(pinned.0[..2], [0x3a, 0x5f]);
        assert_eq!(pinned.to_string().parse(), Ok(pinned));
        for bad in ["", "3A", &digits[1..], &format!("{digits}0"), &digits.replace('F', "G")] {
            assert_eq!(bad.parse::<Fingerprint>(), Err(NoFingerprint), "{bad}");
        }
        let seal = |link: &str| {
            let target: Target = link.parse().unwrap();
            target.pinned(Some(pinned)).map(|target| match target {
                Target::Link(link) => link.server.seal,
                Target::Here(_) => panic!("{link}"),
            })
        };
        assert_eq!(seal("https://pads.example/j/K7QPM3"), Ok(Seal::Pinned(pinned)));
        assert_eq!(seal("http://pads.example/j/K7QPM3"), Err(NotSealed));
        assert_eq!(seal("notes"), Err(NotSealed));
        let unsaid: Link = "https://pads.example/j/K7QPM3".parse().unwrap();
        assert_eq!(unsaid.server.seal, Seal::Trusted);
        assert_eq!(unsaid.clone().pinned(None), Ok(unsaid));
    }

    #[test]
    fn a_name_is_of_here_and_a_link_leads_to_its_server() {
        let notes: PadName = "notes".parse().unwrap();
        assert_eq!("Notes".parse(), Ok(Target::Here(notes.clone())));
        let link = |text: &str| match text.parse().unwrap() {
            Target::Link(Link { server, opens }) => (server.to_string(), opens),
            Target::Here(_) => panic!("{text}"),
        };
        let opens = Opens::Key(notes.clone(), "abc".into());
        assert_eq!(
            link("http://10.0.0.7:7780/p/notes#abc"),
            ("10.0.0.7:7780".into(), opens.clone())
        );
        assert_eq!(link("http://10.0.0.7:7780/p/notes#abc&block=0b1f-7a").1, opens);
        let opens = Opens::Key(notes, String::new());
        assert_eq!(link("HTTP://[::1]/wall/notes/"), ("[::1]".into(), opens));
        let opens = Opens::Code("K7QPM3".parse().unwrap());
        assert_eq!(link("http://pads.example/J/K7QPM3"), ("pads.example".into(), opens));
        let opens = Opens::Once("K7QPM3XW9RTD".parse().unwrap());
        assert_eq!(link("http://localhost:7780/h/K7QPM3XW9RTD").1, opens);
        assert_eq!(link("HTTPS://pads.example/p/notes").0, "pads.example");
        for bad in ["", "a b", "http://", "http://x/", "http://x/p/", "http://x/p/a/b", "x/p/a"] {
            assert_eq!(bad.parse::<Target>(), Err(BadTarget::Neither), "{bad}");
        }
    }
}
