//! `GET /p/NAME/tail`: what changes in a pad, block by block as text, as server-sent events: `curl -N` shows them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use http::{HeaderValue, header};
use http_body_util::{Either, StreamBody};
use hyper::body::{Body, Frame};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use warp::reply::Response;

use super::going_out::{OfPad, PadReader, counted};
use super::guard::Counted;
use super::problem::Problem;
use super::reading::{NotRead, enter, rendered};
use super::request::{Answer, ApiRequest, decoded};
use super::{Peer, ServerState};
use crate::base::display::display_name;
use crate::base::limits::{TAIL_AGAIN, TAIL_BEAT, TAIL_PAUSE};
use crate::base::lock::lock;
use crate::base::names::PadName;
use crate::render::{BlockText, Job, NotRendered};
use crate::room;
use crate::room::core::budget::Reservation;

type Events = Pin<Box<dyn Stream<Item = Bytes> + Send>>;

/// What goes on after a response's head, left on it for whoever writes to the connection.
#[derive(Clone)]
struct ResponseTail(Arc<Mutex<Option<Events>>>);

/// Follows a pad until it ends, or the reader has gone. There is no queue: who reads slowly hears the state as it is then.
pub(super) async fn follow(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let admission = enter(&server, &name, &asked)?;
    let counted = Counted::new(&server, asked.peer.from.ip().to_canonical())?;
    let mut changes = admission.pad.room.changes();
    changes.mark_changed();
    let mut response = Response::new(Bytes::new().into());
    let from = asked.peer.from.ip().into();
    let reader = Arc::new(PadReader { admission, from });
    OfPad::read_by(Arc::clone(&reader)).with_goodbye().holds(&mut response);
    let admission = &reader.admission;
    let name = decoded(&asked.query, "name").map_or_else(String::new, |name| display_name(&name));
    let follower = room::TextFollower { name, person: admission.pass.person };
    let (peer, following) = (asked.peer, admission.pad.room.follow(follower));
    let follower = TailReader {
        server,
        reader,
        peer,
        changes,
        told: None,
        _counted: counted,
        _following: following,
    };
    let begins = stream::once(async { Bytes::from_static(b"retry: 2000\n\n") });
    let events =
        begins.chain(stream::unfold(Some(follower), |follower| async { follower?.next().await }));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // nginx would gather events until they fill a page.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    let events: Events = Box::pin(events);
    response.extensions_mut().insert(ResponseTail(Arc::new(Mutex::new(Some(events)))));
    Ok(response)
}

/// A response as it goes out: with its events behind it, where it has any.
pub(super) fn streamed(
    mut response: Response,
) -> http::Response<
    impl Body<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send,
> {
    let following = response.extensions_mut().remove::<ResponseTail>();
    let events = following.and_then(|following| lock(&following.0).take());
    response.map(|body| match events {
        Some(events) => {
            let frames = events.map(|event| Ok::<_, warp::Error>(Frame::data(event)));
            Either::Right(StreamBody::new(frames))
        }
        None => Either::Left(body),
    })
}

/// What a reader knows, and its place in the memory of all.
struct SentBlocks {
    blocks: Vec<BlockText>,
    _place: Reservation,
}

struct TailReader {
    server: Arc<ServerState>,
    peer: Peer,
    reader: Arc<PadReader>,
    changes: watch::Receiver<u64>,
    /// What the reader knows.
    told: Option<SentBlocks>,
    _counted: Counted,
    /// Hosts read who follows.
    _following: room::Following,
}

impl TailReader {
    /// The next events, and who goes on; no more where it is over.
    async fn next(mut self) -> Option<(Bytes, Option<Self>)> {
        loop {
            let changed = timeout(TAIL_BEAT, self.changes.changed()).await;
            if self.reader.may().is_err() {
                return Some((closed(), None));
            }
            match changed {
                Err(_) => return Some((Bytes::from_static(b":\n\n"), Some(self))),
                Ok(Err(_)) => return Some((self.goodbye(), None)),
                Ok(Ok(())) => {}
            }
            if self.told.is_some() {
                // Before the look at the pad, so that nothing is told of what it was before.
                sleep(TAIL_PAUSE).await;
                self.changes.mark_unchanged();
            }
            let read = rendered(&self.server, &self.reader.admission, Job::Blocks).await;
            let read = self.reader.may().map_err(NotRead::Barred).and(read);
            match read.and_then(|blocks| Ok(self.tell(&blocks)?)) {
                Ok(news) if news.is_empty() => {}
                Ok(news) => return Some((news, Some(self))),
                // Its changes end in a moment, and then it is said.
                Err(NotRead::Over) => {}
                Err(NotRead::Barred(_)) => return Some((closed(), None)),
                Err(NotRead::Not(why)) => {
                    sleep(TAIL_AGAIN).await;
                    if !why.is_final() {
                        // Nobody may type again: what was not read is read without a change.
                        self.changes.mark_changed();
                    }
                    let event = event("problem", None, Problem::from(why).detail());
                    return Some((event, Some(self)));
                }
            }
        }
    }

