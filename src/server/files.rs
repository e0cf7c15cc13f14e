//! `POST /api/v1/pads/NAME/files`: a file comes into a pad, its place taken before its bytes. `GET /f/ID`: it is read, by
//! whoever knows its id, in a way in which nothing of it can run.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use serde_json::{Value, json};
use tokio::time::timeout;
use warp::reply::Response;

use super::append::writer;
use super::body::is_raw;
use super::file_kind::{goes_with, is_shown, kind_of};
use super::file_problems::{late, no_such_file, no_such_part, other_kind};
use super::going_out::OfPad;
use super::guard::text;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, decoded, json_response};
use super::{Peer, ServerState};
use crate::base::clock::now;
use crate::base::display::file_name;
use crate::base::file_address::file_address;
use crate::base::ids::{FileId, Role};
use crate::base::limits::{UPLOAD_PAUSE, UPLOAD_TIME};
use crate::base::names::PadName;
use crate::room::files::{FilePlace, StoredFile};
use crate::room::lobby::{Admission, Denied, Pad};

/// A file runs nothing, loads nothing and is of no origin, wherever it is opened.
const POLICY: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// The pad that a request brings a file to. Its body is read as it comes, and no other request's is.
pub(super) fn brought_to<B>(request: &Request<B>) -> Option<PadName> {
    let path = request.uri().path().strip_prefix("/api/v1/pads/")?;
    let name = path.trim_end_matches('/').strip_suffix("/files")?;
    (request.method() == Method::POST).then(|| name.parse().ok()).flatten()
}

/// Who brings it, without its body.
pub(super) fn bringer(
    server: &ServerState,
    (name, peer): (&PadName, Peer),
    request: &Request<Incoming>,
) -> Result<(Admission, ApiRequest), Problem> {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let (headers, body) = (request.headers().clone(), Bytes::new());
    let asked = ApiRequest { peer, headers, query, body };
    let who = writer(server, name, &asked)?;
    is_raw(request.headers())?;
    Ok((who, asked))
}

/// Takes a file in.
pub(super) async fn bring((who, asked): (Admission, ApiRequest), body: Incoming) -> Answer {
    let (pad, pass) = (&who.pad, who.pass);
    let mut place = pad.room.files().place((pass.person, asked.peer.from.ip().into()));
    let bytes = tokio::select! {
        arrived = timeout(UPLOAD_TIME, arrive(body, &mut place)) => {
            arrived.map_err(|_| late())??
        }
        // What has come of it goes with the pad.
        () = ended(pad) => return Err(Problem::ended(None, now())),
    };
    if bytes.is_empty() {
        return Err(Problem::malformed("The request has no body: a file is its bytes."));
    }
    let kind = kind_of(&bytes);
    let said = text(&asked.headers, header::CONTENT_TYPE).unwrap_or_default();
    if !goes_with(said, kind) {
        return Err(other_kind(kind));
    }
    // A host may have decided otherwise meanwhile.
    if pad.access.role(pass).map_err(Denied::from)? < Role::Edit {
        return Err(Problem::read_only());
    }
    let name = decoded(&asked.query, "name").unwrap_or_default();
    let (name, len) = (file_name(&name), bytes.len());
    let told = json!({ "name": name, "type": kind, "bytes": len });
    let id = place.keep(StoredFile { name, kind, bytes }, now())?;
    pad.room.hear_of_file();
    let mut told = told;
    told["id"] = json!(id.to_string());
    told["url"] = json!(file_address(id));
    Ok(json_response(StatusCode::CREATED, &told))
}

/// Reads all of a file: place is taken for what it says that it has before a byte is read, and for what it has.
async fn arrive(mut body: Incoming, place: &mut FilePlace) -> Result<Bytes, Problem> {
    let said = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    place.grow_to(said)?;
    let mut bytes = Vec::with_capacity(said);
    while let Some(frame) = timeout(UPLOAD_PAUSE, body.frame()).await.map_err(|_| late())? {
        let frame = frame.map_err(|_| Problem::malformed("The request's body is broken off."))?;
        let Ok(data) = frame.into_data() else { continue };
        place.grow_to(bytes.len() + data.len())?;
        bytes.extend_from_slice(&data);
    }
    // Counted is what it has, and not what a vector keeps for more.
    bytes.shrink_to_fit();
    Ok(bytes.into())
}

/// What somebody who may bring files is told of them.
pub(super) fn told(pad: &Pad) -> Value {
    let files = pad.room.files();
    let ((count, bytes), (one, all)) = (files.totals(), files.limits());
    json!({ "count": count, "bytes": bytes, "max_bytes": all, "max_file_bytes": one })
}

async fn ended(pad: &Pad) {
    let mut changes = pad.room.changes();
    while changes.changed().await.is_ok() {}
}

