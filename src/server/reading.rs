//! `GET /p/NAME.md`, `.txt`, `.html`, `.json`: a pad's text for programs, read by a child (`render/`) and kept in the room
//! until it changes.

use std::str::FromStr;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, header};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use warp::reply::Response;

use super::beside::{MadeBeside, files_beside, job_alive, job_beside, put_beside};
use super::going_out::{OfPad, PadReader, counted};
use super::problem::Problem;
use super::request::{Answer, ApiRequest, refusal};
use super::turns::picture_turn;
use super::{Peer, ServerState};
use crate::base::clock::now;
use crate::base::display::no_device;
use crate::base::names::PadName;
use crate::render::{BesideForm, Form, Job, NotRendered, kept_page};
use crate::room::core::pass::Barred;
use crate::room::lobby::{Admission, Denied, Entrant, Pad};
use crate::room::readings::{AsForm, Reading, Rendered};

/// A text of the pad runs nothing, asks nobody, and has no origin, also where a browser shows it.
const INERT: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                     frame-ancestors 'none'; sandbox";

/// A pad's name with the ending of a form.
pub(super) struct ReadName {
    name: PadName,
    form: Form,
}

impl FromStr for ReadName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (name, ending) = text.rsplit_once('.').ok_or(())?;
        let form = Form::of(ending).ok_or(())?;
        Ok(Self { name: name.parse().map_err(drop)?, form })
    }
}

pub(super) async fn read(server: Arc<ServerState>, what: ReadName, asked: ApiRequest) -> Answer {
    let ReadName { name, form } = what;
    let who = enter(&server, &name, &asked)?;
    let text = match form {
        Form::Html => with_files(&server, (&who, asked.peer), (BesideForm::Html, None)).await?,
        _ => {
            let job = job_of(&server, &who.pad, form);
            MadeBeside { made: rendered(&server, &who, job).await?, memory: None }
        }
    };
    let entered = Entered { server: &server, who: &who, asked: &asked };
    given(entered, Text { text, kind: kind_of(form), ending: form.ending() })
}

/// What the child is to make of a pad's text.
pub(super) fn job_of(server: &ServerState, pad: &Pad, form: Form) -> Job {
    job_alive(form, title_of(pad), (&server.places.now().base, pad.room.files()))
}

/// What people read in the place of its name.
pub(super) fn title_of(pad: &Pad) -> String {
    pad.title.get().unwrap_or_else(|| pad.name.to_string())
}

pub(super) fn kind_of(form: Form) -> &'static str {
    match form {
        Form::Markdown => "text/markdown; charset=utf-8",
        Form::Text => "text/plain; charset=utf-8",
        Form::Html => "text/html; charset=utf-8",
        Form::Json => "application/json",
    }
}

/// A pad as it goes out.
pub(super) struct Text {
    pub(super) text: MadeBeside,
    pub(super) kind: &'static str,
    pub(super) ending: &'static str,
}

/// Somebody who has come in to read or write, and by what they asked.
pub(super) struct Entered<'a> {
    pub(super) server: &'a ServerState,
    pub(super) who: &'a Admission,
    pub(super) asked: &'a ApiRequest,
}

/// Gives it to who may still read it: there was time to shut the door.
pub(super) fn given(
    Entered { server, who, asked }: Entered<'_>,
    Text { text, kind, ending }: Text,
) -> Answer {
    let (pad, from) = (&who.pad, asked.peer.from.ip().into());
    pad.access.pass_door(who.pass, from).map_err(NotRead::Barred)?;
    // While its pictures were put to it, it may have ended.
    pad.room.changes().has_changed().map_err(|_| NotRead::Over)?;
    // From here on it counts as what waits to go out.
    let MadeBeside { made, memory } = text;
    drop(memory);
    let mut response = Response::new(counted(server, asked.peer, made)?.into());
    let reader = PadReader { admission: who.clone(), from };
    OfPad::read_by(Arc::new(reader)).holds(&mut response);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(INERT));
    let named = format!("inline; filename=\"{}.{ending}\"", no_device(pad.name.as_str()));
    if let Ok(named) = named.parse() {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    Ok(response)
}

/// Who comes in to read, by the door as a guest does: the key of a link opens none that is shut.
pub(super) fn enter(
    server: &ServerState,
    name: &PadName,
    asked: &ApiRequest,
) -> Result<Admission, Problem> {
    enter_by(server, (name, asked.key()), asked.peer)
}

