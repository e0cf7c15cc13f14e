//! `GET /api/v1/openapi.json`: the API in the words of OpenAPI 3.1. Which addresses and methods there are is read from the
//! table that lets requests in (`table.rs`); what each is for stands here, and a test asks for every one of them.

use http::{Method, StatusCode};
use serde_json::{Map, Value, json};
use warp::reply::Response;

use super::request::json_response;
use super::table::ROUTES;

/// What a call is for.
struct Operation {
    path: &'static str,
    method: &'static str,
    says: &'static str,
    /// Whose key it takes.
    key: Key,
    /// What stands in its query: a name, and the words that it may be; none: any.
    query: &'static [(&'static str, &'static [&'static str])],
    body: BodyKind,
    /// What it is answered where all is well.
    answers: &'static [(u16, &'static str)],
    /// What it is refused by beside what every call like it is.
    refusals: &'static [u16],
}

#[derive(Clone, Copy, PartialEq)]
enum Key {
    None,
    Any,
    Edit,
    Host,
}

#[derive(Clone, Copy)]
enum BodyKind {
    None,
    /// JSON with these fields.
    Json(&'static [Field]),
    /// A text or a file of these kinds.
    Text(&'static [&'static str]),
}

/// A field of a body: its name, what it may be, and whether it has to be there. What it may be is a type of JSON Schema or words with
/// `|` between them, with `?` behind it where `null` says something, too.
type Field = (&'static str, &'static str, bool);

/// How one appears to the host where one knocks.
const CALLED: Field = ("name", "string", false);
const COLOR: Field = ("color", "string", false);
/// Who was shown out wants to knock.
const KNOCK: Field = ("knock", "boolean", false);
const EPOCH: Field = ("epoch", "string", true);
const DOOR: Field = ("door", "open|knock|closed", false);
const PIN: Field = ("pin", "string?", false);

/// What a call without a key may be refused by: a foreign page or name, too much, no room.
const ANYBODY: &[u16] = &[400, 403, 404, 405, 413, 421, 429, 503];
/// The same for a call with one.
const WITH_KEY: &[u16] = &[401, 410];
/// For one that reads or writes the text: nobody may come in, or no child can read it.
const TEXT: &[u16] = &[422];

const JSON: &[(u16, &str)] = &[(200, "application/json")];
const MADE: &[(u16, &str)] = &[(201, "application/json")];
const WAITS: &[(u16, &str)] = &[(200, "application/json"), (202, "application/json")];
const NONE: &[(u16, &str)] = &[(204, "")];

const fn get(path: &'static str, key: Key, says: &'static str) -> Operation {
    let (query, refusals) = (&[], &[]);
    Operation {
        path,
        method: "GET",
        says,
        key,
        query,
        body: BodyKind::None,
        answers: JSON,
        refusals,
    }
}

const fn post(path: &'static str, key: Key, says: &'static str) -> Operation {
    Operation { method: "POST", ..get(path, key, says) }
}

/// What comes in as a file.
const IMPORTED: &[&str] =
    &["text/markdown", "text/plain", "text/html", "application/zip", "application/octet-stream"];
/// As what it goes out.
const EXPORTED: &[&str] = &["md", "txt", "html", "json", "capsule", "yjs", "zip"];

const PAD: &str = "/api/v1/pads/NAME";
const PERSON: &str = "/api/v1/pads/NAME/people/PERSON";

