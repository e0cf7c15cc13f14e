//! What routes take of a request.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderMap;
use warp::reply::Response;
use warp::{Filter, Rejection};

use super::problem::Problem;
use super::request::ApiRequest;
use super::{Peer, ServerState};

/// The response, or the problem as one.
pub(super) fn answer(result: Result<Response, Problem>) -> Response {
    result.unwrap_or_else(Problem::response)
}

pub(super) fn with(
    server: &Arc<ServerState>,
) -> impl Filter<Extract = (Arc<ServerState>,), Error = Infallible> + Clone + use<> {
    let server = Arc::clone(server);
    warp::any().map(move || Arc::clone(&server))
}

pub(super) fn peer() -> impl Filter<Extract = (IpAddr,), Error = Rejection> + Copy {
    warp::ext::get::<Peer>().map(|peer: Peer| peer.from.ip())
}

pub(super) fn headers() -> impl Filter<Extract = (HeaderMap,), Error = Infallible> + Copy {
    warp::header::headers_cloned()
}

pub(super) fn query() -> impl Filter<Extract = (String,), Error = Infallible> + Clone {
    warp::query::raw().or(warp::any().map(String::new)).unify()
}

/// All that a request says beside its address.
pub(super) fn asked() -> impl Filter<Extract = (ApiRequest,), Error = Rejection> + Clone {
    let said = warp::ext::get::<Peer>().and(headers()).and(query()).and(body());
    said.map(|peer, headers, query, body| ApiRequest { peer, headers, query, body })
}

/// The body, which is here whole (`body.rs`); empty where the request has none.
pub(super) fn body() -> impl Filter<Extract = (Bytes,), Error = Rejection> + Copy {
    warp::body::bytes()
}
