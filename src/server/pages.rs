//! The embedded UI: one page for every address that people open, and its hashed assets.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Mutex;

use bytes::Bytes;
use flate2::read::GzDecoder;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use rust_embed::{EmbeddedFile, RustEmbed};
use warp::reply::Response;

use super::guard::text;
use crate::base::lock::lock;

/// The prebuilt UI; `cargo xtask ui` makes it from `ui/`.
#[derive(RustEmbed)]
#[folder = "dist/"]
struct Dist;

/// Assets carry a hash of their content in their name: what was fetched once stays right.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// What a file in gzip begins with (RFC 1952 §2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

const NOT_BUILT: &str = "The page is not built yet: run `cargo xtask ui` and build again.\n";

/// Whether the UI is in this binary.
#[must_use]
pub fn has_ui() -> bool {
    Dist::get("index.html").is_some()
}

/// The licences of the npm packages in the page, as its build gathers them; `None` without a page.
pub(super) fn licenses() -> Option<Bytes> {
    const PATH: &str = "licenses.json";
    unpacked(PATH, Dist::get(&format!("{PATH}.gz"))?.data)
}

/// The page. It is never stored: what it shows must not outlive the pad.
pub(super) fn index(headers: &HeaderMap) -> Response {
    match file("index.html", headers) {
        Some(response) => response,
        None => {
            let mut response = Response::new(NOT_BUILT.into());
            *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
            response
        }
    }
}

/// The page of a pad that is not there, with the status that says so. It comes whole whatever the
/// browser knows: a 304 would take the status away.
pub(super) fn absent(status: StatusCode, headers: &HeaderMap) -> Response {
    let mut asked = headers.clone();
    asked.remove(header::IF_NONE_MATCH);
    let mut page = index(&asked);
    *page.status_mut() = status;
    page
}

/// A file beside the page.
pub(super) fn asset(path: &str, headers: &HeaderMap) -> Option<Response> {
    let mut response = file(path, headers)?;
    let hashed = path.starts_with("assets/");
    let cache = HeaderValue::from_static(if hashed { IMMUTABLE } else { "no-cache" });
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    Some(response)
}

/// The file, packed where the browser takes it: only gzip is taken on plain HTTP.
fn file(path: &str, headers: &HeaderMap) -> Option<Response> {
    if path.ends_with(".gz") || path.split('/').any(|part| part == "..") {
        return None;
    }
    let packed = Dist::get(&format!("{path}.gz"));
    let is_packed = packed.is_some() && takes_gzip(headers);
    let file = packed.or_else(|| Dist::get(path))?;
    let etag = etag(&file, is_packed);
    if text(headers, header::IF_NONE_MATCH).is_some_and(|known| known == etag) {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return Some(response);
    }
    let mut response = Response::new(match file.data {
        data if !is_packed => unpacked(path, data)?.into(),
        Cow::Borrowed(bytes) => bytes.into(),
        Cow::Owned(bytes) => bytes.into(),
    });
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if is_packed {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        out.insert(header::ETAG, etag);
    }
    Some(response)
}

/// The bytes of a file for who takes no gzip: most files are in the binary in packed form alone,
/// which is a quarter of what they weigh. Each is unpacked once, when somebody asks for it first, and
/// those who ask share it: else a few who ask again and again, and who read nothing, would take the
/// time and the memory of all.
fn unpacked(path: &str, data: Cow<'static, [u8]>) -> Option<Bytes> {
    static UNPACKED: Mutex<BTreeMap<String, Bytes>> = Mutex::new(BTreeMap::new());
    if !data.starts_with(&GZIP) {
        return Some(match data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => bytes.into(),
        });
    }
    let mut unpacked = lock(&UNPACKED);
    if let Some(plain) = unpacked.get(path) {
        return Some(plain.clone());
    }
    let mut plain = Vec::new();
    GzDecoder::new(&*data).read_to_end(&mut plain).ok()?;
    let plain = Bytes::from(plain.into_boxed_slice());
    unpacked.insert(path.to_owned(), plain.clone());
    Some(plain)
}

fn etag(file: &EmbeddedFile, packed: bool) -> String {
    let hash = file.metadata.sha256_hash();
    let hex: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}{}\"", if packed { "-gz" } else { "" })
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    text(headers, header::ACCEPT_ENCODING)
        .is_some_and(|list| list.split(',').any(|coding| coding.trim().starts_with("gzip")))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_file_is_unpacked_once_and_shared() {
        let scripts = Dist::iter().filter(|path| path.ends_with(".js.gz"));
        let mut seen = 0;
        for packed in scripts {
            let path = packed.trim_end_matches(".gz");
            let plain = || unpacked(path, Dist::get(&packed).unwrap().data).unwrap();
            assert!(!plain().starts_with(&GZIP), "{path}");
            assert_eq!(plain().as_ptr(), plain().as_ptr(), "{path}");
            seen += 1;
        }
        assert!(seen > 0, "the page has scripts");
    }
}