/// Gives a file to whoever knows its id.
pub(super) fn give(server: &Arc<ServerState>, id: FileId, headers: &HeaderMap) -> Answer {
    let (pad, file) = server.lobby.file(id).ok_or_else(no_such_file)?;
    let tag = format!("\"{id}\"");
    if text(headers, header::IF_NONE_MATCH).is_some_and(|known| is_known(known, &tag)) {
        let mut same = Response::default();
        *same.status_mut() = StatusCode::NOT_MODIFIED;
        put(&mut same, header::ETAG, &tag);
        return Ok(same);
    }
    let len = file.bytes.len();
    let whole = text(headers, header::IF_RANGE).is_some_and(|known| known != tag);
    let wanted = text(headers, header::RANGE).filter(|_| !whole).and_then(|r| range(r, len));
    let mut response = match wanted {
        Some(ByteRange::Part(from, to)) => {
            let mut part = Response::new(file.bytes.slice(from..to).into());
            *part.status_mut() = StatusCode::PARTIAL_CONTENT;
            put(&mut part, header::CONTENT_RANGE, &format!("bytes {from}-{}/{len}", to - 1));
            part
        }
        Some(ByteRange::Beyond) => {
            let mut none = no_such_part(len).response();
            put(&mut none, header::CONTENT_RANGE, &format!("bytes */{len}"));
            return Ok(none);
        }
        None => Response::new(file.bytes.clone().into()),
    };
    OfPad::of(&pad).holds(&mut response);
    let disposition = disposition(&file);
    let describes = [
        (header::CONTENT_TYPE, file.kind),
        (header::CONTENT_DISPOSITION, &disposition),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::ACCEPT_RANGES, "bytes"),
        (header::ETAG, &tag),
    ];
    describes.into_iter().for_each(|(name, value)| put(&mut response, name, value));
    Ok(response)
}

fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response.headers_mut().insert(name, value);
    }
}

fn is_known(known: &str, tag: &str) -> bool {
    known.split(',').map(str::trim).any(|each| each == "*" || each.trim_start_matches("W/") == tag)
}

/// The bytes of a file that somebody asks for.
#[derive(Debug, PartialEq, Eq)]
enum ByteRange {
    /// From this byte up to that one, which is not in it.
    Part(usize, usize),
    /// Nothing that there is.
    Beyond,
}

/// One range of bytes (RFC 9110 §14); `None` for several, or what is none: then all of it is given.
fn range(asked: &str, len: usize) -> Option<ByteRange> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let (from, to) = (from.trim(), to.trim());
    if from.is_empty() {
        let last: usize = to.parse().ok()?;
        let none = last == 0 || len == 0;
        return Some(if none {
            ByteRange::Beyond
        } else {
            ByteRange::Part(len - last.min(len), len)
        });
    }
    let from: usize = from.parse().ok()?;
    let to: usize = if to.is_empty() { usize::MAX } else { to.parse().ok()? };
    if to < from {
        return None;
    }
    let beyond = from >= len;
    Some(if beyond {
        ByteRange::Beyond
    } else {
        ByteRange::Part(from, to.saturating_add(1).min(len))
    })
}

/// Shown where it is a picture, kept as a file otherwise; with its name in both spellings of RFC 6266.
fn disposition(file: &StoredFile) -> String {
    let way = if is_shown(file.kind) { "inline" } else { "attachment" };
    let plain = |c: char| if c.is_ascii_graphic() && !"\"\\%;".contains(c) { c } else { '_' };
    let plain: String = file.name.chars().map(plain).collect();
    let mut spelled = String::new();
    for byte in file.name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                spelled.push(char::from(byte));
            }
            _ => spelled.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{spelled}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_read_as_http_says_and_several_give_all() {
        for (asked, wanted) in [
            ("bytes=0-", Some(ByteRange::Part(0, 10))),
            ("bytes=2-4", Some(ByteRange::Part(2, 5))),
            ("bytes=2-99", Some(ByteRange::Part(2, 10))),
            ("bytes=-3", Some(ByteRange::Part(7, 10))),
            ("bytes=-99", Some(ByteRange::Part(0, 10))),
            ("bytes=10-", Some(ByteRange::Beyond)),
            ("bytes=-0", Some(ByteRange::Beyond)),
            ("bytes=0-18446744073709551615", Some(ByteRange::Part(0, 10))),
            ("bytes=4-2", None),
            ("bytes=0-1,3-4", None),
            ("lines=0-1", None),
        ] {
            assert_eq!(range(asked, 10), wanted, "{asked}");
        }
    }

    #[test]
    fn a_name_is_told_in_both_spellings_and_breaks_out_of_none() {
        let file = |name: &str, kind| StoredFile { name: name.into(), kind, bytes: Bytes::new() };
        assert_eq!(
            disposition(&file("Tafel \u{fc}ber.png", "image/png")),
            "inline; filename=\"Tafel__ber.png\"; filename*=UTF-8''Tafel%20%C3%BCber.png"
        );
        assert_eq!(
            disposition(&file("a\"; x=\\y%.pdf", "application/pdf")),
            "attachment; filename=\"a___x=_y_.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%5Cy%25.pdf"
        );
    }
}
