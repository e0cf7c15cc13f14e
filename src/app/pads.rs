//! `fadepad list` and `fadepad end`: what is done to pads that are open, at the instance that runs here or where a link leads.

use std::fmt::Write as _;
use std::io;
use std::time::Duration;

use serde_json::{Value, json};

use super::http::{Ask, HttpAnswer, ask, ask_here};
use super::instance;
pub use super::unanswered::Unanswered;
pub(super) use super::unanswered::{judged, no_fadepad, unheard};
use crate::base::names::PadName;
use crate::base::target::{Link, Opens, Server, Target};
use crate::desktop::human::{human_bytes, human_duration, human_left};
use crate::desktop::text::{cut, tame, width};
use crate::server::HAND_OVER;

/// The pads that are open, as text or as JSON.
///
/// # Errors
/// Where nobody answers, or not to this link.
pub fn list(link: Option<&Link>, json: bool) -> Result<String, Unanswered> {
    let pads = match link {
        Some(link) => {
            let key = key_of(link)?.1;
            let asked = Ask { method: "GET", path: "/api/v1/pads", key: &key, body: String::new() };
            let told = answer(ask(&link.server, &asked), &link.server)?.json;
            told.as_array().cloned().ok_or_else(|| no_fadepad(&link.server))?
        }
        None => {
            let told = here("GET", String::new())?.json;
            told.as_array().cloned().ok_or(Unanswered::NoInstance)?
        }
    };
    Ok(if json { format!("{}\n", Value::from(pads)) } else { listed(&pads) })
}

/// Ends a pad; `now`: nobody is offered a copy.
///
/// # Errors
/// Where nobody answers, there is no such pad, or the link does not allow it.
pub fn end(pad: &Target, now: bool, as_json: bool) -> Result<String, Unanswered> {
    let in_s = now.then_some(0);
    let answered = match pad {
        Target::Here(name) => {
            here("DELETE", json!({ "pad": name.as_str(), "in_s": in_s }).to_string())?
        }
        Target::Link(link) => {
            let (name, key) = key_of(link)?;
            let body = in_s.map_or_else(String::new, |in_s| json!({ "in_s": in_s }).to_string());
            let path = format!("/api/v1/pads/{name}");
            let asked = Ask { method: "DELETE", path: &path, key: &key, body };
            let answered = answer(ask(&link.server, &asked), &link.server)?;
            Some(answered)
                .filter(|told| told.json["pad"].is_string())
                .ok_or_else(|| no_fadepad(&link.server))?
        }
    };
    let HttpAnswer { status, json, .. } = answered;
    Ok(if as_json { format!("{json}\n") } else { ended(status, &json) })
}

/// Has everyone read another title of a pad; an empty one: its name.
///
/// # Errors
/// As above.
pub fn rename(pad: &Target, title: &str, as_json: bool) -> Result<String, Unanswered> {
    let answered = match pad {
        Target::Here(name) => {
            here("PATCH", json!({ "pad": name.as_str(), "title": title }).to_string())?
        }
        Target::Link(link) => {
            let (name, key) = key_of(link)?;
            let (path, body) =
                (format!("/api/v1/pads/{name}"), json!({ "title": title }).to_string());
            let asked = Ask { method: "PATCH", path: &path, key: &key, body };
            let answered = answer(ask(&link.server, &asked), &link.server)?;
            Some(answered)
                .filter(|told| told.json["pad"].is_string())
                .ok_or_else(|| no_fadepad(&link.server))?
        }
    };
    let told = answered.json;
    if as_json {
        return Ok(format!("{told}\n"));
    }
    let text = |field: &str| told[field].as_str().map(tame).filter(|text| !text.is_empty());
    let name = text("pad").unwrap_or_default();
    Ok(match text("title") {
        Some(title) => format!("{name} is called \"{title}\" now.\n"),
        None => format!("{name} is called by its name now.\n"),
    })
}

/// The key of a link, and whose pad it opens. The host's short link is exchanged for one; a code is not asked for, since that
/// would join, knock, or begin a pad.
pub(super) fn key_of(link: &Link) -> Result<(PadName, String), Unanswered> {
    match &link.opens {
        Opens::Key(name, key) => Ok((name.clone(), key.clone())),
        Opens::Code(_) => Err(Unanswered::Refused(
            "a code is no host's link: that stands on the host's page and in the terminal".into(),
        )),
        Opens::Once(code) => {
            let path = format!("/h/{code}");
            let asked = Ask { method: "GET", path: &path, key: "", body: String::new() };
            let unheard = |error| unheard(&link.server, &error);
            let answered = ask(&link.server, &asked).map_err(unheard)?;
            match answered.location.as_deref().filter(|_| answered.status == 303).map(led) {
                Some(led) => led.ok_or_else(|| no_fadepad(&link.server)),
                None => {
                    let refused = judged(answered, || no_fadepad(&link.server)).err();
                    Err(refused.unwrap_or_else(|| no_fadepad(&link.server)))
                }
            }
        }
    }
}

/// The pad and the key in the path that a short link leads to.
fn led(path: &str) -> Option<(PadName, String)> {
    let (name, key) = path.strip_prefix("/p/")?.split_once('#')?;
    Some((name.parse().ok()?, key.to_owned()))
}

