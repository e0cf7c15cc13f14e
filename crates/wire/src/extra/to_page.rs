//! Message 101 as a server says it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de};

/// Server → page.
#[derive(Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum ToPage<'a> {
    /// The first message of every connection.
    Welcome {
        /// The life of the pad that this page now belongs to.
        epoch: String,
        /// What the key allows.
        role: &'a str,
        /// `waiting`, `alive`, `fading` or `ended`.
        state: &'a str,
        /// The grace after the last person left.
        ttl_s: u64,
        /// Seconds to the known end of the pad, where there is one.
        ends_in_s: Option<u64>,
        /// Whether the grace ends it; else it is kept until its end.
        fades: bool,
        /// Seconds to the end that comes whatever the host decides.
        hard_end_s: u64,
        /// What the server takes.
        limits: PageLimits,
        /// Whose seat it is.
        person: String,
        /// Whether the host's machine keeps a copy when the pad ends.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        saves: bool,
    },
    /// The pad's life changed.
    Life {
        /// `waiting`, `alive`, `fading` or `ended`.
        state: &'a str,
        /// Seconds to the known end of the pad, where there is one.
        ends_in_s: Option<u64>,
        /// Why it ended: `faded`, `host`, `stop`, `announced`, `max_lifetime`, `afresh`, `handed_on`.
        why: Option<&'a str>,
        /// The grace after the last person left.
        ttl_s: u64,
        /// Whether that grace ends it; else it is kept until its end.
        fades: bool,
        /// Seconds to the end that comes whatever the host decides.
        hard_end_s: u64,
    },
    /// The last call: it ends in so many seconds, or `null` where it does not end after all.
    Ending {
        /// Seconds that are left.
        in_s: Option<u64>,
        /// Why: `host`, `stop` (the program is stopped), `announced`, `max_lifetime`.
        why: &'a str,
        /// The call itself, while it runs.
        #[serde(flatten)]
        #[serde(borrow)]
        call: Option<Call<'a>>,
    },
    /// What its person may do has changed, by the host's hand.
    Role {
        /// `view`, `edit` or `host`.
        role: &'a str,
    },
    /// For hosts: what they have decided about who comes in and who writes.
    Access {
        /// `everyone` or `picked`.
        writing: &'a str,
        /// `open`, `knock` or `closed`.
        door: &'a str,
        /// Whether who comes by code is asked for a PIN.
        pin: bool,
        /// Who writes beside hosts and whom they have picked, since the pencil was passed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pencil: Option<String>,
        /// Who of them decided just now, where that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Cow<'a, str>>,
        /// The same as a person.
        #[serde(skip_serializing_if = "Option::is_none")]
        who: Option<String>,
        /// What it was, where people read of it.
        #[serde(borrow, skip_serializing_if = "Option::is_none")]
        did: Option<Decision<'a>>,
    },
    /// What its host calls the pad; `None`: by its name.
    Title {
        /// The title.
        title: Option<Cow<'a, str>>,
    },
    /// Whether the text is on walls, by a host's wish.
    Walls {
        /// It is.
        text: bool,
        /// Who writes beside hosts, since the pencil was passed: them walls follow.
        #[serde(skip_serializing_if = "Option::is_none")]
        pencil: Option<String>,
    },
    /// The pad goes on at another machine, under the same name and with the same keys: pages go there by themselves.
    Moved {
        /// The beginnings of links to it, the likeliest first; none: it stays here after all.
        to: Vec<Cow<'a, str>>,
        /// Seconds until this one is over.
        in_s: u64,
    },
    /// For hosts: one of them has made new links, and those of before open nothing any more.
    NewLinks {
        /// Of which role: `edit` or `view`.
        role: &'a str,
        /// Who of them, where that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Cow<'a, str>>,
        /// The same as a person.
        #[serde(skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// For hosts: who waits at the door; for walls: how many do.
    Knock {
        /// How many.
        of: usize,
        /// Who, in the order of their coming: for hosts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        who: Vec<WaitingGuest>,
    },
    /// The last message of this page was not taken.
    Refused {
        /// `read_only`, `not_host`, `oneself`, `too_large`, `server_full`, `malformed`, `too_fast`.
        why: &'a str,
    },
    /// For the host: somebody guesses codes, and has to wait. The codes stay what they are.
    Guessing {
        /// Wrong codes in the ten minutes before.
        wrong: u32,
    },
    /// For the host: somebody has put as much into the pad as one may, and is refused more.
    Filling {
        /// The name, where one was told.
        name: Option<Cow<'a, str>>,
        /// Bytes that are theirs.
        bytes: usize,
        /// Client ids that are theirs.
        client_ids: usize,
    },
    /// Whose these clients of presence are, whatever their states say: told before the states.
    Persons {
        /// The person by client id.
        #[serde(deserialize_with = "by_client")]
        of: BTreeMap<u64, String>,
        /// What those of them may do who are no plain editors: `view` or `host`. Told anew when it changes.
        #[serde(
            default,
            deserialize_with = "by_client",
            skip_serializing_if = "BTreeMap::is_empty"
        )]
        roles: BTreeMap<u64, String>,
    },
    /// For hosts and walls: who reads and asks to write.
    Hands {
        /// How many do.
        count: usize,
        /// The first of them, the longest first.
        #[serde(borrow)]
        of: Vec<Hand<'a>>,
    },
    /// Everything that was sent before the ping of this number has been looked at.
    Pong {
        /// The ping's number.
        n: u64,
        /// So many units of the client id that it named are taken: later ones are held or refused.
        #[serde(skip_serializing_if = "Option::is_none")]
        clock: Option<u32>,
        /// Somebody else who is here owns that id, and what this one writes with it waits.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        foreign: bool,
    },
    /// A message of a later server: passed over.
    #[serde(other)]
    Unknown,
}

