//! Message 101: what Fadepad's own page hears beside y-protocols, as JSON with the kind in `t`.
//! Times are seconds that remain, never clock times: the clocks of two machines differ.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

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
        /// Why it ended: `faded`, `host`, `stop`, `announced`, `max_lifetime`, `afresh`.
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

/// Page → server.
#[derive(Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum FromPage {
    /// What who sits here is called; again after a rename.
    Hello {
        /// The name that others see.
        name: String,
        /// The colour that others see, as `#rrggbb`.
        #[serde(skip_serializing_if = "Option::is_none")]
        color: Option<String>,
    },
    /// "Tell me when everything so far is taken."
    Ping {
        /// Comes back in the pong.
        n: u64,
        /// The client id that this page writes with: it hears how far that is taken.
        #[serde(skip_serializing_if = "Option::is_none")]
        client: Option<u64>,
    },
    /// The host ends the pad, after a last call that everyone hears.
    End {
        /// Seconds of it, 0: now; absent: as long as a last call is here.
        #[serde(skip_serializing_if = "Option::is_none")]
        in_s: Option<u64>,
    },
    /// The host lets it live after all.
    Stay,
    /// "I have what I need of it."
    Answer,
    /// "Another minute, please."
    More,
    /// The host decides how long the pad is kept.
    Keep(Keep),
    /// The host decides who may write, all told.
    Writing {
        /// `everyone` or `picked`.
        who: String,
    },
    /// The host decides what one person may do.
    Role {
        /// Who.
        person: String,
        /// `view`, `edit` or `host`; absent: what their key says.
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<String>,
    },
    /// The host decides how those come in who have no key of their own.
    Door {
        /// `open`, `knock` or `closed`.
        door: String,
    },
    /// The host lets somebody in who waits at the door.
    LetIn {
        /// The id of who waits.
        knock: String,
    },
    /// The host does not let them in now.
    NotNow {
        /// The id of who waits.
        knock: String,
    },
    /// The host decides what is asked for beside the code.
    Pin {
        /// The PIN; absent: nothing is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pin: Option<Secret>,
    },
    /// The host shows somebody out.
    ShowOut {
        /// Who.
        person: String,
        /// Nobody new comes in from where they are.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        address: bool,
    },
    /// The host makes new links: those of before open nothing any more.
    NewLinks {
        /// Of which role: `edit` or `view`.
        role: String,
    },
    /// The host passes the pencil: this person writes, and whoever had it reads again.
    Pencil {
        /// To whom.
        person: String,
    },
    /// Who reads asks to write, or does no more.
    Hand {
        /// Whether they ask.
        up: bool,
    },
    /// A command of a later page: passed over.
    #[serde(other)]
    Unknown,
}

/// A word that nobody sees who debugs.
#[derive(Clone, Deserialize, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What a host may decide, by page or REST: one of them.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// The grace after the last person left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ttl_s: Option<u64>,
    /// It ends after so many seconds, whoever is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_in_s: Option<u64>,
    /// It stays until the host says otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub always: bool,
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

impl FromPage {
    /// The JSON text.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers always make JSON")
    }
}

/// Keys of JSON are text: serde has forgotten that they were numbers where it has to find the kind first.
fn by_client<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<u64, String>, D::Error> {
    let of = BTreeMap::<String, String>::deserialize(from)?;
    of.into_iter()
        .map(|(id, person)| Ok((id.parse().map_err(de::Error::custom)?, person)))
        .collect()
}

