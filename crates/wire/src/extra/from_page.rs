//! Message 101 as a page says it.

use std::fmt;

use serde::{Deserialize, Serialize};

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

impl FromPage {
    /// The JSON text.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers always make JSON")
    }
}

/// Reads a page's JSON.
///
/// # Errors
/// Where it is none of the messages above.
pub fn read(json: &str) -> Result<FromPage, serde_json::Error> {
    serde_json::from_str(json)
}