/// A raised hand.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Hand<'a> {
    /// Whose it is.
    pub person: String,
    /// Their name, where one was told.
    pub name: Option<Cow<'a, str>>,
    /// For so many seconds.
    pub since_s: u64,
}

/// What a host has decided just now, as other hosts are told it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Decision<'a> {
    /// Who may write, all told: it stands beside it.
    Writing,
    /// How those come in who are new: it stands beside it.
    Door,
    /// Whether there is a PIN, or which: the first stands beside it, and nobody is told the other.
    Pin,
    /// What one person may do now.
    Role {
        /// Their name, where one was told.
        name: Option<Cow<'a, str>>,
        /// `view`, `edit` or `host`.
        role: Cow<'a, str>,
    },
    /// One person has the pencil now.
    Pencil {
        /// Their name, where one was told.
        name: Option<Cow<'a, str>>,
    },
    /// One person was shown out.
    ShowOut {
        /// Their name, where one was told.
        name: Option<Cow<'a, str>>,
        /// Who it is, as `people` lists them.
        person: Cow<'a, str>,
    },
    /// Something of a later server.
    #[serde(other)]
    Unknown,
}

/// Somebody who waits at the door.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct WaitingGuest {
    /// By which a host answers: the person that they will be.
    pub id: String,
    /// The name, where one was told.
    pub name: Option<String>,
    /// The colour as `#rrggbb`, where one was told.
    pub color: Option<String>,
    /// `phone`, `tablet`, `laptop` or `device`.
    pub device: String,
    /// `code` or `link`.
    pub way: String,
    /// What they would do: `edit` or `view`.
    pub role: String,
    /// Whether a host has shown them out before.
    pub was_out: bool,
    /// Seconds that they have waited.
    pub since_s: u64,
}

/// A last call: who is asked, and what may be asked for.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Call<'a> {
    /// Seconds of the whole call.
    pub total_s: u64,
    /// Who ends the pad, where that is known.
    pub by: Option<Cow<'a, str>>,
    /// People who have answered.
    pub answered: usize,
    /// People who are asked.
    pub of: usize,
    /// How many more minutes can be asked for.
    pub more: u8,
    /// Whether the host may let the pad live after all.
    pub stay: bool,
    /// Persons who are not asked: they end it themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excused: Vec<String>,
}

/// What the server takes, in bytes.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct PageLimits {
    /// One update.
    pub update: usize,
    /// The whole pad.
    pub pad: usize,
}

impl<'a> ToPage<'a> {
    /// The JSON text.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers always make JSON")
    }

    /// Reads a server's JSON.
    ///
    /// # Errors
    /// Where it is none of the messages above.
    pub fn read(json: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

/// Keys of JSON are text: serde has forgotten that they were numbers where it has to find the kind first.
fn by_client<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<u64, String>, D::Error> {
    let of = BTreeMap::<String, String>::deserialize(from)?;
    of.into_iter()
        .map(|(id, person)| Ok((id.parse().map_err(de::Error::custom)?, person)))
        .collect()
}
