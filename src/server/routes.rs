//! What answers at each address of `table.rs`. Sockets are beside it, in `upgrade.rs`, and REST in
//! `rest.rs`.

use std::convert::Infallible;
use std::future::ready;
use std::net::IpAddr;
use std::sync::Arc;

use http::uri::Authority;
use http::{HeaderMap, StatusCode, header};
use warp::filters::BoxedFilter;
use warp::reject::MethodNotAllowed;
use warp::reply::Response;
use warp::{Filter, Rejection};

use super::filters::{answer, asked, body, headers, peer, query, with};
use super::phoenix::{self, Pollers};
use super::problem::Problem;
use super::reading::ReadName;
use super::request::ApiRequest;
use super::{
    HAND_OVER, Peer, Reached, ServerState, files, guard, handing, handover, health, host_links,
    licenses, metrics, notice, pages, polling, reading, rest, tail,
};
use crate::base::clock::now;
use crate::base::ids::FileId;
use crate::base::names::PadName;

/// Every route of this server; whatever fits none is answered with a problem.
pub(super) fn all(server: &Arc<ServerState>, pollers: &Pollers) -> BoxedFilter<(Response,)> {
    let programs = health(server).or(rest::all(server)).unify().or(hand_over(server)).unify();
    let programs = programs.or(reading(server)).unify();
    let programs = programs.or(tunnel(pollers)).unify();
    let programs = programs.or(longpoll(pollers)).unify().or(host_link(server)).unify();
    programs.or(page(server)).unify().recover(problem).unify().boxed()
}

fn hand_over(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let path = || warp::path(HAND_OVER.trim_start_matches('/')).and(warp::path::end());
    let take = path().and(warp::post()).and(with(server)).and(asked()).then(
        |server: Arc<ServerState>, asked: ApiRequest| async move {
            answer(handover::take(&server, &asked).await)
        },
    );
    let list = path().and(warp::get()).and(with(server)).and(asked()).then(
        |server: Arc<ServerState>, asked: ApiRequest| async move {
            answer(handover::list(&server, &asked).await)
        },
    );
    let end = path()
        .and(warp::delete())
        .and(with(server))
        .and(asked())
        .then(|server, asked| async move { answer(handover::end(server, asked).await) });
    let rename = path()
        .and(warp::patch())
        .and(with(server))
        .and(asked())
        .then(|server, asked| async move { answer(handover::rename(server, asked).await) });
    take.or(list).unify().or(end).unify().or(rename).unify().boxed()
}

fn host_link(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    warp::path!("h" / String)
        .and(warp::get())
        .and(with(server))
        .and(warp::host::optional())
        .and(headers())
        .map(
            |code: String,
             server: Arc<ServerState>,
             asked: Option<Authority>,
             headers: HeaderMap| {
                host_links::enter(&server, &code, asked.as_ref(), &headers)
            },
        )
        .boxed()
}

fn health(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let alive = warp::get().and(warp::path!("healthz")).map(|| Response::new("ok\n".into()));
    let ready = warp::get()
        .and(warp::path!("readyz"))
        .and(with(server))
        .then(|server: Arc<ServerState>| async move { health::readyz(&server).await });
    let metrics = warp::get()
        .and(warp::path!("metrics"))
        .and(with(server))
        .and(warp::ext::get::<Peer>())
        .and(headers())
        .then(|server: Arc<ServerState>, peer: Peer, headers: HeaderMap| async move {
            answer(metrics::read(&server, peer.from.ip(), &headers).await)
        });
    let licenses = warp::get().and(warp::path!("licenses")).map(licenses::page);
    let file = warp::get()
        .and(warp::path!("f" / FileId))
        .and(with(server))
        .and(headers())
        .map(|id, server, headers| answer(files::give(&server, id, &headers)));
    let reach = warp::get()
        .and(warp::path!("reach" / String))
        .and(with(server))
        .map(|epoch: String, server: Arc<ServerState>| answer(handing::reach(&server, &epoch)));
    let alive = alive.or(reach).unify().or(file).unify();
    alive.or(ready).unify().or(metrics).unify().or(licenses).unify().boxed()
}

/// A pad's text, for programs.
fn reading(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let read = warp::path!("p" / ReadName)
        .and(warp::get())
        .and(with(server))
        .and(asked())
        .then(|what, server, asked| async { answer(reading::read(server, what, asked).await) });
    let follow = warp::path!("p" / PadName / "tail")
        .and(warp::get())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(tail::follow(server, name, asked).await) });
    read.or(follow).unify().boxed()
}

fn longpoll(pollers: &Pollers) -> BoxedFilter<(Response,)> {
    let pollers = pollers.clone();
    let path = warp::path!("socket" / "longpoll").map(move || pollers.clone());
    let hear =
        path.clone().and(warp::get()).and(peer()).and(query()).and(headers()).then(
            |pollers: Pollers, from, query, headers| async move {
                pollers.hear(from, query, headers).await
            },
        );
    let asked = path.clone().and(warp::options()).map(|_| phoenix::may_poll());
    let say = path
        .and(warp::post())
        .and(query())
        .and(body())
        .then(|pollers: Pollers, query, lines| async move { pollers.say(query, lines).await });
    hear.or(asked).unify().or(say).unify().boxed()
}

