//! The way into a pad: where it is, what it is called, and a key of it.

use serde_json::json;

use super::Source;
use crate::app::http::{Ask, HttpAnswer, ask};
use crate::app::instance;
use crate::app::pads::{Unanswered, here, judged, key_of, no_fadepad, unheard};
use crate::base::codes::JoinCode;
use crate::base::names::PadName;
use crate::base::target::{Link, Opens, Seal, Server, Target};

/// The way into a pad.
#[derive(Clone, Debug)]
pub struct PadEntry {
    /// The server.
    pub(super) server: Server,
    /// The pad.
    pub(super) pad: PadName,
    /// What opens it.
    pub(super) key: String,
}

impl PadEntry {
    /// Finds it. A code joins, as a browser would.
    ///
    /// # Errors
    /// Where nobody answers, there is no such pad, or it does not let one in.
    pub fn of(source: &Source) -> Result<Self, Unanswered> {
        match &source.pad {
            Target::Here(name) => Self::here(name),
            Target::Link(Link { server, opens: Opens::Code(code) }) => {
                Self::join(server, *code, source.pin.as_deref())
            }
            Target::Link(link) => {
                let (pad, key) = key_of(link)?;
                Ok(Self { server: link.server.clone(), pad, key })
            }
        }
    }

    /// A pad of the instance that runs here, as its host.
    fn here(name: &PadName) -> Result<Self, Unanswered> {
        let listed = here("GET", String::new())?.json;
        let pads = listed.as_array().ok_or(Unanswered::NoInstance)?;
        let pad = pads.iter().find(|pad| pad["pad"] == name.as_str());
        let pad = pad.ok_or_else(|| {
            Unanswered::NoPad(format!("no pad named \"{name}\" is open on this machine"))
        })?;
        let link = pad["host_url"].as_str().and_then(|url| url.parse::<Link>().ok());
        let link = link.ok_or(Unanswered::NoInstance)?;
        let (pad, key) = key_of(&link)?;
        let server = match link.server.seal {
            Seal::Open => link.server,
            // Its certificate may name no host of this machine: nobody is between it and us.
            _ => instance::running()
                .and_then(|(address, _)| address.to_string().parse().ok())
                .map(|at| Server { at, seal: Seal::Proxied })
                .ok_or(Unanswered::NoInstance)?,
        };
        Ok(Self { server, pad, key })
    }

    fn join(server: &Server, code: JoinCode, pin: Option<&str>) -> Result<Self, Unanswered> {
        let body = json!({ "code": code.to_string(), "pin": pin }).to_string();
        let asked = Ask { method: "POST", path: "/api/v1/join", key: "", body };
        let answered = ask(server, &asked).map_err(|error| unheard(server, &error))?;
        let HttpAnswer { status, json, .. } = judged(answered, || no_fadepad(server))?;
        if status == 202 {
            let how =
                "the host lets people in here: knock in a browser, and use the link of that page";
            return Err(Unanswered::Refused(how.into()));
        }
        let text = |field: &str| json[field].as_str().map(ToOwned::to_owned);
        let pad = text("pad").and_then(|pad| pad.parse().ok());
        let (pad, key) = pad.zip(text("key")).ok_or_else(|| no_fadepad(server))?;
        Ok(Self { server: server.clone(), pad, key })
    }
}
