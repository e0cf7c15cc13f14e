//! A client joins a topic: the key is checked, a seat taken, or the reason told why not.

use std::sync::Arc;

use fadepad_wire::phoenix::{Message, Payload, Version};
use serde::Deserialize;

use super::channel::Channel;
use super::encode::{self, ChannelEncoder};
use super::line::{TopicLine, head_of_reply};
use super::people::{Profile, ShownPerson};
use super::topic::{self, Enc, TopicKind};
use crate::base::close::CloseCode;
use crate::base::ids::{Epoch, Role};
use crate::base::limits::MAX_TOPICS;
use crate::base::names::PadName;
use crate::base::why::Why;
use crate::room::core::pass::Pass;
use crate::room::core::seed::NO_SEED;
use crate::room::lobby::{Admission, Entrant};
use crate::room::message::{Arrival, Tab};

/// What a join brings.
#[derive(Default, Deserialize)]
struct Params {
    token: Option<String>,
    key: Option<String>,
    enc: Option<String>,
    epoch: Option<String>,
    tab: Option<String>,
    seed: Option<String>,
    #[serde(flatten)]
    told: Profile,
}

/// Why a join gets no seat, and whether to try again.
struct NotJoined {
    why: Why,
    code: Option<CloseCode>,
}

impl From<CloseCode> for NotJoined {
    fn from(code: CloseCode) -> Self {
        Self { why: code.why(), code: Some(code) }
    }
}

impl TopicLine {
    /// Answers a join: with a seat, or with the reason why not.
    pub(super) async fn join(&mut self, mut message: Message<'_>) -> Result<(), CloseCode> {
        if self.version == Version::V1 && message.join_ref.is_none() {
            // Its older clients name no join: the message that asks for it is its name.
            message.join_ref = message.reference.clone();
        }
        self.many.count_join()?;
        // Joined once more, as after a reply that was lost: as in Phoenix the join before it is
        // over.
        if let Some(old) = self.many.members.remove(&*message.topic) {
            self.many.say(old.words.about_join("phx_close"));
        }
        match self.take_seat(&message).await {
            Ok(channel) => {
                self.many.has_shown_key();
                self.many.members.insert(message.topic.into(), channel);
            }
            Err(NotJoined { why, code }) => self.refuse(&message, why, code),
        }
        Ok(())
    }

    fn refuse(&self, message: &Message<'_>, why: Why, code: Option<CloseCode>) {
        let join = message.join_ref.as_deref();
        // A topic that is none of ours has no join, as Phoenix has it.
        let head = head_of_reply(join.filter(|_| code.is_some()), message);
        self.reply(head, "error", &encode::reason(why, code));
        // Without it phoenix.js would join again and again, to the same refusal.
        if code.is_none_or(CloseCode::is_final) {
            let words = ChannelEncoder {
                version: self.version,
                topic: message.topic.as_str().into(),
                kind: TopicKind::Doc,
                enc: Enc::Array,
                join_ref: join.map(Into::into),
                reference: None,
                client: None,
            };
            self.many.say(words.about_join("phx_close"));
        }
    }

    async fn take_seat(&mut self, message: &Message<'_>) -> Result<Channel, NotJoined> {
        let unmatched = NotJoined { why: Why::UnmatchedTopic, code: None };
        let (kind, pad) = topic::parse(&message.topic).ok_or(unmatched)?;
        if self.many.members.len() >= MAX_TOPICS {
            return Err(NotJoined { why: Why::TooManyChannels, code: None });
        }
        let params = params(&message.payload).ok_or(CloseCode::Malformed)?;
        let version = self.version;
        let enc = Enc::parse(params.enc.as_deref(), version).ok_or(CloseCode::Malformed)?;
        // Who polls gets lines of text: no binary frame reaches them.
        if self.only_text && (kind != TopicKind::Doc || enc == Enc::Binary) {
            return Err(NotJoined { why: Why::NeedsWebSocket, code: None });
        }
        self.many.visitor.lobby.summon(&pad).await;
        let Admission { role, pass, pad } = self.admit(&pad, &params)?;
        let person = pass.person.map_or_else(|| self.many.stranger(), Ok)?;
        let shown = match kind {
            TopicKind::Doc => {
                // Random, as yjs draws its ids: among those who are shown it has to be nobody
                // else's.
                let client = getrandom::u32().map_err(|_| CloseCode::Restarting)?;
                let mut shown = ShownPerson::new(client);
                shown.tell(params.told);
                Some(shown)
            }
            TopicKind::YRoom | TopicKind::Y => None,
        };
        let words = ChannelEncoder {
            version,
            topic: message.topic.as_str().into(),
            kind,
            enc,
            join_ref: message.join_ref.as_deref().map(Into::into),
            reference: message.reference.as_deref().map(Into::into),
            client: shown.as_ref().map(ShownPerson::client),
        };
        let tab = params.tab.and_then(|hex| Tab::from_str_radix(&hex, 16).ok());
        let seat = self.many.visitor.lobby.next_seat();
        let origin = Some(self.many.visitor.origin);
        let kind = kind.seat();
        let Pass { role: of_key, generation, person: whose } = pass;
        let own = whose.is_some();
        let arrival = Arrival { seat, kind, person, own, role: of_key, generation, origin, tab };
        let sink = self.many.sink(Arc::new(words.clone()));
        // The reply with the pad is on its way when this returns.
        let seat = pad.room.join(arrival, sink).await?;
        let channel = Channel::new(seat, words, shown).await;
        if role >= Role::Edit {
            self.many.sizes.writes();
        }
        Ok(channel)
    }

    fn admit(&mut self, pad: &PadName, params: &Params) -> Result<Admission, CloseCode> {
        let key = params.token.as_ref().or(params.key.as_ref()).unwrap_or(&self.many.visitor.token);
        let seeded = params.seed.as_deref() != Some(NO_SEED);
        // Whoever knows another life wants that one, and would find this one empty.
        let may_open =
            params.epoch.is_none().then_some(&*self.many.visitor.may_open as &dyn Fn() -> _);
        let who = Entrant { key, from: Some(self.many.visitor.origin), seeded, may_open };
        let admission = self.many.visitor.lobby.enter(pad, who).map_err(|denied| denied.code())?;
        self.many.key = Some(key.as_str().into());
        let known = params.epoch.as_deref().map(str::parse::<Epoch>);
        match known {
            Some(known) if known != Ok(admission.pad.epoch) => Err(CloseCode::Ended),
            _ => Ok(admission),
        }
    }
}

/// The parameters of a join; a client that has none sends `{}`, and some send nothing.
fn params(payload: &Payload<'_>) -> Option<Params> {
    match payload {
        Payload::Json("null") => Some(Params::default()),
        Payload::Json(json) => serde_json::from_str(json).ok(),
        Payload::Binary(_) => None,
    }
}