/// A pad's socket for who gets none through.
fn tunnel(pollers: &Pollers) -> BoxedFilter<(Response,)> {
    let (opens, pollers) = (pollers.clone(), pollers.clone());
    let open = warp::path!("poll" / PadName)
        .and(warp::post())
        .and(asked())
        .map(move |name, asked| answer(polling::open(opens.clone(), name, &asked)));
    let path =
        warp::path!("poll" / PadName / String).map(move |_, name: String| (pollers.clone(), name));
    let fetch = path.clone().and(warp::get()).and(query()).then(
        |(pollers, name): (Pollers, String), query: String| async move {
            answer(polling::fetch(&pollers.tunnels, &name, &query).await)
        },
    );
    let post = path.clone().and(warp::post()).and(query()).and(body()).then(
        |(pollers, name): (Pollers, String), query: String, bytes| async move {
            answer(polling::post(&pollers.tunnels, &name, (&query, bytes)).await)
        },
    );
    let leave = path.and(warp::delete()).then(|(pollers, name): (Pollers, String)| async move {
        answer(polling::leave(&pollers.tunnels, &name).await)
    });
    open.or(fetch).unify().or(post).unify().or(leave).unify().boxed()
}

fn page(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let start = warp::path::end()
        .or(warp::path!("new"))
        .unify()
        .and(with(server))
        .and(warp::ext::get::<Peer>())
        .and(headers())
        .map(|server: Arc<ServerState>, peer, headers| doorstep(&server, peer, &headers));
    let pad = warp::path!("p" / PadName)
        .and(with(server))
        .and(warp::ext::get::<Peer>())
        .and(headers())
        .map(|name, server: Arc<ServerState>, peer, headers| {
            meet(&server, peer, &headers);
            pad_page(&server, &name, &headers)
        });
    // A projector shows that one: it is no proof that phones get through.
    let wall = warp::path!("wall" / PadName)
        .and(with(server))
        .and(headers())
        .map(|name, server: Arc<ServerState>, headers| pad_page(&server, &name, &headers));
    let index = start.or(pad).unify().or(wall).unify();
    let join = warp::path!("j" / String)
        .or(warp::path!("J" / String))
        .unify()
        .or(warp::path!("d" / String))
        .unify()
        .or(warp::path!("D" / String))
        .unify()
        .and(with(server))
        .and(warp::ext::get::<Peer>())
        .and(headers())
        .map(|_code, server: Arc<ServerState>, peer, headers| doorstep(&server, peer, &headers));
    let open = warp::path!("open" / String).and(with(server)).and(peer()).map(
        |token: String, server: Arc<ServerState>, from: IpAddr| {
            host_links::entrance(&server, &token, from)
        },
    );
    let asset = warp::path::full().and(headers()).and_then(
        |path: warp::path::FullPath, headers: HeaderMap| {
            let path = path.as_str().trim_start_matches('/');
            ready(pages::asset(path, &headers).ok_or_else(warp::reject::not_found))
        },
    );
    warp::get().and(index.or(join).unify().or(open).unify().or(asset).unify()).boxed()
}

/// The page where people come in, by code or QR.
fn doorstep(server: &ServerState, peer: Peer, headers: &HeaderMap) -> Response {
    meet(server, peer, headers);
    pages::index(headers)
}

/// Whoever comes in from another device proves that the address that they came by works.
fn meet(server: &ServerState, peer: Peer, headers: &HeaderMap) {
    let places = server.places.now();
    if places.is_foreign(peer.from.ip()) {
        let agent = guard::text(headers, header::USER_AGENT).unwrap_or_default();
        server.reachability.reach(&places, Reached::new(peer.by, agent, now()));
    }
}

/// The page of a pad. An ended one is gone, an unknown one not found, and the page comes all the
/// same where a browser asks: the key is in the fragment, which only the page knows, and after a
/// restart a valid one opens the pad again.
fn pad_page(server: &ServerState, name: &PadName, headers: &HeaderMap) -> Response {
    if server.lobby.get(name).is_some() {
        return pages::index(headers);
    }
    let ended = server.lobby.last_end(name).is_some();
    if notice::is_looked_at(headers) {
        let status = if ended { StatusCode::GONE } else { StatusCode::NOT_FOUND };
        return pages::absent(status, headers);
    }
    // Without a key, no more is told of an end than that it was.
    let problem = if ended { Problem::ended(None, now()) } else { Problem::no_such_pad() };
    problem.response()
}

async fn problem(rejection: Rejection) -> Result<Response, Infallible> {
    // The method was looked at before (`table.rs`): another route, elsewhere, takes another one.
    let elsewhere = rejection.find::<MethodNotAllowed>().is_some();
    let problem = if elsewhere || rejection.is_not_found() {
        Problem::not_found()
    } else {
        Problem::malformed("The request lacks something that is needed here.")
    };
    Ok(problem.response())
}
