//! SIGHUP where nobody sits at a terminal: the configuration is read again, and what can change under people's hands does.

use super::events::Reporter;
use super::{App, templates};
use crate::config::Config;
use crate::server::{MetricsReaders, Proxies, Settings};

/// Reads the configuration again, as the start did; an error is a sentence.
pub type Reread = Box<dyn Fn() -> Result<Config, String> + Send>;

impl App {
    /// Takes what has changed and can be taken. What is wrong changes nothing at all.
    pub(super) fn reload(&mut self, reporter: &mut Reporter) {
        let Some(reread) = &self.reread else { return };
        match reread().and_then(|config| self.take_settings(config)) {
            Ok((taken, later)) => {
                self.server.places.set(self.places());
                reporter.reloaded(&taken, &later);
            }
            Err(why) => tracing::error!(why, "the configuration stays as it was"),
        }
    }

    /// The names of what is taken, and of what waits for the next start.
    fn take_settings(&mut self, new: Config) -> Result<ChangedFlags, String> {
        let templates = templates::load(new.templates.as_deref()).map_err(|e| e.to_string())?;
        let changed = self.config.changed(&new);
        self.around.allow(new.allowed_hosts.clone());
        self.config.allowed_hosts = new.allowed_hosts;
        self.config.trusted_proxies = new.trusted_proxies;
        self.config.metrics = new.metrics;
        self.config.templates = new.templates;
        // by the URL of the start: another one, and with it whom to believe, waits for the next
        self.server.settings.set(Settings { templates, ..settings(&self.config) });
        Ok(changed.into_iter().partition(|flag| LIVE.contains(flag)))
    }
}

/// Names of flags: those that are taken, and those that wait for the next start.
type ChangedFlags = (Vec<&'static str>, Vec<&'static str>);

/// What is taken at once; the folder of templates is read again also where it is the same.
const LIVE: [&str; 4] = ["allowed-host", "metrics", "templates", "trusted-proxy"];

/// What of a configuration can change, but for the templates, which are read from their folder.
pub(super) fn settings(config: &Config) -> Settings {
    Settings {
        proxies: Proxies::new(config.trusted_proxies.clone(), config.url.is_some()),
        metrics: MetricsReaders::new(config.metrics.as_deref()),
        templates: Default::default(),
    }
}
