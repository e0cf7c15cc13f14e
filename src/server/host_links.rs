//! How the host comes to the pad without a key in what is printed or typed: the entrances of the own
//! browser, and short links, `/h/CODE`, for which a terminal has room. Each is good once, only on the
//! host's own machine; a short link for one life of a pad.

use std::net::IpAddr;

use http::uri::Authority;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tokio::sync::watch;
use warp::reply::Response;

use super::once::Once;
use super::problem::Problem;
use super::{ServerState, notice, pages};
use crate::base::authority;
use crate::base::codes::OnceCode;
use crate::base::ids::{Epoch, Role};
use crate::base::names::PadName;
use crate::room::lobby::Pad;

/// The links that were given out and not used yet: one for each pad.
pub struct HostLinks {
    open: Once<PadName, Epoch>,
    used: watch::Sender<Option<PadName>>,
}

impl Default for HostLinks {
    fn default() -> Self {
        Self { open: Once::default(), used: watch::Sender::new(None) }
    }
}

impl HostLinks {
    /// The path that leads to this pad once: the one that is open, else a new one.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn path(&self, pad: &Pad) -> Result<String, getrandom::Error> {
        let code = match self.open.given(&pad.name, |epoch| *epoch == pad.epoch) {
            Some(code) => code,
            None => self.open.give(pad.name.clone(), pad.epoch)?,
        };
        Ok(format!("/h/{code}"))
    }

    /// Tells whenever one was used, and of which pad.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Option<PadName>> {
        self.used.subscribe()
    }

    /// Uses a code up.
    fn take(&self, code: OnceCode) -> Option<(PadName, Epoch)> {
        let (name, epoch) = self.open.take(code)?;
        self.used.send_replace(Some(name.clone()));
        Some((name, epoch))
    }
}

/// Leads the host's own browser to the pad with its key.
pub(super) fn entrance(server: &ServerState, token: &str, from: IpAddr) -> Response {
    let target =
        from.to_canonical().is_loopback().then(|| server.reachability.pass(token)).flatten();
    target.and_then(|target| lead_to(&target)).unwrap_or_else(|| Problem::not_found().response())
}

/// Leads a browser to this path, whose fragment no server is ever told.
fn lead_to(target: &str) -> Option<Response> {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_str(target).ok()?);
    Some(response)
}

/// Leads the host to the pad with its key. Whatever is wrong (used, mistyped, of an ended pad, asked
/// for under the name that guests use) is answered alike, with a page that says how to go on.
pub(super) fn enter(
    server: &ServerState,
    code: &str,
    asked: Option<&Authority>,
    headers: &HeaderMap,
) -> Response {
    let here = asked.is_some_and(|asked| {
        asked.as_str().parse().is_ok_and(|own: authority::Authority| own.is_loopback())
    });
    // A browser that fetches what might be opened next must not use it up.
    let early = ["sec-purpose", "purpose"].iter().any(|name| headers.contains_key(*name));
    let code = code.parse().ok().filter(|_| here && !early);
    let taken = code.and_then(|code| server.reachability.host_links.take(code));
    let pad =
        taken.and_then(|(name, epoch)| server.lobby.get(&name).filter(|pad| pad.epoch == epoch));
    let led = pad.and_then(|pad| {
        lead_to(&format!("/p/{}#{}", pad.name, server.lobby.key(&pad, Role::Host)))
    });
    led.unwrap_or_else(|| opens_nothing(headers))
}

fn opens_nothing(headers: &HeaderMap) -> Response {
    if notice::is_looked_at(headers) {
        return pages::absent(StatusCode::NOT_FOUND, headers);
    }
    let detail = "The host's own link opens the pad once, on the host's own computer alone. The \
                  next one stands in the terminal where Fadepad runs.";
    Problem::new(StatusCode::NOT_FOUND, "link opens nothing", detail).response()
}