static CALLS: &[Operation] = &[
    get("/api/v1/info", Key::None, "The version, and who may open pads."),
    get("/api/v1/openapi.json", Key::None, "This description."),
    get("/api/v1/neighbours", Key::None, "Pads that others announce on this network."),
    Operation {
        body: BodyKind::Json(&[
            ("code", "string", true),
            ("pin", "string", false),
            ("as", "array", false),
            CALLED,
            COLOR,
            KNOCK,
        ]),
        answers: WAITS,
        refusals: &[401, 410],
        ..post(
            "/api/v1/join",
            Key::None,
            "A code becomes a key that writes; 202: knock, and ask on.",
        )
    },
    Operation {
        body: BodyKind::Json(&[("code", "string", true)]),
        ..post("/api/v1/devices", Key::None, "A link for a further device becomes a key.")
    },
    get("/api/v1/pads", Key::Host, "Every pad of this server."),
    Operation {
        body: BodyKind::Json(&[
            ("name", "string", false),
            ("ttl_s", "integer", false),
            ("template", "string", false),
            DOOR,
            PIN,
        ]),
        answers: MADE,
        refusals: &[409, 422],
        ..post("/api/v1/pads", Key::Host, "Opens a pad.")
    },
    get(PAD, Key::Any, "How a pad lives, who is there, and its links."),
    Operation {
        method: "PATCH",
        body: BodyKind::Json(&[
            ("ttl_s", "integer", false),
            ("ends_in_s", "integer?", false),
            ("always", "boolean", false),
            ("title", "string?", false),
            ("writing", "everyone|picked", false),
            ("text_on_walls", "boolean", false),
            DOOR,
            PIN,
        ]),
        refusals: &[422],
        ..get(
            PAD,
            Key::Host,
            "How long it is kept, what it is called, who comes in and who writes.",
        )
    },
    Operation {
        method: "DELETE",
        body: BodyKind::Json(&[("in_s", "integer", false)]),
        answers: WAITS,
        ..get(PAD, Key::Host, "Ends a pad; 202 while people are offered their copies.")
    },
    get("/api/v1/pads/NAME/people", Key::Host, "Who is there."),
    Operation {
        method: "PATCH",
        body: BodyKind::Json(&[("role", "view|edit|host?", false), ("pencil", "boolean", false)]),
        ..get(PERSON, Key::Host, "What one person may do.")
    },
    Operation {
        method: "DELETE",
        body: BodyKind::Json(&[("address", "boolean", false)]),
        ..get(PERSON, Key::Host, "Shows somebody out.")
    },
    Operation {
        body: BodyKind::Json(&[
            ("as", "string?", false),
            ("seed", "none", false),
            CALLED,
            COLOR,
            KNOCK,
        ]),
        answers: WAITS,
        ..post("/api/v1/pads/NAME/key", Key::Any, "A key of one's own for that of a link.")
    },
    Operation {
        body: BodyKind::Json(&[
            ("knock", "string", true),
            ("leave", "boolean", false),
            ("away", "boolean", false),
            CALLED,
            COLOR,
        ]),
        answers: WAITS,
        ..post("/api/v1/pads/NAME/knock", Key::None, "Waits until a host answers.")
    },
    get("/api/v1/pads/NAME/knocks", Key::Host, "Who waits to be let in."),
    Operation {
        body: BodyKind::Json(&[("let_in", "boolean", true)]),
        ..post("/api/v1/pads/NAME/knocks/PERSON", Key::Host, "Lets somebody in, or not now.")
    },
    Operation {
        answers: MADE,
        ..post("/api/v1/pads/NAME/devices", Key::Any, "A link for a further device of one's own.")
    },
    Operation {
        body: BodyKind::Json(&[("role", "edit|view|host", true)]),
        answers: MADE,
        ..post("/api/v1/pads/NAME/links", Key::Host, "Makes new links; the old ones open nothing.")
    },
    Operation {
        body: BodyKind::Json(&[EPOCH, ("text", "string", true), ("seen", "string", true)]),
        answers: MADE,
        refusals: &[409, 422],
        ..post("/api/v1/pads/NAME/afresh", Key::Host, "Begins the pad afresh, without its history.")
    },
    Operation {
        body: BodyKind::Json(&[
            ("to", "array", false),
            ("seen", "string", false),
            ("waits", "boolean", false),
            ("seals", "boolean", false),
            ("over", "boolean", false),
        ]),
        refusals: &[409],
        ..post(
            "/api/v1/pads/NAME/hand-on",
            Key::Host,
            "Another machine takes the pad: what it asks for, step by step.",
        )
    },
    Operation {
        query: &[("code", &[])],
        body: BodyKind::Text(&["text/markdown", "text/plain"]),
        refusals: &[415, 422],
        ..post(
            "/api/v1/pads/NAME/append",
            Key::Edit,
            "Adds Markdown, text or code (?code=LANGUAGE), up to 256 KiB.",
        )
    },
    Operation {
        body: BodyKind::Text(IMPORTED),
        refusals: &[415, 422],
        ..post(
            "/api/v1/pads/NAME/import",
            Key::Edit,
            "Adds a file: Markdown, text, a page, a capsule, a zip, with their pictures, or a Yjs update. Answers how many `files` came in, and which did not (`left_out`, `left_out_more`).",
        )
    },
    Operation {
        query: &[("name", &[])],
        body: BodyKind::Text(&["application/octet-stream"]),
        answers: MADE,
        refusals: &[415],
        ..post(
            "/api/v1/pads/NAME/files",
            Key::Edit,
            "Brings a file as it is, in no form and not packed, which is read at the url that is answered until the pad ends.",
        )
    },
    Operation {
        answers: &[(200, "application/octet-stream"), (206, "application/octet-stream"), (304, "")],
        refusals: &[416],
        ..get("/f/ID", Key::None, "A file of a pad, for whoever knows its id.")
    },
    Operation {
        query: &[("as", EXPORTED)],
        answers: &[
            (200, "text/markdown"),
            (200, "text/plain"),
            (200, "text/html"),
            (200, "application/json"),
            (200, "application/octet-stream"),
        ],
        refusals: TEXT,
        ..get("/api/v1/pads/NAME/export", Key::Any, "The pad as a file that is kept.")
    },
    Operation {
        answers: NONE,
        ..post(
            "/api/v1/pads/NAME/dropped",
            Key::Any,
            "A page has dropped its copy of an ended pad.",
        )
    },
    Operation {
        answers: &[(200, "text/markdown")],
        refusals: TEXT,
        ..get("/p/NAME.md", Key::Any, "The text as Markdown.")
    },
    Operation {
        answers: &[(200, "text/plain")],
        refusals: TEXT,
        ..get("/p/NAME.txt", Key::Any, "The words alone.")
    },
    Operation {
        answers: &[(200, "text/html")],
        refusals: TEXT,
        ..get("/p/NAME.html", Key::Any, "The text as a page.")
    },
    Operation {
        refusals: TEXT,
        ..get("/p/NAME.json", Key::Any, "The blocks, as BlockNote has them.")
    },
    Operation {
        query: &[("name", &[])],
        answers: &[(200, "text/event-stream")],
        ..get("/p/NAME/tail", Key::Any, "What changes, block by block.")
    },
];

