//! One client with its topics, whatever carries its messages.

use std::time::Instant;

use bytes::Bytes;
use fadepad_wire::phoenix::{Head, Message, NoMessage, Version};

use super::PhoenixClient;
use super::channel::{Channel, Push};
use super::encode::{self, Reply};
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::limits::RENEWAL;
use crate::base::why::Why;
use crate::doors::many::{Dialect, ManySeats};
use crate::room::send::outbound::Pipe;

/// A client's topics.
pub(super) struct TopicLine {
    pub(super) many: ManySeats<Channel>,
    pub(super) version: Version,
    pub(super) only_text: bool,
    renewed: Instant,
}

impl Dialect for TopicLine {
    type Member = Channel;

    fn many(&self) -> &ManySeats<Channel> {
        &self.many
    }

    fn many_mut(&mut self) -> &mut ManySeats<Channel> {
        &mut self.many
    }

    /// Whether it has taken a seat, and so shown a key.
    fn is_known(&self) -> bool {
        !self.many.members.is_empty()
    }

    fn tidy(&mut self) -> Result<(), CloseCode> {
        self.many.tidy(|control, channel, code| match code {
            // It goes for the whole server: no other topic of this client lives on.
            Some(CloseCode::GoingAway) => Err(CloseCode::GoingAway),
            Some(_) => Ok(()),
            None => {
                control.send(channel.words.about_join("phx_error"), now());
                Ok(())
            }
        })
    }

    async fn hear(&mut self, frame: &Bytes, is_text: bool) -> Result<(), CloseCode> {
        if !is_text {
            if self.version == Version::V1 {
                return Err(CloseCode::Malformed);
            }
            let message = Message::from_binary(frame).map_err(|_| CloseCode::Malformed)?;
            return self.hear_message(message, frame).await;
        }
        let text = std::str::from_utf8(frame).map_err(|_| CloseCode::Malformed)?;
        match Message::from_text(self.version, text) {
            Ok(message) => self.hear_message(message, frame).await,
            Err(no_message) => {
                // Phoenix closes for it as well: a program that is wrong is let go, and held against
                // nobody.
                self.many.excused = no_message == NoMessage::Json;
                Err(CloseCode::Malformed)
            }
        }
    }

    fn deadline(&self) -> Instant {
        self.many.deadline().min(self.renewed + RENEWAL)
    }

    /// Renews who is shown, too.
    async fn pass_time(&mut self) -> Result<(), CloseCode> {
        self.many.pass_time()?;
        let now = now();
        if now >= self.renewed + RENEWAL {
            self.renewed = now;
            for channel in self.many.members.values_mut() {
                channel.renew().await;
            }
        }
        Ok(())
    }
}

impl TopicLine {
    pub(super) fn new(client: PhoenixClient, pipe: Box<dyn Pipe>, now: Instant) -> Self {
        let PhoenixClient { visitor, version, only_text } = client;
        Self { many: ManySeats::new(visitor, pipe, now), version, only_text, renewed: now }
    }

    /// Takes one message; `frame` is what its payload lies in.
    async fn hear_message(&mut self, message: Message<'_>, frame: &Bytes) -> Result<(), CloseCode> {
        match (message.topic.as_str(), message.event.as_str()) {
            ("phoenix", "heartbeat") => {
                self.many.count()?;
                self.reply(head_of_reply(None, &message), "ok", b"{}");
            }
            (_, "phx_join") => {
                self.many.count()?;
                self.join(message).await?;
            }
            (_, "phx_leave") => {
                self.many.count()?;
                self.leave(&message);
            }
            _ => self.push(message, frame).await?,
        }
        Ok(())
    }

    async fn push(&mut self, message: Message<'_>, frame: &Bytes) -> Result<(), CloseCode> {
        let Some(channel) = self.many.members.get_mut(&*message.topic) else {
            self.many.count()?;
            self.reply(
                head_of_reply(None, &message),
                "error",
                &encode::reason(Why::UnmatchedTopic, None),
            );
            return Ok(());
        };
        if !channel.words.is_of(message.join_ref.as_deref()) {
            // It was meant for an earlier join.
            return self.many.count();
        }
        let Message { reference, event, payload, .. } = message;
        channel.hear(Push { event: &event, payload, frame, reference }).await;
        Ok(())
    }

    fn leave(&mut self, message: &Message<'_>) {
        let current = |channel: &Channel| channel.words.is_of(message.join_ref.as_deref());
        let channel = match self.many.members.get(&*message.topic) {
            Some(channel) if current(channel) => self.many.members.remove(&*message.topic),
            _ => None,
        };
        let join = message.join_ref.as_deref();
        self.reply(head_of_reply(join, message), "ok", b"{}");
        if let Some(channel) = channel {
            self.many.say(channel.words.about_join("phx_close"));
        }
    }

    /// Replies to a message of no member, or of one that is none any more.
    pub(super) fn reply(&self, head: Head<'_>, status: &str, response: &[u8]) {
        let reply = Reply { version: self.version, head, status };
        self.many.say(reply.with(|out| out.extend_from_slice(response)));
    }
}

/// What stands before the reply to this message.
pub(super) fn head_of_reply<'a>(join_ref: Option<&'a str>, to: &'a Message<'_>) -> Head<'a> {
    encode::head_of_reply(join_ref, to.reference.as_deref(), &to.topic)
}
