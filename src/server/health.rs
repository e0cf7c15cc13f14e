//! `/readyz`: whether who asks now would get a seat.

use http::StatusCode;
use warp::reply::Response;

use super::ServerState;
use crate::base::limits::READY_WITHIN;

/// 200 with `ok`, or 503 with what is in the way.
pub(super) async fn readyz(server: &ServerState) -> Response {
    let (status, said) = match server.lobby.readiness(READY_WITHIN).await {
        Ok(()) => (StatusCode::OK, "ok\n".to_owned()),
        Err(unready) => (StatusCode::SERVICE_UNAVAILABLE, format!("{unready}\n")),
    };
    let mut response = Response::new(said.into());
    *response.status_mut() = status;
    response
}
