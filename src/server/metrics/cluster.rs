//! The figures of a node of a cluster.

use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;

use crate::base::cluster::{ClusterCount, ClusterFigures};

type Labelled = Family<[(&'static str, &'static str); 1], Counter>;

pub(super) fn register(all: &mut Registry, figures: &ClusterFigures) {
    let connected = ConstGauge::new(i64::from(figures.is_connected()));
    all.register("cluster_connected", "Whether the cluster's engine is there", connected);
    let nodes = ConstGauge::new(i64::try_from(figures.nodes()).unwrap_or(i64::MAX));
    all.register("cluster_nodes", "Other nodes that live", nodes);
    let frames = labelled(
        figures,
        "what",
        &[
            ("sent", ClusterCount::FrameSent),
            ("received", ClusterCount::FrameReceived),
            ("rejected", ClusterCount::FrameRejected),
        ],
    );
    all.register("cluster_frames", "What nodes say to each other, by what became of it", frames);
    let dropped = labelled(
        figures,
        "why",
        &[("down", ClusterCount::DroppedDown), ("full", ClusterCount::DroppedFull)],
    );
    let help = "Frames that did not go out, because no engine was there or too much waited";
    all.register("cluster_publish_dropped", help, dropped);
    for (name, help, what) in [
        ("cluster_reconnects", "The engine was there again", ClusterCount::Reconnect),
        ("cluster_overruns", "Frames were lost on a line that stood", ClusterCount::Overrun),
        ("cluster_gaps", "Frames of other nodes that were found missing", ClusterCount::Gap),
        ("cluster_resyncs", "Pads that were compared with another node's", ClusterCount::Resync),
    ] {
        all.register(name, help, ConstCounter::new(figures.counted(what)));
    }
}

fn labelled(
    figures: &ClusterFigures,
    label: &'static str,
    values: &[(&'static str, ClusterCount)],
) -> Labelled {
    let family = Labelled::default();
    for (value, what) in values {
        family.get_or_create(&[(label, *value)]).inc_by(figures.counted(*what));
    }
    family
}
