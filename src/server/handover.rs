//! `/hand-over`: another start of the program on this machine brings its pad (`POST`); its commands list the pads that are open
//! (`GET`), rename one (`PATCH`) and end one (`DELETE`). Answered to this machine alone, and to who can read the running instance's token.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};
use warp::reply::Response;

use super::problem::Problem;
use super::request::{Answer, ApiRequest, json_response, read};
use super::shown::{links_of_host, merge};
use super::{ServerState, ends, keeping, list};
use crate::base::clock::now;
use crate::base::door::Pin;
use crate::base::names::PadName;
use crate::base::screen::Screen;
use crate::room::lobby::{NotOpened, Pad};

/// The path.
pub const HAND_OVER: &str = "/hand-over";

/// Starts that wait: a person makes one at a time.
const STARTS: usize = 4;

/// What a further start asks for.
#[derive(Clone, Deserialize, Serialize)]
pub struct HandOver {
    /// The name of the pad to open, or to find open.
    pub pad: String,
    /// The time that it outlives its last person, in seconds, where another than usual is wanted.
    pub ttl_s: Option<u64>,
    /// What a pad that is opened for it begins with.
    #[serde(default)]
    pub template: Option<String>,
    /// Whether it will open the host's page.
    pub open: bool,
    /// Whether its greeting has a QR.
    pub qr: bool,
    /// The PIN that its pads are to ask for, as [`Pin::tag`] by the token: this server's, or it is not the one.
    pub pin: Option<String>,
    /// The screen that its greeting is for.
    pub screen: Screen,
    /// The pad is at another machine, and goes on here.
    #[serde(default)]
    pub take: Option<TakeLink>,
}

/// Where a pad is that goes on here. Nobody debugs it: a host's key is in it.
#[derive(Clone, Deserialize, Serialize)]
pub struct TakeLink {
    /// Its host's link, with a key.
    pub url: String,
    /// The SHA-256 of the certificate there, where this system does not trust it.
    pub fingerprint: Option<String>,
}

/// Why a further start's pad is not here.
#[derive(Clone, Debug)]
pub enum NotHere {
    /// It could not be opened.
    NotOpened(NotOpened),
    /// It stays at the other machine.
    NotTaken {
        /// As that one would say it by HTTP.
        status: StatusCode,
        /// The reason and the way out.
        detail: String,
    },
}

impl From<NotHere> for Problem {
    fn from(not: NotHere) -> Self {
        match not {
            NotHere::NotOpened(not) => not.into(),
            NotHere::NotTaken { status, detail } => Self::new(status, "not taken", detail),
        }
    }
}

/// A further start that waits for its answer: what it prints, as JSON.
pub struct SecondStart {
    /// The pad.
    pub pad: PadName,
    /// What else it asks for.
    pub request: HandOver,
    /// Where the answer goes.
    pub answer: oneshot::Sender<Result<Value, NotHere>>,
}

/// Where further starts are let in.
pub(super) struct StartDoor {
    token: String,
    starts: mpsc::Sender<SecondStart>,
}

impl HandOver {
    /// The grace that was asked for.
    #[must_use]
    pub fn grace(&self) -> Option<Duration> {
        self.ttl_s.map(Duration::from_secs)
    }
}

impl StartDoor {
    /// A door for who knows the token.
    pub(super) fn new(token: String) -> (Self, mpsc::Receiver<SecondStart>) {
        let (starts, waiting) = mpsc::channel(STARTS);
        (Self { token, starts }, waiting)
    }

    /// Whether a start that wants this PIN, or does not care, wants this server.
    fn knows(&self, own: Option<&Pin>, wanted: Option<&str>) -> bool {
        wanted.is_none_or(|wanted| own.is_some_and(|own| own.tag(&self.token) == wanted))
    }

    /// Compares all bytes, so that the time tells nothing of how many were right.
    fn opens_to(&self, token: &str) -> bool {
        let differences =
            self.token.bytes().zip(token.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
        self.token.len() == token.len() && differences == 0
    }
}

fn door<'a>(server: &'a ServerState, asked: &ApiRequest) -> Result<&'a StartDoor, Problem> {
    let door = server.reachability.second_starts().filter(|door| door.opens_to(asked.bearer()));
    let here = asked.peer.from.ip().to_canonical().is_loopback();
    door.filter(|_| here).ok_or_else(Problem::not_found)
}

/// All pads with their links: who can read the token is the host.
pub(super) async fn list(server: &ServerState, asked: &ApiRequest) -> Answer {
    door(server, asked)?;
    let places = server.places.now();
    let lines = server.lobby.overviews().await.into_iter().map(|(pad, overview)| {
        let mut line = list::line(&pad, &overview, true);
        merge(&mut line, links_of_host(server, &places, &pad));
        line
    });
    Ok(json_response(StatusCode::OK, &lines.collect()))
}

#[derive(Deserialize)]
struct Ended {
    pad: String,
    in_s: Option<u64>,
}

/// Ends a pad, as its host does by REST.
pub(super) async fn end(server: Arc<ServerState>, asked: ApiRequest) -> Answer {
    door(&server, &asked)?;
    let Ended { pad, in_s } = read(&asked.body)?;
    ends::end_pad(&server, (&pad_of(&server, &pad)?, None), in_s).await
}

#[derive(Deserialize)]
struct Renamed {
    pad: String,
    title: String,
}

/// Has everyone read another title, as its host does by REST.
pub(super) async fn rename(server: Arc<ServerState>, asked: ApiRequest) -> Answer {
    door(&server, &asked)?;
    let Renamed { pad, title } = read(&asked.body)?;
    let pad = pad_of(&server, &pad)?;
    let steered = pad.room.steer(keeping::title(title.into())?).await;
    let overview = steered.ok_or_else(|| Problem::ended(None, now()))?;
    Ok(json_response(StatusCode::OK, &list::line(&pad, &overview, true)))
}

fn pad_of(server: &ServerState, name: &str) -> Result<Pad, Problem> {
    let name = name.parse::<PadName>().map_err(|e| Problem::malformed(e.to_string()))?;
    server.lobby.get(&name).ok_or_else(|| {
        let last_end = server.lobby.last_end(&name);
        last_end.map_or_else(Problem::no_such_pad, |end| Problem::ended(Some(end), now()))
    })
}

/// Takes a further start's pad. To others there is nothing at this address.
pub(super) async fn take(server: &ServerState, asked: &ApiRequest) -> Result<Response, Problem> {
    let door = door(server, asked)?;
    let request: HandOver = serde_json::from_slice(&asked.body)
        .map_err(|e| Problem::malformed(format!("The body is not what is expected: {e}.")))?;
    if !door.knows(server.lobby.rules().pin.as_ref(), request.pin.as_deref()) {
        return Err(Problem::another_pin());
    }
    let pad = request.pad.parse::<PadName>().map_err(|e| Problem::malformed(e.to_string()))?;
    let (answer, answered) = oneshot::channel();
    let start = SecondStart { pad, request, answer };
    door.starts.send(start).await.map_err(|_| Problem::not_found())?;
    let told = answered.await.map_err(|_| Problem::not_found())??;
    let mut response = Response::new(told.to_string().into());
    *response.status_mut() = StatusCode::OK;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    Ok(response)
}