/// The same by this very key.
pub(super) fn enter_by(
    server: &ServerState,
    (name, key): (&PadName, &str),
    peer: Peer,
) -> Result<Admission, Problem> {
    let who = Entrant { key, from: Some(peer.from.ip().into()), seeded: true, may_open: None };
    server.lobby.enter(name, who).map_err(|denied| refusal(server, (name, key), denied))
}

/// Why a pad's text does not come.
#[derive(Debug)]
pub(super) enum NotRead {
    /// The pad has ended meanwhile.
    Over,
    /// The host has taken the key back meanwhile, or shut the door.
    Barred(Barred),
    Not(NotRendered),
}

impl From<NotRendered> for NotRead {
    fn from(not: NotRendered) -> Self {
        Self::Not(not)
    }
}

impl From<NotRead> for Problem {
    fn from(not: NotRead) -> Self {
        match not {
            NotRead::Over => Self::ended(None, now()),
            NotRead::Barred(barred) => Denied::from(barred).into(),
            NotRead::Not(not) => not.into(),
        }
    }
}

/// The one place of a pad for who renders it, where its turn comes in time.
pub(super) async fn turn(server: &ServerState, pad: &Pad) -> Result<OwnedSemaphorePermit, NotRead> {
    let place = timeout(server.renderer.patience(), pad.room.readers().acquire_owned()).await;
    place.map_err(|_| NotRendered::Busy)?.map_err(|_| NotRead::Over)
}

/// What a child makes of the pad as it is now, or has made of it already, for who may still read it then.
pub(super) async fn rendered(
    server: &ServerState,
    who: &Admission,
    job: Job,
) -> Result<Bytes, NotRead> {
    let text = current(server, &who.pad, job).await?;
    // There was time for the host to take the key back.
    who.pad.access.role(who.pass).map_err(NotRead::Barred)?;
    Ok(text)
}

/// The same with the pad's pictures and files in it, or beside it; a page that is kept of this day says so. Only what is made of
/// the text is kept.
pub(super) async fn with_files(
    server: &ServerState,
    (who, peer): (&Admission, Peer),
    (form, day): (BesideForm, Option<&str>),
) -> Result<MadeBeside, NotRead> {
    let pad = &who.pad;
    let (files, title) = (pad.room.files().all(), title_of(pad));
    // Thousands of names are no work for a thread that others wait for.
    let job = spawn_blocking(move || {
        let files = files_beside(files);
        (job_beside(form, title, &files), files)
    });
    let (job, files) = job.await.map_err(|_| NotRendered::NoChild)?;
    let text = rendered(server, who, job).await?;
    let turn = picture_turn((peer.from.ip().into(), who.pass.person)).await?;
    let name = pad.name.as_str();
    let text = match day {
        Some(day) => kept_page(text, name, day),
        None => text,
    };
    let text = put_beside(text, (form, name), (files, server.lobby.budget(), Some(turn))).await?;
    who.pad.access.role(who.pass).map_err(NotRead::Barred)?;
    Ok(text)
}

async fn current(server: &ServerState, pad: &Pad, job: Job) -> Result<Bytes, NotRead> {
    let form = serde_json::to_string(&job).map_err(|_| NotRendered::Unreadable)?;
    let form: AsForm = form.into();
    let ask = async || pad.room.read(form.clone()).await.ok_or(NotRead::Over);
    if let Reading::Known(known) = ask().await? {
        return known.map_err(|word| NotRendered::of(word).into());
    }
    // One reads for all who ask for the same pad.
    let _place = turn(server, pad).await?;
    let (update, version) = match ask().await? {
        Reading::Known(known) => return known.map_err(|word| NotRendered::of(word).into()),
        Reading::Document { update, version } => (update, version),
    };
    let text = server.renderer.run(&job, &update).await;
    drop(update);
    let known = match &text {
        Ok(text) => Ok(text.clone()),
        Err(why) if why.is_final() => Err(why.word()),
        Err(why) => return Err((*why).into()),
    };
    // What was read of a pad that has ended meanwhile goes nowhere.
    let kept = pad.room.rendered(Rendered { form, version, text: known }).await;
    kept.ok_or(NotRead::Over)?;
    text.map_err(NotRead::from)
}

/// The document itself, as one update.
pub(super) async fn document(pad: &Pad) -> Result<Bytes, NotRead> {
    // As no form that anything is kept of.
    match pad.room.read("".into()).await {
        Some(Reading::Document { update, .. }) => Ok(update),
        _ => Err(NotRead::Over),
    }
}
