//! Where a guest enters, and with what.

use super::socket::{Error, Request, request};

/// A pad on a server, a key that opens it, and the door to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrance {
    /// Host and port, as in a URL.
    pub authority: String,
    /// The pad's name.
    pub pad: String,
    /// A key of it.
    pub key: String,
    /// Which door that is, and what is spoken there.
    pub protocol: Protocol,
}

/// The dialects that a guest speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// y-websocket, as every Yjs provider of that name speaks it.
    #[default]
    Yjs,
    /// The same as a page of Fadepad's: it also hears of the pad's life, by message 101.
    Page {
        /// Only this life of the pad is entered; none: whichever there is.
        epoch: Option<String>,
    },
    /// A `doc:` topic of a Phoenix socket.
    Phoenix(Encoding),
}

/// How a Phoenix server sends bytes, and its guest too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// JSON arrays of integers, as the first clients do.
    Array,
    /// Base64 in JSON.
    Base64,
    /// Binary frames.
    #[default]
    Binary,
}

impl Encoding {
    /// The word in a join.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Array => "array",
            Self::Base64 => "base64",
            Self::Binary => "binary",
        }
    }
}

impl Entrance {
    /// Path and query of the request.
    #[must_use]
    pub fn path(&self) -> String {
        let pad = &self.pad;
        match &self.protocol {
            Protocol::Yjs => format!("/ws/{pad}"),
            Protocol::Page { epoch: None } => format!("/ws/{pad}?x=1"),
            Protocol::Page { epoch: Some(epoch) } => format!("/ws/{pad}?x=1&epoch={epoch}"),
            Protocol::Phoenix(_) => format!("/socket/websocket?vsn=2.0.0&token={}", self.key),
        }
    }

    /// What stands in `Sec-WebSocket-Protocol`, where anything does: a key in the path would stand in the
    /// logs of proxies, and y-websocket has no other place for it. Phoenix' own clients have it in the path.
    #[must_use]
    pub fn subprotocols(&self) -> Option<String> {
        match self.protocol {
            Protocol::Yjs | Protocol::Page { .. } => {
                Some(format!("fadepad, fadepad.key.{}", self.key))
            }
            Protocol::Phoenix(_) => None,
        }
    }

    /// The topic at the Phoenix door.
    #[must_use]
    pub fn topic(&self) -> String {
        format!("doc:{}", self.pad)
    }

    /// The request that opens a socket.
    ///
    /// # Errors
    /// Where the parts make no URL.
    pub fn request(&self) -> Result<Request, Error> {
        let path = self.path();
        request(&format!("ws://{}{path}", self.authority), self.subprotocols().as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entrance(protocol: Protocol) -> Entrance {
        let text = str::to_owned;
        Entrance { authority: text("localhost:1"), pad: text("notes"), key: text("k"), protocol }
    }

    #[test]
    fn each_door_has_its_path_and_its_place_for_the_key() {
        let asked = |door| {
            let request = entrance(door).request().unwrap();
            let key = request.headers().get("Sec-WebSocket-Protocol").cloned();
            (request.uri().to_string(), key.map(|key| key.to_str().unwrap().to_owned()))
        };
        let key = || Some("fadepad, fadepad.key.k".to_owned());
        let url = |path: &str| format!("ws://localhost:1{path}");
        assert_eq!(asked(Protocol::Yjs), (url("/ws/notes"), key()));
        assert_eq!(asked(Protocol::Page { epoch: None }), (url("/ws/notes?x=1"), key()));
        let epoch = Some("b5fb".to_owned());
        assert_eq!(asked(Protocol::Page { epoch }), (url("/ws/notes?x=1&epoch=b5fb"), key()));
        let phoenix = url("/socket/websocket?vsn=2.0.0&token=k");
        assert_eq!(asked(Protocol::Phoenix(Encoding::Array)), (phoenix, None));
    }

    #[test]
    fn what_makes_no_url_is_refused() {
        let bad = Entrance { authority: "not a host".into(), ..entrance(Protocol::Yjs) };
        assert!(matches!(bad.request(), Err(Error::BadAddress(_))));
    }
}
