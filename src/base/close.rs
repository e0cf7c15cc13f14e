//! Close codes: why a connection ends. y-websocket ≥ 3.1 stops reconnecting on 4400–4499.

use bytes::Bytes;
use fadepad_store::{Refused, Unfit};
use fadepad_wire::frame;

use super::why::Why;

/// Why a door closes a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseCode {
    /// The server stops.
    GoingAway,
    /// What RFC 6455 allows no client to send.
    Framing,
    /// Text, or the reason of a close, that is no UTF-8.
    NotText,
    /// The room failed and is opened again: come back.
    Restarting,
    /// Bytes that are no message, or an update that no pad takes.
    Malformed,
    /// The key is not valid for this pad.
    KeyInvalid,
    /// The role does not allow it.
    Forbidden,
    /// The host has shown this person out. Nothing that they have done breaks the protocol.
    ShownOut,
    /// The host takes in nobody new, or only who knocks.
    DoorClosed,
    /// They write on though the host lets them read alone: a program that does not know.
    ReadOnly,
    /// The host has made new links, and this key came from the old ones.
    NewLinks,
    /// No pad of this name.
    NoSuchPad,
    /// The pad has ended, or this page knows another life of it.
    Ended,
    /// A message, or the pad with it, would be too large.
    TooLarge,
    /// Honest content that is not kept here.
    NotKept,
    /// No seat is free.
    Full,
    /// The connection took nothing for too long: come back and resync.
    FellBehind,
    /// More messages than a person can make.
    TooFast,
}

impl CloseCode {
    /// Whether coming back is of no use: clients stay away.
    #[must_use]
    pub fn is_final(self) -> bool {
        (4400..=4499).contains(&self.number())
    }

    /// The code on the wire; by that of new links and another refusal a client does the same.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::GoingAway => 1001,
            Self::Framing => 1002,
            Self::NotText => 1007,
            Self::Restarting => 1012,
            Self::Malformed => 4400,
            Self::KeyInvalid => 4401,
            Self::Forbidden
            | Self::ShownOut
            | Self::DoorClosed
            | Self::ReadOnly
            | Self::NewLinks => 4403,
            Self::NoSuchPad => 4404,
            Self::Ended => 4410,
            Self::TooLarge => 4413,
            Self::NotKept => 4415,
            Self::Full => 4503,
            Self::FellBehind => 4508,
            Self::TooFast => 4529,
        }
    }

    /// The same as the word that programs compare.
    #[must_use]
    pub fn why(self) -> Why {
        match self {
            Self::GoingAway => Why::GoingAway,
            Self::Restarting => Why::Restarting,
            Self::Framing | Self::NotText | Self::Malformed => Why::Malformed,
            Self::KeyInvalid => Why::Unauthorized,
            Self::Forbidden | Self::ShownOut | Self::DoorClosed | Self::ReadOnly => Why::Forbidden,
            Self::NewLinks => Why::NewLinks,
            Self::NoSuchPad => Why::NoSuchPad,
            Self::Ended => Why::SessionEnded,
            Self::TooLarge => Why::TooLarge,
            Self::NotKept => Why::NotKept,
            Self::Full => Why::Full,
            Self::FellBehind => Why::FellBehind,
            Self::TooFast => Why::TooFast,
        }
    }

    /// The close frame that says it.
    #[must_use]
    pub fn framed(self) -> Bytes {
        frame::close(self.number(), self.reason())
    }

    /// A short reason for people who look into the network panel.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::GoingAway => "going away",
            Self::Framing => "no WebSocket frame",
            Self::NotText => "not UTF-8",
            Self::Restarting => "restarting, come back",
            Self::Malformed => "malformed",
            Self::KeyInvalid => "key invalid",
            Self::Forbidden => "forbidden",
            Self::ShownOut => "shown out",
            Self::DoorClosed => "door closed",
            Self::ReadOnly => "read only",
            Self::NewLinks => "new links",
            Self::NoSuchPad => "no such pad",
            Self::Ended => "ended",
            Self::TooLarge => "too large",
            Self::NotKept => "content that is not kept here",
            Self::Full => "full",
            Self::FellBehind => "fell behind, come back",
            Self::TooFast => "too fast",
        }
    }
}

impl From<Refused> for CloseCode {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::NotKept(_) | Refused::Unfit(Unfit::Content | Unfit::Depth) => Self::NotKept,
            Refused::Malformed(_) | Refused::Unfit(_) => Self::Malformed,
            Refused::TooLarge { .. } | Refused::Share { .. } => Self::TooLarge,
        }
    }
}