/// Whether a row of the table is one that programs are promised.
fn is_promised(path: &str) -> bool {
    path.starts_with("/api/v1/")
        || path.starts_with("/p/NAME.")
        || path == "/f/ID"
        || path == "/p/NAME/tail"
}

/// The whole description.
pub(super) fn document() -> Response {
    let mut paths = Map::new();
    for row in ROUTES.iter().filter(|row| is_promised(row.path)) {
        let calls = row.methods.iter().filter(|method| **method != Method::HEAD);
        let told = calls.filter_map(|method| {
            let call = CALLS
                .iter()
                .find(|call| call.path == row.path && call.method == method.as_str())?;
            Some((method.as_str().to_lowercase(), call.told()))
        });
        paths.insert(templated(row.path), Value::Object(told.collect()));
    }
    let key =
        json!({ "type": "http", "scheme": "bearer", "description": "The key of a pad's link" });
    let problem = json!({
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "The reason and the way out" },
        },
    });
    let info = json!({ "title": "Fadepad", "version": env!("CARGO_PKG_VERSION") });
    json_response(
        StatusCode::OK,
        &json!({
            "openapi": "3.1.0",
            "info": info,
            "paths": paths,
            "components": { "securitySchemes": { "key": key }, "schemas": { "Problem": problem } },
        }),
    )
}

/// `/api/v1/pads/{name}` of `/api/v1/pads/NAME`.
fn templated(path: &str) -> String {
    path.replace("NAME", "{name}").replace("PERSON", "{person}").replace("/ID", "/{id}")
}

