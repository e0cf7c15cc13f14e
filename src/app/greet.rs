//! What the host is told when the house opens, and again when it has another address.

use super::events::{Ready, Reporter};
use super::{App, tls};
use crate::base::ids::Role;
use crate::desktop::browser;
use crate::desktop::greeting::Greeting;
use crate::desktop::printer::Printer;

impl App {
    /// Tells that the house is open.
    pub(super) fn greet(&self, printer: Printer) -> Reporter {
        let reporter = Reporter::new(self.config.output, printer);
        reporter.ready(&self.ready(), &self.greeting());
        self.open_browser();
        reporter
    }

    /// Tells that its addresses have changed, and the printed one with them where it has `moved`.
    pub(super) fn tell_changed(&self, reporter: &mut Reporter, moved: bool) {
        reporter.network(&self.ready(), &self.greeting(), moved);
    }

    fn ready(&self) -> Ready<'_> {
        let (lobby, places, pad) = (&self.house.lobby, self.house.places.now(), &self.pad);
        let key = |role| lobby.key(pad, role);
        let host_key = key(Role::Host);
        Ready {
            event: "ready",
            version: env!("CARGO_PKG_VERSION"),
            pid: std::process::id(),
            port: places.port,
            pad: pad.name.as_str(),
            epoch: pad.epoch.to_string(),
            code: pad.code.to_string(),
            join_url: places.join_url(pad.code),
            edit_url: places.pad_url(&pad.name, &key(Role::Edit)),
            view_url: places.pad_url(&pad.name, &key(Role::View)),
            host_url: places.host_url(&pad.name, &host_key),
            host_key,
            edit_key: key(Role::Edit),
            view_key: key(Role::View),
            addresses: self.around.addresses(),
            ttl_s: pad.grace.as_secs(),
            certificate: self.house.tls.as_deref().map(tls::Shown::new),
        }
    }

    fn greeting(&self) -> Greeting {
        let (places, pad) = (self.house.places.now(), &self.pad);
        let addresses = self.around.addresses();
        Greeting {
            pad: pad.name.to_string(),
            join_url: places.join_url(pad.code),
            address: places.address.clone(),
            code: pad.code.spoken(),
            network: addresses.first().cloned(),
            other_networks: addresses.len().saturating_sub(1),
            host_url: places.host_url(&pad.name, &self.house.lobby.key(pad, Role::Host)),
            grace: pad.grace,
            qr: self.config.qr,
            limits: self.config.limits.enforced,
            may_swap: !self.hardened.no_swap,
            certificate: self.house.tls.as_deref().and_then(tls::made_here),
        }
    }

    fn open_browser(&self) {
        if !self.config.open.unwrap_or_else(browser::has_desktop) {
            return;
        }
        let host_key = self.house.lobby.key(&self.pad, Role::Host);
        let target = format!("/p/{}#{host_key}", self.pad.name);
        if let Ok(path) = self.house.threshold.entrance(target) {
            let url = format!("{}{path}", self.house.places.now().local);
            self.stop.spawn(async move {
                let _ = tokio::task::spawn_blocking(move || browser::open(&url)).await;
            });
        }
    }
}