/// Asks the instance that runs here.
pub(super) fn here(method: &str, body: String) -> Result<HttpAnswer, Unanswered> {
    let nowhere = || instance::nowhere().map_or(Unanswered::NoInstance, Unanswered::NotFound);
    let (address, token) = instance::running().ok_or_else(nowhere)?;
    let asked = Ask { method, path: HAND_OVER, key: &token, body };
    // What an instance that was killed has left leads nowhere, or to somebody else.
    let answered = ask_here(address, &asked).map_err(|_| Unanswered::NoInstance)?;
    match (answered.status, answered.json["title"].as_str()) {
        (404, None | Some("not found")) => Err(Unanswered::NoInstance),
        _ => judged(answered, || Unanswered::NoInstance),
    }
}

fn answer(answered: io::Result<HttpAnswer>, server: &Server) -> Result<HttpAnswer, Unanswered> {
    judged(answered.map_err(|error| unheard(server, &error))?, || no_fadepad(server))
}

/// Columns that a title has in a row.
const TITLE_COLUMNS: usize = 32;

/// A row for each pad: its name and title, how it lives, and where people join where that is told.
fn listed(pads: &[Value]) -> String {
    if pads.is_empty() {
        return "No pad is open.\n".to_owned();
    }
    let rows = pads.iter().map(|pad| {
        let text = |field: &str| tame(pad[field].as_str().unwrap_or_default());
        let title = cut(&text("title"), TITLE_COLUMNS);
        let name = match title.is_empty() {
            true => text("pad"),
            false => format!("{} \"{title}\"", text("pad")),
        };
        (name, life(pad), text("join_url"))
    });
    let rows: Vec<_> = rows.collect();
    let names = rows.iter().map(|(name, ..)| width(name)).max().unwrap_or(0);
    let lives = rows.iter().map(|(_, life, _)| width(life)).max().unwrap_or(0);
    rows.iter().fold(String::new(), |mut text, (name, life, url)| {
        let gap = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(width(text)) + 2);
        let row = format!("{name}{}{life}{}{url}", gap(name, names), gap(life, lives));
        let _ = writeln!(text, "{}", row.trim_end());
        text
    })
}

/// How a pad lives, in words.
fn life(pad: &Value) -> String {
    let left = |word: &str| {
        let left = pad["ends_in_s"].as_u64().map(Duration::from_secs);
        left.map(|left| format!("{word} in {}", human_left(left)))
    };
    let ends = || left("ends").map(|ends| format!(", {ends}")).unwrap_or_default();
    match (pad["state"].as_str(), pad["people"].as_u64()) {
        (_, Some(1)) => format!("1 person{}", ends()),
        (_, Some(n @ 2..)) => format!("{n} people{}", ends()),
        (Some("fading"), _) => left("fades").unwrap_or_else(|| "everyone has left".to_owned()),
        _ => format!("nobody is here yet{}", ends()),
    }
}

/// What becomes of a pad that was ended, in a sentence.
fn ended(status: u16, answer: &Value) -> String {
    let pad = tame(answer["pad"].as_str().unwrap_or_default());
    let ending = &answer["ending"];
    match (status, ending["in_s"].as_u64(), ending["of"].as_u64()) {
        (202, Some(left), Some(of)) => {
            let left = human_duration(Duration::from_secs(left));
            let are = if of == 1 { "1 person is".to_owned() } else { format!("{of} people are") };
            format!("{pad} ends in {left} or sooner: {are} offered a copy.\n")
        }
        _ => {
            let bytes = answer["bytes"].as_u64().and_then(|bytes| bytes.try_into().ok());
            format!("{pad} was ended: {} erased.\n", human_bytes(bytes.unwrap_or(0)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pad_is_a_row_with_its_life_in_words() {
        let url = "http://192.168.1.20:7780/j/K7QPM3";
        let pads = [
            json!({ "pad": "notes", "state": "alive", "people": 2, "ends_in_s": null, "join_url": url }),
            json!({ "pad": "sprint-review", "state": "fading", "people": 0, "ends_in_s": 540 }),
            json!({ "pad": "retro", "state": "waiting", "people": 0, "ends_in_s": 7_200 }),
        ];
        assert_eq!(
            listed(&pads),
            "notes          2 people                         http://192.168.1.20:7780/j/K7QPM3\n\
             sprint-review  fades in 9 min\n\
             retro          nobody is here yet, ends in 2 h\n"
        );
        assert_eq!(listed(&[]), "No pad is open.\n");
        let titled = json!({ "pad": "notes", "title": "Sprint\u{1b}[2J review", "people": 1 });
        let plain = json!({ "pad": "retro", "title": null, "people": 1 });
        assert_eq!(
            listed(&[titled, plain]),
            "notes \"Sprint[2J review\"  1 person\nretro                     1 person\n"
        );
    }

    #[test]
    fn an_end_is_told_with_how_long_people_have_or_what_was_erased() {
        let called = json!({ "pad": "notes", "ending": { "in_s": 60, "of": 3 } });
        assert_eq!(
            ended(202, &called),
            "notes ends in 1 min or sooner: 3 people are offered a copy.\n"
        );
        let receipt = json!({ "pad": "notes", "bytes": 1_200 });
        assert_eq!(ended(200, &receipt), "notes was ended: 1.2 KB erased.\n");
    }
}
