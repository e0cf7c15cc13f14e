//! `GET /api/v1/pads/NAME/export?as=FORM`: a pad as a file that is kept, in each form that a server can make.

use std::sync::Arc;

use http::{HeaderValue, header};

use super::ServerState;
use super::beside::MadeBeside;
use super::problem::Problem;
use super::reading::{
    Entered, Text, document, enter, given, job_of, kind_of, rendered, with_files,
};
use super::request::{Answer, ApiRequest, parameter};
use crate::base::clock::time_of_day;
use crate::base::display::no_device;
use crate::base::local_time;
use crate::base::names::PadName;
use crate::render::{BesideForm, Form};

/// The forms beside those of `/p/NAME.md` and its like.
const CAPSULE: &str = "capsule";
const YJS: &str = "yjs";
const ZIP: &str = "zip";

pub(super) async fn export(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let wanted = parameter(&asked.query, "as").unwrap_or("md");
    let who = enter(&server, &name, &asked)?;
    let day = local_time::day(time_of_day());
    let alone = |made| MadeBeside { made, memory: None };
    let text = match (wanted, Form::of(wanted)) {
        (_, Some(Form::Html)) => {
            let text =
                with_files(&server, (&who, asked.peer), (BesideForm::Html, Some(&day))).await?;
            Text { text, kind: kind_of(Form::Html), ending: "html" }
        }
        (_, Some(form)) => {
            let text = alone(rendered(&server, &who, job_of(&server, &who.pad, form)).await?);
            Text { text, kind: kind_of(form), ending: form.ending() }
        }
        (CAPSULE, _) => {
            let text =
                with_files(&server, (&who, asked.peer), (BesideForm::Capsule, Some(&day))).await?;
            Text { text, kind: kind_of(Form::Html), ending: "html" }
        }
        (ZIP, _) => {
            let text =
                with_files(&server, (&who, asked.peer), (BesideForm::Markdown, None)).await?;
            Text { text, kind: "application/zip", ending: "zip" }
        }
        (YJS, _) => {
            let text = alone(document(&who.pad).await?);
            Text { text, kind: "application/octet-stream", ending: "yjs" }
        }
        _ => return Err(Problem::no_form()),
    };
    let ending = text.ending;
    let mut response = given(Entered { server: &server, who: &who, asked: &asked }, text)?;
    let stem = no_device(name.as_str());
    if let Ok(named) = HeaderValue::try_from(format!("attachment; filename=\"{stem}.{ending}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, named);
    }
    Ok(response)
}