/// Reads a page's JSON.
///
/// # Errors
/// Where it is none of the messages above.
pub fn read(json: &str) -> Result<FromPage, serde_json::Error> {
    serde_json::from_str(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(
        writing: &'static str,
        by: Option<&'static str>,
        did: Option<Decision<'static>>,
    ) -> ToPage<'static> {
        ToPage::Access {
            writing,
            door: "knock",
            pin: true,
            pencil: None,
            by: by.map(Into::into),
            who: by.map(|_| "0a".to_owned()),
            did,
        }
    }

    fn knocker() -> WaitingGuest {
        let (name, color) = (Some("A\nB".to_owned()), None);
        let (device, way, role) = ("phone".to_owned(), "code".to_owned(), "edit".to_owned());
        WaitingGuest {
            id: "0a".to_owned(),
            name,
            color,
            device,
            way,
            role,
            was_out: true,
            since_s: 20,
        }
    }

    fn hand(name: Option<&'static str>) -> Hand<'static> {
        Hand { person: "0a".to_owned(), name: name.map(Into::into), since_s: 9 }
    }

    #[test]
    fn what_the_server_says_is_read_back() {
        let limits = PageLimits { update: 1, pad: 2 };
        let call = |by: Option<&'static str>| Call {
            total_s: 60,
            by: by.map(Cow::from),
            answered: 3,
            of: 12,
            more: 2,
            stay: true,
            excused: Vec::from_iter(by.map(|_| "0a".to_owned())),
        };
        let (epoch, person) = ("b5fb".to_owned(), "0a".to_owned());
        let (role, state) = ("host", "alive");
        let by_client = |word: &str| BTreeMap::from([(7, word.to_owned())]);
        for said in [
            ToPage::Welcome {
                epoch,
                role,
                state,
                ttl_s: 9,
                ends_in_s: None,
                fades: true,
                hard_end_s: 99,
                limits,
                person,
                saves: true,
            },
            ToPage::Life {
                state,
                ends_in_s: Some(1),
                why: None,
                ttl_s: 9,
                fades: false,
                hard_end_s: 8,
            },
            ToPage::Ending { in_s: Some(52), why: "host", call: Some(call(Some("\"Anna\""))) },
            ToPage::Ending { in_s: Some(52), why: "stop", call: Some(call(None)) },
            ToPage::Ending { in_s: None, why: "host", call: None },
            ToPage::Role { role },
            ToPage::Refused { why: "too_fast" },
            ToPage::Guessing { wrong: 7 },
            ToPage::Filling { name: Some("A\nB".into()), bytes: 3, client_ids: 4 },
            ToPage::Persons { of: by_client("0a"), roles: by_client("host") },
            ToPage::Persons { of: by_client("0a"), roles: BTreeMap::new() },
            ToPage::Pong { n: 3, clock: Some(5), foreign: true },
            ToPage::Pong { n: 3, clock: None, foreign: false },
        ] {
            assert_eq!(ToPage::read(&said.json()).unwrap(), said);
        }
        assert_eq!(ToPage::read(r#"{"t":"later","x":1}"#).unwrap(), ToPage::Unknown);
        assert!(ToPage::read("{}").is_err());
    }

    #[test]
    fn what_hosts_and_walls_are_told_is_read_back() {
        for said in [
            access("picked", Some("A\nB"), Some(Decision::Writing)),
            access("picked", None, Some(Decision::Role { name: None, role: "view".into() })),
            access("everyone", None, Some(Decision::ShowOut { name: Some("Tom".into()) })),
            access("everyone", None, Some(Decision::Pin)),
            access("everyone", None, Some(Decision::Door)),
            access("picked", None, Some(Decision::Pencil { name: Some("Tom".into()) })),
            access("everyone", None, None),
            ToPage::Title { title: Some("A\nB".into()) },
            ToPage::Title { title: None },
            ToPage::NewLinks { role: "edit", by: Some("Anna".into()), who: Some("0a".into()) },
            ToPage::NewLinks { role: "view", by: None, who: None },
            ToPage::Knock { of: 0, who: vec![] },
            ToPage::Knock { of: 1, who: vec![knocker()] },
            ToPage::Hands { count: 0, of: vec![] },
            ToPage::Hands { count: 21, of: vec![hand(Some("A\nB")), hand(None)] },
        ] {
            assert_eq!(ToPage::read(&said.json()).unwrap(), said);
        }
    }

    #[test]
    fn what_a_page_says_is_read_back() {
        let keep = |ttl_s, ends_in_s, always| FromPage::Keep(Keep { ttl_s, ends_in_s, always });
        for said in [
            FromPage::Hello { name: "Ann".into(), color: None },
            FromPage::Hello { name: "Ann".into(), color: Some("#2f6bd8".into()) },
            FromPage::Ping { n: 1, client: None },
            FromPage::Ping { n: 1, client: Some(7) },
            FromPage::End { in_s: None },
            FromPage::End { in_s: Some(0) },
            FromPage::Stay,
            FromPage::Answer,
            FromPage::More,
            keep(Some(60), None, false),
            keep(None, Some(60), false),
            keep(None, None, true),
            FromPage::Writing { who: "picked".into() },
            FromPage::Role { person: "0a".into(), role: Some("view".into()) },
            FromPage::Role { person: "0a".into(), role: None },
            FromPage::Pin { pin: Some(Secret("4711".into())) },
            FromPage::Pin { pin: None },
            FromPage::Door { door: "closed".into() },
            FromPage::LetIn { knock: "0a".into() },
            FromPage::NotNow { knock: "0a".into() },
            FromPage::ShowOut { person: "0a".into(), address: true },
            FromPage::NewLinks { role: "edit".into() },
            FromPage::Pencil { person: "0a".into() },
            FromPage::Hand { up: true },
        ] {
            assert_eq!(read(&said.json()).unwrap(), said);
        }
        assert_eq!(FromPage::Ping { n: 1, client: None }.json(), r#"{"t":"ping","n":1}"#);
    }

    #[test]
    fn a_pin_is_not_seen_by_who_debugs() {
        let said = format!("{:?}", read(r#"{"t":"pin","pin":"4711"}"#).unwrap());
        assert!(said.contains("Pin") && !said.contains("4711"), "{said}");
    }

    #[test]
    fn the_kind_stands_in_t() {
        let stays = ToPage::Ending { in_s: None, why: "host", call: None };
        assert_eq!(stays.json(), r#"{"t":"ending","in_s":null,"why":"host"}"#);
        let call = Call {
            total_s: 60,
            by: Some("Anna".into()),
            answered: 3,
            of: 12,
            more: 2,
            stay: true,
            excused: Vec::new(),
        };
        let ending = ToPage::Ending { in_s: Some(52), why: "host", call: Some(call) };
        let json = r#"{"t":"ending","in_s":52,"why":"host","total_s":60,"by":"Anna","answered":3,"of":12,"more":2,"stay":true}"#;
        assert_eq!(ending.json(), json);
        assert!(matches!(read(r#"{"t":"end"}"#), Ok(FromPage::End { in_s: None })));
        assert!(matches!(read(r#"{"t":"end","in_s":0}"#), Ok(FromPage::End { in_s: Some(0) })));
        assert!(matches!(read(r#"{"t":"answer"}"#), Ok(FromPage::Answer)));
        assert!(matches!(read(r#"{"t":"more"}"#), Ok(FromPage::More)));
        let keep = read(r#"{"t":"keep","ttl_s":60}"#);
        assert!(matches!(keep, Ok(FromPage::Keep(Keep { ttl_s: Some(60), .. }))));
        assert!(matches!(read(r#"{"t":"ping","n":3}"#), Ok(FromPage::Ping { n: 3, client: None })));
        let ping = read(r#"{"t":"ping","n":3,"client":4294967295}"#);
        assert!(matches!(ping, Ok(FromPage::Ping { n: 3, client: Some(0xffff_ffff) })));
        let pong = ToPage::Pong { n: 3, clock: None, foreign: false };
        assert_eq!(pong.json(), r#"{"t":"pong","n":3}"#);
        let pong = ToPage::Pong { n: 3, clock: Some(5), foreign: true };
        assert_eq!(pong.json(), r#"{"t":"pong","n":3,"clock":5,"foreign":true}"#);
        assert!(matches!(read(r#"{"t":"dance"}"#), Ok(FromPage::Unknown)));
        assert!(read("{}").is_err());
    }
}