impl Operation {
    fn told(&self) -> Value {
        let mut told = json!({ "summary": self.says, "responses": self.responses() });
        if self.key != Key::None {
            told["security"] = json!([{ "key": [] }]);
        }
        let who = match self.key {
            Key::None => "Anyone",
            Key::Any => "Any key of the pad",
            Key::Edit => "A key that writes",
            Key::Host => "A host's key",
        };
        told["description"] = json!(format!("{who}."));
        let names = ["NAME", "PERSON", "ID"].into_iter().filter(|name| self.path.contains(name));
        let in_path = names.map(|name| parameter(&name.to_lowercase()));
        let in_query = self.query.iter().map(|(name, words)| asked(name, words));
        let parameters: Vec<_> = in_path.chain(in_query).collect();
        if !parameters.is_empty() {
            told["parameters"] = json!(parameters);
        }
        match self.body {
            BodyKind::None => {}
            BodyKind::Json(fields) => told["requestBody"] = fields_of(fields),
            BodyKind::Text(kinds) => {
                let content = kinds.iter().map(|kind| ((*kind).to_owned(), json!({})));
                told["requestBody"] = json!({ "content": content.collect::<Map<_, _>>() });
            }
        }
        told
    }

    /// Every status that it is answered with.
    fn responses(&self) -> Map<String, Value> {
        let keyed = if self.key == Key::None { &[] } else { WITH_KEY };
        let refused = ANYBODY.iter().chain(keyed).chain(self.refusals);
        let why = json!({
            "description": "Why not, and the way out",
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
        });
        let mut responses: Map<_, _> =
            refused.map(|status| (status.to_string(), why.clone())).collect();
        for (status, kind) in self.answers {
            let told = responses
                .entry(status.to_string())
                .or_insert_with(|| json!({ "description": self.says, "content": {} }));
            if !kind.is_empty() {
                told["content"][*kind] = json!({});
            }
        }
        responses
    }
}

fn asked(name: &str, words: &[&str]) -> Value {
    let schema = match words {
        [] => json!({ "type": "string" }),
        words => json!({ "type": "string", "enum": words }),
    };
    json!({ "name": name, "in": "query", "required": false, "schema": schema })
}

fn parameter(name: &str) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } })
}

fn fields_of(fields: &[Field]) -> Value {
    let properties = fields.iter().map(|(name, kind, _)| ((*name).to_owned(), schema_of(kind)));
    let needed: Vec<_> =
        fields.iter().filter(|(.., needed)| *needed).map(|(name, ..)| name).collect();
    let properties = properties.collect::<Map<_, _>>();
    let schema = json!({ "type": "object", "properties": properties, "required": needed });
    json!({ "required": !needed.is_empty(), "content": { "application/json": { "schema": schema } } })
}

/// The schema of what a [`Field`] may be.
fn schema_of(kind: &str) -> Value {
    let (kind, or_null) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
    let types = |kind| if or_null { json!([kind, "null"]) } else { json!(kind) };
    match kind {
        "string" | "integer" | "boolean" => json!({ "type": types(kind) }),
        "array" => json!({ "type": types(kind), "items": { "type": "string" } }),
        words => {
            let words = words.split('|').map(Value::from).chain(or_null.then_some(Value::Null));
            json!({ "type": types("string"), "enum": words.collect::<Vec<_>>() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_that_programs_are_promised_is_described_and_no_other() {
        for row in ROUTES.iter().filter(|row| is_promised(row.path)) {
            for method in row.methods.iter().filter(|method| **method != Method::HEAD) {
                let told = CALLS
                    .iter()
                    .any(|call| call.path == row.path && call.method == method.as_str());
                assert!(told, "{method} {} is not described", row.path);
            }
        }
        for call in CALLS {
            let row = ROUTES.iter().find(|row| row.path == call.path);
            let there = row.is_some_and(|row| row.methods.iter().any(|known| known == call.method));
            assert!(there, "{} {} is in the table no more", call.method, call.path);
        }
    }
}
