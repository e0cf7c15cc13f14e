//! What a request brings beside its head: read before it is answered, and bounded before a byte of it is kept.

use http::{HeaderMap, Method, Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Body as _, Bytes, Incoming};
use tokio::time::{Instant, timeout_at};

use super::file_problems::not_raw;
use super::guard::text;
use super::problem::Problem;
use crate::base::limits::{HEADER_DEADLINE, MESSAGE_PROGRESS};
use crate::room::core::budget::{Arriving, Inflow};

/// Bytes that begin the time anew in which a body has to come.
const PROGRESS: usize = MESSAGE_PROGRESS as usize;

/// A body, and the memory that it takes until the last of it is gone: also where nobody waits any more for what is made of it.
struct HeldBody {
    bytes: Vec<u8>,
    _memory: Arriving,
}

impl AsRef<[u8]> for HeldBody {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// Whether a request of this method brings something; what others send is not read.
pub(super) fn is_read(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Refuses a body that is not what it holds: packed, or a form around it. Nobody unpacks it here, and it would be taken for what was meant.
///
/// # Errors
/// Before a byte of it is read.
pub(super) fn is_raw(headers: &HeaderMap) -> Result<(), Problem> {
    let said = |name| text(headers, name).unwrap_or_default().trim().to_ascii_lowercase();
    let packed = said(header::CONTENT_ENCODING);
    let is_form = said(header::CONTENT_TYPE).starts_with("multipart/");
    if is_form || !matches!(&*packed, "" | "identity") { Err(not_raw()) } else { Ok(()) }
}

/// Reads a body of at most so many bytes: one that says that it is longer not at all, one that says
/// nothing no further.
pub(super) async fn read(
    request: Request<Incoming>,
    most: usize,
    inflow: &Inflow,
) -> Result<Request<Full<Bytes>>, Problem> {
    let (head, body) = request.into_parts();
    let mut memory = inflow.account();
    if is_read(&head.method) {
        is_raw(&head.headers)?;
    }
    let bytes =
        if is_read(&head.method) { gather(body, most, &mut memory).await? } else { Vec::new() };
    let body = match bytes.is_empty() {
        true => Bytes::new(),
        false => Bytes::from_owner(HeldBody { bytes, _memory: memory }),
    };
    Ok(Request::from_parts(head, Full::new(body)))
}

async fn gather(
    mut body: Incoming,
    most: usize,
    memory: &mut Arriving,
) -> Result<Vec<u8>, Problem> {
    if body.size_hint().lower() > most as u64 {
        return Err(Problem::too_large(most));
    }
    let mut bytes = Vec::new();
    // hyper has no deadline for bodies. This one begins anew with all that so much has come of.
    let (mut due, mut next) = (Instant::now() + HEADER_DEADLINE, PROGRESS);
    let late = |_| Problem::malformed("The request's body did not arrive in time.");
    while let Some(frame) = timeout_at(due, body.frame()).await.map_err(late)? {
        let frame = frame.map_err(|_| Problem::malformed("The request's body is broken off."))?;
        let Ok(data) = frame.into_data() else { continue };
        if bytes.len() + data.len() > most {
            return Err(Problem::too_large(most));
        }
        if !memory.grow_to(bytes.len() + data.len()) {
            return Err(Problem::full());
        }
        bytes.extend_from_slice(&data);
        if bytes.len() >= next {
            (due, next) = (Instant::now() + HEADER_DEADLINE, bytes.len() + PROGRESS);
        }
    }
    Ok(bytes)
}
