//! Errors as people and programs get them: `application/problem+json` (RFC 9457), with the reason
//! and the way out in `detail`.

mod refused;

use std::time::Duration;

use http::{HeaderValue, Method, StatusCode, header};
use serde_json::{Map, Value, json};
use warp::reply::Response;

use super::tries::Wait;
use crate::base::door::Pin;
use crate::base::ids::{EndCause, Role};
use crate::base::limits::MAX_DECIDED;
use crate::base::why::Why;
use crate::render::NotRendered;
use crate::room::core::life::seconds;
use crate::room::lobby::Lobby;
use crate::room::lobby::ended::LastEnd;

/// A place at the door becomes free when a host answers.
const SOON: Duration = Duration::from_secs(10);

/// The sentence of a problem, left on its response for whoever makes a page of it.
#[derive(Clone, Debug)]
pub(super) struct ProblemDetail {
    /// The reason and the way out.
    pub(super) detail: String,
}

/// One refused request.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    title: &'static str,
    detail: String,
    more: Map<String, Value>,
    retry_after: Option<Duration>,
    /// The methods that the address takes, where that is the matter.
    allow: &'static [Method],
    /// Whether the connection ends with it.
    last: bool,
}

impl Problem {
    pub(super) fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        let (more, detail) = (Map::new(), detail.into());
        Self { status, title, detail, more, retry_after: None, allow: &[], last: false }
    }

    /// The reason in a word, for who does not read sentences.
    pub(super) fn because(mut self, reason: &str) -> Self {
        self.more.insert("reason".into(), json!(reason));
        self
    }

    pub(super) fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not found",
            "The address may be mistyped, or from an older time.",
        )
    }

    pub(super) fn no_metrics() -> Self {
        let detail = "The figures of this server are read from its own machine, or by those whom \
                      its host names with --metrics.";
        Self::new(StatusCode::FORBIDDEN, "forbidden", detail)
    }

    /// Not even a look at the pads is answered in time.
    pub(super) fn stuck() -> Self {
        let detail = "The server does not answer as it should. Its host can see /readyz.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "stuck", detail)
    }

    /// The address takes these methods, and was asked by another.
    pub(super) fn not_allowed(methods: &'static [Method]) -> Self {
        let detail = format!("This address takes {} and no other method.", listed(methods));
        let problem = Self::new(StatusCode::METHOD_NOT_ALLOWED, "method not allowed", detail);
        Self { allow: methods, ..problem }
    }

    pub(super) fn no_such_pad() -> Self {
        let detail = "No pad of this name is open here. Ask for the link or the code again.";
        Self::new(StatusCode::NOT_FOUND, "no such pad", detail)
    }

    pub(super) fn bad_key() -> Self {
        let detail = "This link does not open the pad. Ask for a new one.";
        Self::new(StatusCode::UNAUTHORIZED, "key not valid", detail)
    }

    /// A link of before the host made new ones.
    fn revoked() -> Self {
        let detail = "The host has made new links, and this is one of the old. Scan the new code, or \
                      ask for the new link.";
        let mut problem = Self::new(StatusCode::UNAUTHORIZED, "link revoked", detail);
        problem.more.insert("reason".into(), json!(Why::NewLinks.word()));
        problem
    }

    fn shown_out() -> Self {
        let detail = "The host has shown you out. Only the host can let you in again: knock.";
        Self::new(StatusCode::FORBIDDEN, "shown out", detail).because("shown_out")
    }

    /// Nobody new comes in from there without a host's word.
    fn must_knock() -> Self {
        let detail =
            "The host lets people in here. POST the key to /api/v1/pads/NAME/key, and wait.";
        Self::new(StatusCode::FORBIDDEN, "knock", detail)
    }

    /// A host has answered: not now.
    pub(super) fn not_now(left: Duration) -> Self {
        let detail = "The host does not let you in now. Knock again later.";
        let problem = Self::new(StatusCode::FORBIDDEN, "not now", detail).because("not_now");
        Self { retry_after: Some(left), ..problem }
    }

    /// Nobody knows of this knock any more.
    pub(super) fn knock_gone() -> Self {
        let detail = "Nobody knows of this knock any more. Knock again.";
        Self::new(StatusCode::NOT_FOUND, "no such knock", detail).because("knock_gone")
    }

    /// A host answers somebody who does not wait.
    fn nobody_knocks() -> Self {
        let detail = "Nobody of this id waits any more.";
        Self::new(StatusCode::NOT_FOUND, "nobody knocks", detail)
    }

    /// A host decides about somebody who never was here.
    fn nobody_here() -> Self {
        let detail = "Nobody of this id is here, or was. Nothing was changed.";
        Self::new(StatusCode::NOT_FOUND, "nobody here", detail)
    }

    /// A host decides about somebody who was shown out.
    fn is_out() -> Self {
        let detail = "This person was shown out. Let them in first. Nothing was changed.";
        Self::new(StatusCode::CONFLICT, "shown out", detail)
    }

    /// More people are out, or have a role of their own, than a pad notes.
    fn decided_full() -> Self {
        let detail = format!(
            "{MAX_DECIDED} people are shown out or have a role of their own already. Let some of them in, or take \
             back what they have; or make new links. Nothing was changed."
        );
        Self::new(StatusCode::CONFLICT, "too many people", detail)
    }

    /// Nobody new comes in at all.
    fn door_closed() -> Self {
        let detail = "This pad takes in nobody new at the moment. Ask the host.";
        Self::new(StatusCode::FORBIDDEN, "door closed", detail).because("door_closed")
    }

    /// Who one is can't be told by what many have.
    fn shared_key() -> Self {
        let detail = "This key is that of a link, which many have. POST it to /api/v1/pads/NAME/key \
                      and use the key of your own that is answered.";
        Self::new(StatusCode::FORBIDDEN, "shared key", detail)
    }

    /// A link that was good once.
    pub(super) fn used_link() -> Self {
        let detail = "This link opens nothing. A link for another device is good once, for ten \
                      minutes: take the next one from the device on which you write.";
        Self::new(StatusCode::NOT_FOUND, "link opens nothing", detail)
    }

    pub(super) fn host_only() -> Self {
        let detail = "Only the host can do this. Use the host's own link.";
        Self::new(StatusCode::FORBIDDEN, "host only", detail)
    }

    /// A host by another's hand takes from one who came by the host's link.
    pub(super) fn owners_only() -> Self {
        let detail = "Only who came by a host's link can do this: what they have is not taken by whom \
                      they have made a host.";
        Self::new(StatusCode::FORBIDDEN, "host only", detail)
    }

    /// Whoever's key reads wants to write.
    pub(super) fn read_only() -> Self {
        let detail = "This key reads and does not write. Ask the host for a link that writes.";
        Self::new(StatusCode::FORBIDDEN, "read only", detail).because("read_only")
    }

    /// The pad takes no more of this address, or at all.
    pub(super) fn pad_full() -> Self {
        let detail = "The pad does not take this: it is full, or you have put into it what one may. \
                      What did not fit is not in it.";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "pad full", detail).because("too_large")
    }

    /// A body of another kind than those that are read.
    pub(super) fn not_a_text() -> Self {
        let detail = "The body is Markdown (text/markdown) or words (text/plain); with ?code=LANGUAGE it is code. A page (text/html) and a zip (application/zip) are imported; Word and OpenDocument texts are read by the page: drop them there.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not a text", detail)
    }

    /// A page in which nothing is to be read.
    pub(super) fn silent_page() -> Self {
        let detail = "There are no words in this page. What a program writes into it is read in a browser: save it from there.";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "no words", detail)
    }

    /// Bytes that are none.
    pub(super) fn no_document() -> Self {
        let detail = "What was sent is no Yjs document that can be read here, or stands in a form that Fadepad does not have.";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "no document", detail)
    }

    /// What was sent costs more to read than anything that people write, or its reader has failed on it.
    pub(super) fn not_brought(why: NotRendered) -> Self {
        let detail =
            format!("What was sent can't be read here: {why}. Nothing of it is in the pad.");
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not readable", detail).because("not_readable")
    }

    /// A form that a server does not make.
    pub(super) fn no_form() -> Self {
        let detail = "`as` is md, txt, html, json, capsule, yjs or zip. Word, OpenDocument and PDF are made by the page: Share, Take it with you.";
        Self::malformed(detail)
    }

    fn oneself() -> Self {
        let detail = "A host takes nothing away from himself: the pad would be left without one.";
        Self::new(StatusCode::CONFLICT, "oneself", detail)
    }

    pub(super) fn goes_round() -> Self {
        let detail = "A reverse proxy asked this server by plain HTTP, which is only led to HTTPS \
                      here: that would go round for ever. Let the proxy speak https:// to it, or \
                      start it without TLS and with --url.";
        Self::new(StatusCode::BAD_GATEWAY, "proxy speaks plain HTTP", detail)
    }

    /// A pad has ended, and a restart could bring it back.
    pub(super) fn not_recorded() -> Self {
        let detail = "The pad has ended, but that could not be written beside the secret file yet: a \
                      restart could bring it back. Look at that disk, and ask again.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "end not recorded", detail)
    }

    /// Something was decided, and a restart could forget it.
    pub(super) fn decision_not_recorded() -> Self {
        let detail = "It holds from now on, but could not be written beside the secret file yet: a restart could forget \
                      it. Look at that disk, and ask again.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "decision not recorded", detail)
    }

    /// A socket knocks where none is heard.
    pub(super) fn no_socket(at: &str) -> Self {
        let detail = format!(
            "No socket is heard at this address. y-websocket is spoken at /ws/NAME (give its \
             provider {at}/ws and the pad's NAME), Phoenix Channels at /socket, Hocuspocus at \
             /hocuspocus."
        );
        Self::new(StatusCode::NOT_FOUND, "no socket here", detail)
    }

    /// It has to come as an opening handshake of WebSocket.
    pub(super) fn upgrade_required(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UPGRADE_REQUIRED, "upgrade required", detail)
    }

    /// A body is longer than this. Nothing more of it is read: the connection ends.
    pub(super) fn too_large(most: usize) -> Self {
        let detail = format!("The body is over {most} bytes, which is the most that is read here.");
        let problem = Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too large", detail);
        Self { last: true, ..problem }
    }

    /// The same connection brings nothing more: what was sent is not all read.
    pub(super) fn last(self) -> Self {
        Self { last: true, ..self }
    }

    pub(super) fn malformed(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed request", detail)
    }

    pub(super) fn full() -> Self {
        let detail = "This server has no free place now. Try again in a minute.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "full", detail)
    }

    /// A file comes in the moment in which another machine has asked for the last ones.
    pub(super) fn goes_over() -> Self {
        let detail = "The pad goes over to another machine at this moment, and takes no files. Send it again in a second, or there.";
        let problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, "goes over", detail);
        Self { retry_after: Some(Duration::from_secs(1)), ..problem }
    }

    pub(super) fn too_many(wait: Duration, what: &str) -> Self {
        let then = again(wait);
        let detail = format!("Too many {what} from this address. Try again {then}.");
        let problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too many requests", detail);
        Self { retry_after: Some(wait), ..problem }
    }

    /// The code is right, and not enough.
    pub(super) fn pin_needed(pin: &Pin) -> Self {
        let detail = "This pad asks for a PIN beside its code. Ask the host for it.";
        Self::new(StatusCode::FORBIDDEN, "PIN needed", detail).because("pin_needed").typed(pin)
    }

    /// The code is right, and the PIN is not.
    pub(super) fn wrong_pin(pin: &Pin) -> Self {
        let detail = "That is not the PIN of this pad. Look again, or ask the host for it.";
        Self::new(StatusCode::FORBIDDEN, "wrong PIN", detail).because("pin_wrong").typed(pin)
    }

    /// By which keyboard: a phone's for digits has no letters. Who guesses tries digits first in any case.
    fn typed(mut self, pin: &Pin) -> Self {
        self.more.insert("digits".into(), json!(pin.is_digits()));
        self
    }

    /// A further start wants another PIN than that of this server.
    pub(super) fn another_pin() -> Self {
        let detail = "Pads of this server ask for another PIN.";
        Self::new(StatusCode::PRECONDITION_FAILED, "another PIN", detail)
    }

    /// A wrong code. Right ones stay what they are, whatever is tried.
    pub(super) fn unknown_code() -> Self {
        let detail = "That code is not known here. Codes have six characters, like K7Q PM3.";
        Self::new(StatusCode::NOT_FOUND, "unknown code", detail)
    }

    /// Too many wrong codes: this one is not looked at yet.
    pub(super) fn guessing(wait: Wait) -> Self {
        if wait.own {
            return Self::too_many(wait.left, "wrong codes or PINs");
        }
        let then = again(wait.left);
        let detail = format!(
            "Many wrong codes or PINs were tried here, and some from this address. Try again {then}, or use the link."
        );
        let problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too many requests", detail);
        Self { retry_after: Some(wait.left), ..problem }
    }

    pub(super) fn ended(last_end: Option<LastEnd>, now: std::time::Instant) -> Self {
        let detail = "This pad has ended and its text is erased.";
        let mut problem = Self::new(StatusCode::GONE, "ended", detail);
        if let Some(last_end) = last_end {
            problem.more.insert("why".into(), json!(last_end.cause().name()));
        }
        if let Some(LastEnd::Here(ended)) = last_end {
            let ago = now.saturating_duration_since(ended.at).as_secs();
            problem.more.insert("ended_s_ago".into(), json!(ago));
            problem.more.insert("epoch".into(), json!(ended.epoch.to_string()));
            problem.more.extend(ended.fields());
        }
        problem
    }

    /// Where it is, if it was handed on.
    pub(super) fn moved(mut self, lobby: &Lobby, last_end: Option<LastEnd>) -> Self {
        if let Some(LastEnd::Here(ended)) = last_end
            && ended.receipt.cause == EndCause::HandedOn
            && let Some(to) = lobby.handed_to(ended.epoch)
        {
            self.detail = format!("This pad goes on at {}; here it is erased.", to.join(" or "));
            self.more.insert("moved_to".into(), json!(*to));
        }
        self
    }

    /// What the key of who asks had allowed, where it is one of the pad's: who hosted an ended pad may
    /// open another. `stands`: its code opens the next life of it, in which they host on.
    pub(super) fn told_to(mut self, role: Option<Role>, stands: bool) -> Self {
        if let Some(role) = role {
            self.more.insert("role".into(), json!(role.name()));
        }
        if stands {
            self.more.insert("stands".into(), json!(true));
        }
        self
    }

    /// The reason and the way out.
    pub(super) fn detail(&self) -> &str {
        &self.detail
    }

    pub(super) fn status(&self) -> StatusCode {
        self.status
    }

    /// The response to send.
    pub(super) fn response(self) -> Response {
        let mut body = Map::new();
        body.insert("type".into(), json!("about:blank"));
        body.insert("title".into(), json!(self.title));
        body.insert("status".into(), json!(self.status.as_u16()));
        body.insert("detail".into(), json!(self.detail));
        body.extend(self.more);
        let mut response = Response::new(Value::Object(body).to_string().into());
        *response.status_mut() = self.status;
        response.extensions_mut().insert(ProblemDetail { detail: self.detail });
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        if self.status == StatusCode::UPGRADE_REQUIRED {
            headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
            headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
            headers.insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        }
        if let (false, Ok(allow)) = (self.allow.is_empty(), listed(self.allow).parse()) {
            headers.insert(header::ALLOW, allow);
        }
        if self.last {
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        if let Some(wait) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait).max(1)));
        }
        response
    }
}

/// When it may be tried again.
fn again(wait: Duration) -> String {
    match seconds(wait) {
        0 | 1 => "in a second".into(),
        seconds => format!("in {seconds} seconds"),
    }
}

fn listed(methods: &[Method]) -> String {
    methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ")
}
