//! What a topic is about: which pad, in which dialect, in which encoding.

use fadepad_wire::phoenix::Version;

use crate::base::names::PadName;
use crate::room::core::seat_kind::SeatKind;
use crate::room::send::encoder::EncodingKey;

/// How updates are sent to a member (`enc` of its join).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Enc {
    /// A JSON array of integers: what the first clients of this contract read.
    #[default]
    Array,
    /// Base64 in JSON.
    Base64,
    /// Binary frames.
    Binary,
}

impl Enc {
    /// Reads `enc`; V1 has no binary frames.
    pub(super) fn parse(enc: Option<&str>, version: Version) -> Option<Self> {
        match (enc, version) {
            (None | Some("array"), _) => Some(Self::Array),
            (Some("base64"), _) => Some(Self::Base64),
            (Some("binary"), Version::V2) => Some(Self::Binary),
            _ => None,
        }
    }
}

/// The dialects that topics speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TopicKind {
    /// `doc:NAME`: updates as Channel messages, and Phoenix Presence.
    Doc,
    /// `y_doc_room:NAME`: y-protocols in binary frames, as y-phoenix-channel speaks.
    YRoom,
    /// `y:NAME`: the same.
    Y,
}

impl TopicKind {
    /// What sits on the seat of a member.
    pub(super) fn seat(self) -> SeatKind {
        match self {
            Self::Doc => SeatKind::Channel,
            Self::YRoom | Self::Y => SeatKind::YChannel,
        }
    }
}

const PREFIXES: [(&str, TopicKind); 3] =
    [("doc:", TopicKind::Doc), ("y_doc_room:", TopicKind::YRoom), ("y:", TopicKind::Y)];

/// The dialect and the pad of a topic; `None` where it is none of ours. Names are written in lower
/// case: all members of a topic share their frames, and these repeat it.
pub(super) fn parse(topic: &str) -> Option<(TopicKind, PadName)> {
    let (name, kind) =
        PREFIXES.iter().find_map(|(prefix, kind)| Some((topic.strip_prefix(prefix)?, *kind)))?;
    let pad: PadName = name.parse().ok()?;
    (pad.as_str() == name).then_some((kind, pad))
}

/// Members of one pad with equal forms get the same bytes.
pub(super) fn form(kind: TopicKind, enc: Enc, version: Version) -> EncodingKey {
    EncodingKey::of(match (kind, enc, version) {
        (TopicKind::Doc, Enc::Array, Version::V1) => "phoenix doc array v1",
        (TopicKind::Doc, Enc::Array, Version::V2) => "phoenix doc array",
        (TopicKind::Doc, Enc::Base64, Version::V1) => "phoenix doc base64 v1",
        (TopicKind::Doc, Enc::Base64, Version::V2) => "phoenix doc base64",
        (TopicKind::Doc, Enc::Binary, _) => "phoenix doc binary",
        (TopicKind::YRoom, ..) => "phoenix y_doc_room",
        (TopicKind::Y, ..) => "phoenix y",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_name_a_pad_and_a_dialect() {
        let pad: PadName = "notes".parse().unwrap();
        assert_eq!(parse("doc:notes"), Some((TopicKind::Doc, pad.clone())));
        assert_eq!(parse("y_doc_room:notes"), Some((TopicKind::YRoom, pad.clone())));
        assert_eq!(parse("y:notes"), Some((TopicKind::Y, pad)));
        for other in ["notes", "doc:", "doc:Notes", "doc:a b", "room:notes", "phoenix"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
