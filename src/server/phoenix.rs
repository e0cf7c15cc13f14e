//! Who knocks at the Phoenix door: `/socket/websocket`, and `/socket/longpoll` beside it.

use std::net::IpAddr;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode, header};
use hyper::body::Incoming;
use serde_json::{Value, json};
use warp::reply::Response;

use super::ServerState;
use super::blame::{self, Culprit};
use super::guard::Counted;
use super::handshake::offers;
use super::problem::Problem;
use super::request::{json_response, parameter};
use super::visitor::visitor;
use crate::base::limits::{BEFORE_SESSION, MAX_BODY};
use crate::base::stop::Stop;
use crate::doors::phoenix::{PhoenixClient, Polled, Polls, Version};
use crate::doors::tunnel::Tunnels;

/// phoenix.js puts its `authToken` behind this, in base64 (socket.js, `AUTH_TOKEN_PREFIX`).
const AUTH_TOKEN: &str = "base64url.bearer.phx.";

/// Where phoenix.js puts it when it polls.
const AUTH_HEADER: &str = "x-phoenix-authtoken";

/// Where phoenix.js polls.
const POLL_PATH: &str = "/socket/longpoll";

/// What a page of another origin may do there: poll and post lines, with its key in a header. A
/// browser may remember it for ten minutes.
const MAY_POLL: [(HeaderName, &str); 3] = [
    (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
    (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, x-phoenix-authtoken"),
    (header::ACCESS_CONTROL_MAX_AGE, "600"),
];

/// Reads what a client says of itself as it connects. Its key is checked when it joins a topic: a
/// key is for one pad, and a pad has its name there.
pub(super) fn client(
    server: &Arc<ServerState>,
    from: IpAddr,
    (query, headers): (&str, &HeaderMap),
) -> Result<PhoenixClient, Problem> {
    let version = match parameter(query, "vsn") {
        None => Version::V1,
        vsn => Version::parse(vsn).ok_or_else(|| {
            let detail = "This server speaks version 1.0.0 and 2.0.0 of Phoenix's serializer.";
            Problem::new(StatusCode::FORBIDDEN, "unknown vsn", detail)
        })?,
    };
    let offered = offers(headers).find_map(|offer| offer.strip_prefix(AUTH_TOKEN));
    let offered = offered.and_then(|text| {
        let text = text.trim_end_matches('=');
        let bytes = URL_SAFE_NO_PAD.decode(text).or_else(|_| STANDARD_NO_PAD.decode(text));
        String::from_utf8(bytes.ok()?).ok()
    });
    let header = || headers.get(AUTH_HEADER)?.to_str().ok();
    let named = || parameter(query, "token").or_else(|| parameter(query, "key"));
    let token = offered.or_else(|| header().or_else(named).map(str::to_owned)).unwrap_or_default();
    let visitor = visitor(server, from, token)?;
    Ok(PhoenixClient { visitor, version, only_text: false })
}

/// Who polls, by Phoenix or in a tunnel (`polling.rs`), and what a new session needs.
#[derive(Clone)]
pub(super) struct Pollers {
    pub(super) server: Arc<ServerState>,
    pub(super) polls: Polls,
    pub(super) tunnels: Tunnels,
    pub(super) stop: Stop,
}

impl Pollers {
    /// `GET /socket/longpoll`: what there is to hear, or a new session, which phoenix.js knows by
    /// status 410 in the body. The status of HTTP is 200 in any case.
    pub(super) async fn hear(self, from: IpAddr, query: String, headers: HeaderMap) -> Response {
        let session = session(&query);
        match self.polls.poll(session).await {
            Polled::Messages(messages) => said(200, session, json!(messages)),
            Polled::Nothing => said(204, session, json!([])),
            // It joins again by a new session of its own making.
            Polled::Gone if Polls::is_name(session) => said(410, session, json!([])),
            Polled::Gone => self
                .begin(from, &query, &headers)
                .map_or_else(|problem| refused(&problem), |name| said(410, &name, json!([]))),
        }
    }

    fn begin(&self, from: IpAddr, query: &str, headers: &HeaderMap) -> Result<String, Problem> {
        let from = from.to_canonical();
        let client = client(&self.server, from, (query, headers))?;
        let (lobby, token) = (&self.server.lobby, &client.visitor.token);
        let who = Culprit::of(&self.server, from, Some(token));
        blame::may_speak(&self.server, who, || lobby.is_key(token))?;
        let counted = Counted::new(&self.server, from)?;
        let client = PhoenixClient { only_text: true, ..client };
        self.polls.begin(client, &self.stop, counted).ok_or_else(Problem::full)
    }

    /// Bytes that the body of this request may have.
    pub(super) fn most(&self, request: &Request<Incoming>) -> usize {
        let uri = request.uri();
        let session = uri.query().filter(|_| uri.path() == POLL_PATH).map(session);
        session.map_or(MAX_BODY, |session| self.polls.most(session).unwrap_or(BEFORE_SESSION))
    }

    /// `POST /socket/longpoll`: a batch of messages, one a line.
    pub(super) async fn say(self, query: String, lines: Bytes) -> Response {
        let taken = self.polls.post(session(&query), lines).await;
        json_response(StatusCode::OK, &json!({ "status": if taken { 200 } else { 410 } }))
    }
}

/// Whether pages of other origins read what is answered on this path. A socket needs no such leave.
pub(super) fn is_shared(path: &str) -> bool {
    path == POLL_PATH
}

/// Lets a page of this origin read the answer: one that the guard has let in, and no other.
pub(super) fn share(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    headers.append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}

/// `OPTIONS /socket/longpoll`: a browser asks on behalf of a page of another origin.
pub(super) fn may_poll() -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NO_CONTENT;
    let may = MAY_POLL.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(may);
    response
}

/// The session of a poll: phoenix.js adds it as a second `token` behind the parameters of the app.
fn session(query: &str) -> &str {
    query.rsplit('&').find_map(|pair| pair.strip_prefix("token=")).unwrap_or_default()
}

fn said(status: u16, session: &str, messages: Value) -> Response {
    let body = json!({ "status": status, "token": session, "messages": messages });
    json_response(StatusCode::OK, &body)
}

/// phoenix.js stays away after a 403 and tries again later after a 500.
fn refused(problem: &Problem) -> Response {
    let status = if problem.status() == StatusCode::FORBIDDEN { 403 } else { 500 };
    said(status, "", json!([]))
}
