//! What a new pad may begin with: the page's own templates, in the language of whoever comes first, and the host's, which are
//! Markdown and stand in the pad from the start. Those were read from `--templates` when the program began.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::problem::Problem;
use crate::base::ids::Epoch;
use crate::base::names::PadName;
use crate::base::template::Template;
use crate::render::{Added, Job, Manner, NotRendered, Renderer};
use crate::room::core::seed;
use crate::room::lobby::{Begins, Lobby};

/// All of them by their names; the host's stand before the page's of the same name.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    own: BTreeMap<String, String>,
}

impl Templates {
    /// The page's, and these of the host's: Markdown by name.
    #[must_use]
    pub fn new(own: BTreeMap<String, String>) -> Self {
        Self { own }
    }

    /// The names: the page's first.
    pub fn names(&self) -> impl Iterator<Item = &str> + use<'_> {
        let own = self.own.keys().filter(|name| name.parse::<Template>().is_err());
        Template::ALL.map(Template::name).into_iter().chain(own.map(|name| &**name))
    }

    /// What a pad of this name begins with by that template; `None`: there is none of that name. Read on this very thread:
    /// before anybody is served.
    #[must_use]
    pub fn begins(&self, lobby: &Lobby, pad: &PadName, template: &str) -> Option<Begins> {
        let Some(job) = self.job(template) else { return in_page(template) };
        let epoch = lobby.coming_epoch(pad);
        with(epoch, &job.done(&seed::seed(epoch)).ok()?.into()).ok()
    }

    /// The same, read beside those who are served: a long one takes a tenth of a second.
    ///
    /// # Errors
    /// Why it is not read now.
    pub async fn begins_beside(
        &self,
        (lobby, renderer): (&Lobby, &Renderer),
        pad: &PadName,
        template: &str,
    ) -> Result<Option<Begins>, NotRendered> {
        let Some(job) = self.job(template) else { return Ok(in_page(template)) };
        let epoch = lobby.coming_epoch(pad);
        let made = renderer.run(&job, &seed::seed(epoch).into()).await?;
        with(epoch, &made).map(Some)
    }

    /// The same, or why not.
    pub(super) async fn wanted(
        &self,
        beside: (&Lobby, &Renderer),
        pad: &PadName,
        template: Option<&str>,
    ) -> Result<Begins, Problem> {
        let Some(name) = template else { return Ok(Begins::Empty) };
        self.begins_beside(beside, pad, name).await?.ok_or_else(|| {
            let all: Vec<_> = self.names().collect();
            Problem::malformed(format!("A template is one of: {}.", all.join(", ")))
        })
    }

    /// What makes a document of one of the host's.
    fn job(&self, template: &str) -> Option<Job> {
        let text = self.own.get(template)?.clone();
        Some(Job::Add { text, manner: Manner::Markdown })
    }
}

fn in_page(template: &str) -> Option<Begins> {
    template.parse().ok().map(Begins::InPage)
}

/// A life that begins with what a job has made.
fn with(epoch: Epoch, made: &Bytes) -> Result<Begins, NotRendered> {
    let text = Added::read(made).map_err(|_| NotRendered::Unreadable)?.update;
    Ok(Begins::With { epoch, text })
}
