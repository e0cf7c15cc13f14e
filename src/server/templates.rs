//! What a new pad may begin with: the page's own templates, in the language of whoever comes first, and the host's, which are
//! Markdown and stand in the pad from the start. Those were read from `--templates` when the program began.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::problem::Problem;
use crate::base::names::PadName;
use crate::base::template::Template;
use crate::render::{Added, Job, Manner};
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

    /// What a pad of this name begins with by that template; `None`: there is none of that name.
    #[must_use]
    pub fn begins(&self, lobby: &Lobby, pad: &PadName, template: &str) -> Option<Begins> {
        let Some(text) = self.own.get(template) else {
            return template.parse().ok().map(Begins::InPage);
        };
        let epoch = lobby.coming_epoch(pad);
        // The host's own words: no stranger's document is read.
        let job = Job::Add { text: text.clone(), manner: Manner::Markdown };
        let made = Bytes::from(job.done(&seed::seed(epoch)).ok()?);
        Some(Begins::With { epoch, text: Added::read(&made).ok()?.update })
    }

    /// The same, or why not.
    pub(super) fn wanted(
        &self,
        lobby: &Lobby,
        pad: &PadName,
        template: Option<&str>,
    ) -> Result<Begins, Problem> {
        let Some(name) = template else { return Ok(Begins::Empty) };
        self.begins(lobby, pad, name).ok_or_else(|| {
            let all: Vec<_> = self.names().collect();
            Problem::malformed(format!("A template is one of: {}.", all.join(", ")))
        })
    }
}
