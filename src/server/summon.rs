//! A pad that is open at another machine of the cluster is brought here before anything is answered about it.

use crate::base::names::PadName;
use crate::room::lobby::Lobby;

/// Where a path names a pad.
const NAMED: [&str; 5] = ["/ws/", "/poll/", "/p/", "/wall/", "/api/v1/pads/"];

/// Forms in which a pad is read by its name.
const FORMS: [&str; 4] = [".md", ".txt", ".html", ".json"];

/// Brings the pad that a request is about, where another machine has it, or the code in it leads to one.
pub(super) async fn summon(lobby: &Lobby, path: &str) {
    if let Some(name) = named(path) {
        lobby.summon(&name).await;
    } else if let Some(code) = coded(path).and_then(|code| code.parse().ok()) {
        lobby.summon_by_code(code).await;
    }
}

fn named(path: &str) -> Option<PadName> {
    let rest = NAMED.iter().find_map(|before| path.strip_prefix(before))?;
    let name = rest.split('/').next()?;
    let name = FORMS.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name);
    name.parse().ok()
}

fn coded(path: &str) -> Option<&str> {
    path.strip_prefix("/j/").or_else(|| path.strip_prefix("/J/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_that_is_about_a_pad_names_it() {
        for path in [
            "/ws/notes",
            "/poll/notes",
            "/poll/notes/0123456789abcdef",
            "/p/notes",
            "/p/notes.md",
            "/p/notes/tail",
            "/wall/notes",
            "/api/v1/pads/notes",
            "/api/v1/pads/notes/people/7",
        ] {
            assert_eq!(
                named(path).map(|name| name.to_string()).as_deref(),
                Some("notes"),
                "{path}"
            );
        }
        for path in ["/", "/j/K7QPM3", "/api/v1/pads", "/api/v1/pads/", "/healthz", "/p/.."] {
            assert_eq!(named(path), None, "{path}");
        }
        assert_eq!(coded("/J/K7QPM3"), Some("K7QPM3"));
    }
}
