//! What answers at each address of REST, `/api/v1/…`.

use std::sync::Arc;

use warp::Filter as _;
use warp::filters::BoxedFilter;
use warp::reply::Response;

use super::routes::{answer, body, headers, peer, query, with};
use super::{House, Peer, api, ends, keeping, list, own};
use crate::base::names::PadName;

pub(super) fn all(house: &Arc<House>) -> BoxedFilter<(Response,)> {
    let v1 = warp::path("api").and(warp::path("v1"));
    let asked = entry(house).or(pads(house)).unify();
    v1.and(asked.or(pad(house)).unify()).boxed()
}

/// What is asked before anybody is in a pad.
fn entry(house: &Arc<House>) -> BoxedFilter<(Response,)> {
    let info = warp::path!("info")
        .and(warp::get())
        .and(with(house))
        .map(|house: Arc<House>| api::info(&house));
    let neighbours = warp::path!("neighbours")
        .and(warp::get())
        .and(with(house))
        .and(headers())
        .map(|house: Arc<House>, headers| answer(api::neighbours(&house, &headers)));
    let join = warp::path!("join")
        .and(warp::post())
        .and(with(house))
        .and(peer())
        .and(body())
        .map(|house: Arc<House>, from, body| answer(api::join(&house, from, &body)));
    let device = warp::path!("devices")
        .and(warp::post())
        .and(with(house))
        .and(body())
        .map(|house: Arc<House>, body| answer(own::join(&house, &body)));
    info.or(neighbours).unify().or(join).unify().or(device).unify().boxed()
}

/// All pads of the house.
fn pads(house: &Arc<House>) -> BoxedFilter<(Response,)> {
    let path = || warp::path!("pads");
    let create =
        path().and(warp::post()).and(with(house)).and(peer()).and(headers()).and(body()).map(
            |house: Arc<House>, from, headers, body| {
                answer(api::create(&house, from, &headers, &body))
            },
        );
    let list = path()
        .and(warp::get())
        .and(with(house))
        .and(headers())
        .then(|house, headers| async { answer(list::all(house, headers).await) });
    create.or(list).unify().boxed()
}

/// One pad.
fn pad(house: &Arc<House>) -> BoxedFilter<(Response,)> {
    let path = || warp::path!("pads" / PadName);
    let describe = path()
        .and(warp::get())
        .and(with(house))
        .and(warp::ext::get::<Peer>())
        .and(headers())
        .and(query())
        .then(|name, house, peer, headers, query| async move {
            answer(api::describe(house, name, peer, headers, query).await)
        });
    let end =
        path().and(warp::delete()).and(with(house)).and(headers()).and(query()).and(body()).then(
            |name, house, headers, query, body| async {
                answer(ends::end(house, name, headers, query, body).await)
            },
        );
    let keep = path().and(warp::patch()).and(with(house)).and(headers()).and(body()).then(
        |name, house, headers, body| async {
            answer(keeping::keep(house, name, headers, body).await)
        },
    );
    let dropped = warp::path!("pads" / PadName / "dropped")
        .and(warp::post())
        .and(with(house))
        .and(headers())
        .map(|name, house: Arc<House>, headers| answer(ends::dropped(&house, &name, &headers)));
    let of_all = describe.or(keep).unify().or(end).unify();
    of_all.or(dropped).unify().or(somebody(house)).unify().boxed()
}

/// Who somebody is in a pad.
fn somebody(house: &Arc<House>) -> BoxedFilter<(Response,)> {
    let exchange = warp::path!("pads" / PadName / "key")
        .and(warp::post())
        .and(with(house))
        .and(headers())
        .and(body())
        .map(|name, house: Arc<House>, headers, body| {
            answer(own::exchange(&house, &name, &headers, &body))
        });
    let pair = warp::path!("pads" / PadName / "devices")
        .and(warp::post())
        .and(with(house))
        .and(warp::ext::get::<Peer>())
        .and(headers())
        .and(body())
        .map(|name, house: Arc<House>, peer, headers, body| {
            answer(own::pair(&house, name, peer, &headers, &body))
        });
    exchange.or(pair).unify().boxed()
}