    /// What is new in these blocks, which the reader knows from now on.
    fn tell(&mut self, blocks: &[u8]) -> Result<Bytes, NotRendered> {
        let place = self.server.lobby.budget().take(blocks.len()).ok_or(NotRendered::Busy)?;
        let blocks: Vec<BlockText> = serde_json::from_slice(blocks).unwrap_or_default();
        let known = self.told.as_ref().map(|told| told.blocks.as_slice());
        let mut news = news(known.unwrap_or_default(), &blocks);
        if known.is_none() {
            put(&mut news, ("ready", None), &blocks.len().to_string());
        }
        let news = counted(&self.server, self.peer, news.into())?;
        self.told = Some(SentBlocks { blocks, _place: place });
        Ok(news)
    }

    /// A room that failed goes on under the same key: the reader comes back.
    fn goodbye(&self) -> Bytes {
        let pad = &self.reader.admission.pad;
        match self.server.lobby.get(&pad.name).is_some_and(|now| now.epoch == pad.epoch) {
            true => Bytes::from_static(b":\n\n"),
            false => event("ended", None, "the pad has ended and its text is erased"),
        }
    }
}

/// What tells somebody who knows `old` of `new`: the blocks that are new or other, in their order, and those that are gone.
fn news(old: &[BlockText], new: &[BlockText]) -> String {
    let (old, new) = (named(old), named(new));
    let known: HashMap<&str, &str> = old.iter().map(|(id, text)| (&**id, *text)).collect();
    let now: HashSet<&str> = new.iter().map(|(id, _)| &**id).collect();
    let mut news = String::new();
    for (id, text) in new.iter().filter(|(id, text)| known.get(&**id) != Some(text)) {
        put(&mut news, ("block", Some(id)), text);
    }
    for (id, _) in old.iter().filter(|(id, _)| !now.contains(&**id)) {
        put(&mut news, ("gone", Some(id)), "");
    }
    news
}

/// Each block under an id of its own: programs write some twice (a copied block), and some not at all.
fn named(blocks: &[BlockText]) -> Vec<(Cow<'_, str>, &str)> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    let each = blocks.iter().map(|BlockText { id, text }| {
        let time = times.entry(id).and_modify(|times| *times += 1).or_insert(1);
        let id = if *time == 1 { Cow::from(id) } else { Cow::from(format!("{id}~{time}")) };
        (id, text.as_str())
    });
    each.collect()
}

fn closed() -> Bytes {
    event("closed", None, "this link opens the pad no more")
}

fn event(kind: &str, id: Option<&str>, text: &str) -> Bytes {
    let mut event = String::new();
    put(&mut event, (kind, id), text);
    event.into()
}

/// An event ends at an empty line, and a field at any line end: the text has a field for each of its lines.
fn put(events: &mut String, (kind, id): (&str, Option<&str>), text: &str) {
    let _ = writeln!(events, "event: {kind}");
    if let Some(id) = id {
        let id: String = id.chars().filter(|c| !c.is_control()).collect();
        let _ = writeln!(events, "id: {id}");
    }
    for line in text.split(['\n', '\r']) {
        let _ = writeln!(events, "data: {line}");
    }
    events.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(id: &str, text: &str) -> BlockText {
        BlockText { id: id.into(), text: text.into() }
    }

    #[test]
    fn who_knows_a_state_hears_what_is_new_other_or_gone() {
        let old = [block("a", "one"), block("b", "two")];
        let new = [block("a", "one"), block("c", "three\nfour")];
        let told = "event: block\nid: c\ndata: three\ndata: four\n\nevent: gone\nid: b\ndata: \n\n";
        assert_eq!(news(&old, &new), told);
        assert_eq!(news(&new, &new), "");
    }

    #[test]
    fn blocks_of_one_id_are_told_apart_and_each_once() {
        let old = [block("a", "one"), block("a", "two"), block("", "x"), block("", "y")];
        assert_eq!(news(&old, &old), "", "nothing has changed");
        let new = [block("a", "one"), block("a", "three"), block("", "x")];
        let told = "event: block\nid: a~2\ndata: three\n\nevent: gone\nid: ~2\ndata: \n\n";
        assert_eq!(news(&old, &new), told);
    }

    #[test]
    fn no_text_and_no_id_makes_an_event_of_its_own() {
        let told = news(&[], &[block("a\nevent: ended", "x\r\n\nevent: ended\ndata: y")]);
        let fields: Vec<_> = told.lines().filter(|line| line.starts_with("event:")).collect();
        assert_eq!(fields, ["event: block"]);
        assert_eq!(told.matches("\n\n").count(), 1, "{told}");
    }
}
