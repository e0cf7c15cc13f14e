//! `/readyz`: whether who asks now would get a seat.

use http::StatusCode;
use warp::reply::Response;

use super::ServerState;
use crate::base::limits::READY_WITHIN;

/// What is said where the cluster's engine is away. Who comes gets a seat all the same: a balancer that believed
/// otherwise would lead people to no node at all.
const ALONE: &str = "ok, but the cluster's engine is not there: pads are open at this node alone\n";

/// 200 with `ok`, or 503 with what is in the way.
pub(super) async fn readyz(server: &ServerState) -> Response {
    let (status, said) = match server.lobby.readiness(READY_WITHIN).await {
        Ok(()) if server.cluster.as_ref().is_some_and(|cluster| !cluster.is_connected()) => {
            (StatusCode::OK, ALONE.to_owned())
        }
        Ok(()) => (StatusCode::OK, "ok\n".to_owned()),
        Err(unready) => (StatusCode::SERVICE_UNAVAILABLE, format!("{unready}\n")),
    };
    let mut response = Response::new(said.into());
    *response.status_mut() = status;
    response
}
