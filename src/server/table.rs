//! Every address of this server with the methods that it takes. What stands in no row is 404; a
//! method that a row lacks is 405, with those that it has.
//!
//! HEAD stands where GET changes nothing: a link that is good once is not used up by who only looks.

use http::{Method, Request};

use super::problem::Problem;

/// One address.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Its path, in which a part in capitals stands for any.
    pub path: &'static str,
    /// The methods that it takes.
    pub methods: &'static [Method],
}

const LOOK: &[Method] = &[Method::GET, Method::HEAD];
const GET: &[Method] = &[Method::GET];
const POST: &[Method] = &[Method::POST];

/// All of them. Those that are for sockets ask for the upgrade before any method is looked at:
/// `handshake.rs`.
pub const ROUTES: &[Route] = &[
    route("/", LOOK),
    route("/new", LOOK),
    route("/j/CODE", LOOK),
    // As the QR writes it, which has capitals alone.
    route("/J/CODE", LOOK),
    route("/d/CODE", LOOK),
    route("/D/CODE", LOOK),
    route("/p/NAME.md", LOOK),
    route("/p/NAME.txt", LOOK),
    route("/p/NAME.html", LOOK),
    route("/p/NAME.json", LOOK),
    // Its body has no end.
    route("/p/NAME/tail", GET),
    route("/p/NAME", LOOK),
    route("/f/ID", LOOK),
    route("/wall/NAME", LOOK),
    route("/index.html", LOOK),
    route("/assets/FILE", LOOK),
    route("/open/TOKEN", GET),
    route("/h/CODE", GET),
    route("/hand-over", &[Method::GET, Method::POST, Method::PATCH, Method::DELETE]),
    route("/reach/EPOCH", GET),
    route("/licenses", LOOK),
    route("/healthz", LOOK),
    route("/readyz", LOOK),
    route("/metrics", LOOK),
    route("/api/v1/info", LOOK),
    route("/api/v1/openapi.json", LOOK),
    route("/api/v1/neighbours", LOOK),
    route("/api/v1/join", POST),
    route("/api/v1/devices", POST),
    route("/api/v1/pads", &[Method::GET, Method::HEAD, Method::POST]),
    route("/api/v1/pads/NAME", &[Method::GET, Method::HEAD, Method::PATCH, Method::DELETE]),
    route("/api/v1/pads/NAME/people", LOOK),
    route("/api/v1/pads/NAME/people/PERSON", &[Method::PATCH, Method::DELETE]),
    route("/api/v1/pads/NAME/key", POST),
    route("/api/v1/pads/NAME/knock", POST),
    route("/api/v1/pads/NAME/knocks", LOOK),
    route("/api/v1/pads/NAME/knocks/PERSON", POST),
    route("/api/v1/pads/NAME/devices", POST),
    route("/api/v1/pads/NAME/links", POST),
    route("/api/v1/pads/NAME/afresh", POST),
    route("/api/v1/pads/NAME/hand-on", POST),
    route("/api/v1/pads/NAME/append", POST),
    route("/api/v1/pads/NAME/import", POST),
    route("/api/v1/pads/NAME/export", LOOK),
    route("/api/v1/pads/NAME/files", POST),
    route("/api/v1/pads/NAME/dropped", POST),
    route("/socket/longpoll", &[Method::GET, Method::POST, Method::OPTIONS]),
    route("/socket/websocket", GET),
    route("/ws", GET),
    route("/ws/NAME", GET),
    route("/hocuspocus", GET),
    route("/poll/NAME", POST),
    route("/poll/NAME/TUNNEL", &[Method::GET, Method::POST, Method::DELETE]),
];

const fn route(path: &'static str, methods: &'static [Method]) -> Route {
    Route { path, methods }
}

/// Lets a request through to its route, which hears HEAD as GET: hyper leaves the body out.
pub(super) fn admit<B>(request: &mut Request<B>) -> Result<(), Problem> {
    let path = request.uri().path();
    let row = ROUTES.iter().find(|row| fits(row.path, path)).ok_or_else(Problem::not_found)?;
    if !row.methods.contains(request.method()) {
        return Err(Problem::not_allowed(row.methods));
    }
    if request.method() == Method::HEAD {
        *request.method_mut() = Method::GET;
    }
    Ok(())
}

/// Whether a path is one of this row's, with or without a slash at its end.
fn fits(row: &str, path: &str) -> bool {
    let (mut row, mut asked) = (parts(row), parts(path));
    loop {
        match (row.next(), asked.next()) {
            (None, None) => return true,
            (Some(part), Some(said)) if part == said || is_one_of(part, said) => {}
            _ => return false,
        }
    }
}

fn parts(path: &str) -> std::str::Split<'_, char> {
    path.strip_suffix('/').unwrap_or(path).split('/')
}

/// Whether a part of a row stands for this one: `NAME` for any, `NAME.md` for those that end so.
fn is_one_of(part: &str, said: &str) -> bool {
    let (any, ending) = part.find('.').map_or((part, ""), |at| part.split_at(at));
    is_any(any) && said.strip_suffix(ending).is_some_and(|name| !name.is_empty())
}

/// Whether a part of a row stands for any: `NAME`, and no `J`.
fn is_any(part: &str) -> bool {
    part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_in_capitals_stands_for_any_and_other_parts_for_themselves() {
        for (row, path) in [
            ("/", "/"),
            ("/ws", "/ws/"),
            ("/p/NAME", "/p/notes"),
            ("/p/NAME", "/p/notes/"),
            ("/J/CODE", "/J/K7QPM3"),
            ("/p/NAME.md", "/p/notes.md"),
            ("/p/NAME", "/p/notes.pdf"),
        ] {
            assert!(fits(row, path), "{row} {path}");
        }
        for (row, path) in [
            ("/", "/x"),
            ("/", "//"),
            ("/p/NAME", "/p"),
            ("/p/NAME", "/p/"),
            ("/p/NAME", "/p/a/b"),
            ("/J/CODE", "/j/K7QPM3"),
            ("/p/NAME.md", "/p/notes"),
            ("/p/NAME.md", "/p/.md"),
            ("/healthz", "/HEALTHZ"),
        ] {
            assert!(!fits(row, path), "{row} {path}");
        }
    }
}
