//! What answers at each address of REST, `/api/v1/…`.

use std::sync::Arc;

use warp::Filter as _;
use warp::filters::BoxedFilter;
use warp::reply::Response;

use super::filters::{answer, asked, body, headers, with};
use super::{
    ServerState, afresh, api, append, deciding, devices, ends, export, handing, keeping, knocking,
    list, openapi, own,
};
use crate::base::ids::Person;
use crate::base::names::PadName;

pub(super) fn all(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let v1 = warp::path("api").and(warp::path("v1"));
    let asked = entry(server).or(pads(server)).unify();
    v1.and(asked.or(pad(server)).unify()).boxed()
}

/// What is asked before anybody is in a pad.
fn entry(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let info = warp::path!("info")
        .and(warp::get())
        .and(with(server))
        .map(|server: Arc<ServerState>| api::info(&server));
    let described = warp::path!("openapi.json").and(warp::get()).map(openapi::document);
    let neighbours = warp::path!("neighbours")
        .and(warp::get())
        .and(with(server))
        .and(headers())
        .map(|server: Arc<ServerState>, headers| answer(api::neighbours(&server, &headers)));
    let join = warp::path!("join")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|server, asked| async { answer(api::join(server, asked).await) });
    let device = warp::path!("devices")
        .and(warp::post())
        .and(with(server))
        .and(body())
        .map(|server: Arc<ServerState>, body| answer(devices::join(&server, &body)));
    info.or(described).unify().or(neighbours).unify().or(join).unify().or(device).unify().boxed()
}

/// All pads of the server.
fn pads(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let path = || warp::path!("pads");
    let create = path()
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|server, asked| async { answer(api::create(server, asked).await) });
    let list = path()
        .and(warp::get())
        .and(with(server))
        .and(headers())
        .then(|server, headers| async { answer(list::all(server, headers).await) });
    create.or(list).unify().boxed()
}

/// One pad.
fn pad(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let path = || warp::path!("pads" / PadName);
    let describe = path()
        .and(warp::get())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(api::describe(server, name, asked).await) });
    let end = path()
        .and(warp::delete())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(ends::end(server, name, asked).await) });
    let keep = path()
        .and(warp::patch())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(keeping::keep(server, name, asked).await) });
    let append = warp::path!("pads" / PadName / "append")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(append::append(server, name, asked).await) });
    let import = warp::path!("pads" / PadName / "import")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(append::import(server, name, asked).await) });
    let export = warp::path!("pads" / PadName / "export")
        .and(warp::get())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(export::export(server, name, asked).await) });
    let text = append.or(import).unify().or(export).unify();
    let dropped = warp::path!("pads" / PadName / "dropped")
        .and(warp::post())
        .and(with(server))
        .and(headers())
        .then(|name, server, headers| async { answer(ends::dropped(server, name, headers).await) });
    let of_all = describe.or(keep).unify().or(end).unify();
    of_all.or(text).unify().or(dropped).unify().or(somebody(server)).unify().boxed()
}

/// Who somebody is in a pad.
fn somebody(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let exchange = warp::path!("pads" / PadName / "key")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(
            |name, server, asked| async move { answer(own::exchange(server, name, asked).await) },
        );
    let pair = warp::path!("pads" / PadName / "devices")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .map(|name, server: Arc<ServerState>, asked| answer(devices::pair(&server, name, &asked)));
    exchange.or(pair).unify().or(people(server)).unify().or(door(server)).unify().boxed()
}

/// Who waits at the door, and who lets them in.
fn door(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let wait = warp::path!("pads" / PadName / "knock")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(knocking::wait(server, name, asked).await) });
    let list = warp::path!("pads" / PadName / "knocks")
        .and(warp::get())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(knocking::list(server, name, asked).await) });
    let decide = warp::path!("pads" / PadName / "knocks" / Person)
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, person, server, asked| async move {
            answer(knocking::decide(server, (name, person), asked).await)
        });
    wait.or(list).unify().or(decide).unify().boxed()
}

/// Who is here, and what the host decides about one of them.
fn people(server: &Arc<ServerState>) -> BoxedFilter<(Response,)> {
    let path = || warp::path!("pads" / PadName / "people" / Person);
    let role = path().and(warp::patch()).and(with(server)).and(asked()).then(
        |name, person, server, asked| async move {
            answer(deciding::role(server, (name, person), asked).await)
        },
    );
    let show_out = path().and(warp::delete()).and(with(server)).and(asked()).then(
        |name, person, server, asked| async move {
            answer(deciding::show_out(server, (name, person), asked).await)
        },
    );
    let links = warp::path!("pads" / PadName / "links")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async {
            answer(deciding::new_links(server, name, asked).await)
        });
    let afresh = warp::path!("pads" / PadName / "afresh")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(afresh::begin(server, name, asked).await) });
    let hand_on = warp::path!("pads" / PadName / "hand-on")
        .and(warp::post())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(handing::hand_on(server, name, asked).await) });
    let links = links.or(afresh).unify().or(hand_on).unify();
    let list = warp::path!("pads" / PadName / "people")
        .and(warp::get())
        .and(with(server))
        .and(asked())
        .then(|name, server, asked| async { answer(deciding::list(server, name, asked).await) });
    role.or(show_out).unify().or(list).unify().or(links).unify().boxed()
}
