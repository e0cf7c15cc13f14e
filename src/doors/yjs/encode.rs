//! How the room's words are said in y-protocols.

use std::collections::BTreeMap;

use bytes::Bytes;
use fadepad_wire::extra::ToPage;
use fadepad_wire::{awareness, frame, sync};

use crate::base::close::CloseCode;
use crate::base::ids::{Person, Role};
use crate::room::core::here::{Here, KnownClient};
use crate::room::message::{Gathered, Outgoing};
use crate::room::send::encoder::{Encoder, EncodingKey};

/// y-protocols: one message a frame, always binary.
pub struct YProtocols {
    /// To a page of ours, which hears in message 101 whose clients of presence are.
    pub page: bool,
    /// To who wants to hear which ids were taken: its own words come back.
    pub ack: bool,
}

impl YProtocols {
    /// Presence states, and before them whose they are and what they may do, where this seat hears of it and it is news.
    fn presence(&self, here: &Here, before: &[KnownClient]) -> Bytes {
        let states = frame::binary(&sync::awareness(&here.states));
        let roles: BTreeMap<_, _> = here.roles.iter().copied().collect();
        let is_known = |(client, person): &(u64, Person)| {
            let role = roles.get(client).copied().unwrap_or(Role::Edit);
            let is_same = |known: &KnownClient| known.person == *person && known.role == role;
            before.iter().any(|known| known.client == *client && is_same(known))
        };
        let persons = here.persons.iter().filter(|each| self.page && !is_known(each));
        let of: BTreeMap<_, _> =
            persons.map(|(client, person)| (*client, person.to_string())).collect();
        if of.is_empty() {
            return states;
        }
        let of_these = roles.into_iter().filter(|(client, _)| of.contains_key(client));
        let roles = of_these.map(|(client, role)| (client, role.name().to_owned())).collect();
        let told = ToPage::Persons { of, roles }.json();
        [frame::binary(&sync::extra(&told)), states].concat().into()
    }
}

impl Encoder for YProtocols {
    fn form(&self) -> EncodingKey {
        EncodingKey::of(if self.page { "y-protocols and 101" } else { "y-protocols" })
    }

    fn shared(&self, gathered: &Gathered) -> Bytes {
        let people = self.people(gathered);
        let update = gathered.update.as_ref().map(|update| {
            // A page reads from an update what its author had seen.
            let put =
                if gathered.is_history && self.page { sync::put_step2 } else { sync::put_update };
            frame::binary_of(update.len() + sync::HEAD, |out| put(out, update))
        });
        match update {
            Some(update) if people.is_empty() => update,
            Some(update) => [update, people].concat().into(),
            None => people,
        }
    }

    fn people(&self, gathered: &Gathered) -> Bytes {
        let here = gathered.presence.as_ref();
        here.map(|here| self.presence(here, &gathered.before)).unwrap_or_default()
    }

    fn hears_own_words(&self) -> bool {
        self.ack
    }

    fn note(&self, note: &Outgoing) -> Bytes {
        frame::binary(&match note {
            // The whole pad, which is copied once.
            Outgoing::Step2(update) => {
                let room = update.len() + sync::HEAD;
                return frame::binary_of(room, |out| sync::put_step2(out, update));
            }
            Outgoing::Step1(vector) => sync::step1(vector),
            Outgoing::Acknowledged(taken) => sync::update(taken),
            Outgoing::Presence(here) => return self.presence(here, &[]),
            Outgoing::Gone(states) => sync::awareness(states),
            Outgoing::Denied => sync::denied("this link is for reading"),
            Outgoing::Welcome { json, .. } | Outgoing::Page(json) => sync::extra(json),
            Outgoing::Taken(_)
            | Outgoing::Refused(..)
            | Outgoing::Lacking(..)
            | Outgoing::Peers(_) => {
                return Bytes::new();
            }
        })
    }

    fn close(&self, code: CloseCode) -> Bytes {
        code.framed()
    }

    fn ping(&self) -> Bytes {
        frame::ping()
    }

    fn keep_alive(&self) -> Bytes {
        frame::binary(&sync::awareness(&awareness::encode([].into_iter())))
    }
}
