//! `/metrics`: what this server does, in figures, as Prometheus reads them (OpenMetrics text). None of them names a
//! pad, a person or an address.

mod cluster;
#[cfg(target_os = "linux")]
mod process;

use std::net::IpAddr;

use http::{HeaderMap, HeaderValue, header};
use ipnet::IpNet;
use prometheus_client::encoding::text::{encode_eof, encode_registry};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use tokio::time::timeout;
use warp::reply::Response;

use super::ServerState;
use super::problem::Problem;
use super::proxies::{LOOPBACK, Proxies};
use super::request::Answer;
use crate::base::limits::READY_WITHIN;
use crate::room::lobby::{Lobby, Totals};

/// OpenMetrics 1.0: https://prometheus.io/docs/specs/om/open_metrics_spec/
const OPEN_METRICS: HeaderValue =
    HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

/// Who may read them.
#[derive(Clone, Debug)]
pub struct MetricsReaders(Vec<IpNet>);

impl MetricsReaders {
    /// This machine, and these; `None`: nobody.
    #[must_use]
    pub fn new(others: Option<&[IpNet]>) -> Self {
        Self(others.map_or_else(Vec::new, |others| [&LOOPBACK, others].concat()))
    }

    /// Whether one at this address does. A proxy of this machine asks from its address, and is none of those who read.
    fn has(&self, from: IpAddr, headers: &HeaderMap) -> bool {
        let from = from.to_canonical();
        let of_proxy = from.is_loopback() && Proxies::is_forwarded(headers);
        !of_proxy && self.0.iter().any(|range| range.contains(&from))
    }
}

/// The figures of this moment.
pub(super) async fn read(server: &ServerState, from: IpAddr, headers: &HeaderMap) -> Answer {
    if !server.settings.now().metrics.has(from, headers) {
        return Err(Problem::no_metrics());
    }
    let pads = timeout(READY_WITHIN, PadFigures::of(&server.lobby)).await;
    let pads = pads.map_err(|_| Problem::stuck())?;
    let mut text = String::new();
    let written = write(&mut text, &of_server(server, &pads));
    written.map_err(|std::fmt::Error| Problem::stuck())?;
    let mut response = Response::new(text.into());
    response.headers_mut().insert(header::CONTENT_TYPE, OPEN_METRICS);
    Ok(response)
}

fn write(text: &mut String, of_server: &Registry) -> std::fmt::Result {
    encode_registry(text, of_server)?;
    #[cfg(target_os = "linux")]
    encode_registry(text, &process::figures())?;
    encode_eof(text)
}

/// What all pads are together.
#[derive(Default)]
struct PadFigures {
    states: [(&'static str, i64); 3],
    people: usize,
    devices: usize,
    knocks: usize,
    bytes: usize,
}

impl PadFigures {
    async fn of(lobby: &Lobby) -> Self {
        let states = [("waiting", 0), ("alive", 0), ("fading", 0)];
        let mut all = Self { states, ..Self::default() };
        for (_, seen) in lobby.overviews().await {
            let state = all.states.iter_mut().find(|(name, _)| *name == seen.state);
            state.into_iter().for_each(|(_, number)| *number += 1);
            all.people += seen.people.people;
            all.devices += seen.people.devices;
            all.knocks += seen.knocks;
            all.bytes += seen.bytes;
        }
        all
    }
}

fn of_server(server: &ServerState, pads: &PadFigures) -> Registry {
    let mut all = Registry::with_prefix("fadepad");
    let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
    all.register("build", "What runs here", version);
    let states = Family::<[(&str, &str); 1], Gauge>::default();
    for (state, number) in pads.states {
        states.get_or_create(&[("state", state)]).set(number);
    }
    all.register("pads", "Pads that are open, by state", states);
    let gauge = |number: usize| ConstGauge::new(i64::try_from(number).unwrap_or(i64::MAX));
    all.register("people", "People who are in pads", gauge(pads.people));
    all.register("devices", "Devices that they are there with", gauge(pads.devices));
    all.register("knocks", "People who wait at doors", gauge(pads.knocks));
    let sockets = gauge(server.guard.open_sockets());
    all.register("sockets", "Sockets that are open, long-poll sessions with them", sockets);
    let text = "Encoded text of all pads together";
    all.register_with_unit("text", text, Unit::Bytes, gauge(pads.bytes));
    let (used, most) = server.lobby.budget().used();
    let memory = "Memory that is taken for what people bring: text, sockets, messages on their way";
    all.register_with_unit("memory_used", memory, Unit::Bytes, gauge(used));
    let limit = "How much of it may be taken (--max-memory)";
    all.register_with_unit("memory_limit", limit, Unit::Bytes, gauge(most));
    since_start(&mut all, &server.lobby.totals());
    if let Some(figures) = &server.cluster {
        cluster::register(&mut all, figures);
    }
    all
}

fn since_start(all: &mut Registry, totals: &Totals) {
    let counter = ConstCounter::new;
    all.register("pads_opened", "Lives of pads that have begun", counter(totals.opened));
    let failed = "Rooms that failed and were opened again for the same life";
    all.register("rooms_failed", failed, counter(totals.failed));
    let ended = Family::<[(&str, &str); 1], Counter>::default();
    for (cause, number) in totals.ended {
        ended.get_or_create(&[("why", cause.name())]).inc_by(number);
    }
    all.register("pads_ended", "Lives that are over, by cause", ended);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_reads_them_and_whom_the_host_names_and_no_proxys_guest() {
        let (none, mut by_proxy) = (HeaderMap::new(), HeaderMap::new());
        by_proxy.insert("x-forwarded-for", HeaderValue::from_static("127.0.0.1"));
        let ask = |readers: &MetricsReaders, from: &str| readers.has(from.parse().unwrap(), &none);
        let usual = MetricsReaders::new(Some(&[]));
        for (from, reads) in [("127.0.0.1", true), ("::1", true), ("::ffff:127.0.0.1", true)] {
            assert_eq!(ask(&usual, from), reads, "{from}");
        }
        assert!(!ask(&usual, "192.168.1.5"));
        assert!(!usual.has("127.0.0.1".parse().unwrap(), &by_proxy));
        let named = MetricsReaders::new(Some(&["192.168.1.0/24".parse().unwrap()]));
        assert!(ask(&named, "192.168.1.5") && ask(&named, "127.0.0.1") && !ask(&named, "10.0.0.1"));
        assert!(!ask(&MetricsReaders::new(None), "127.0.0.1"));
    }
}
