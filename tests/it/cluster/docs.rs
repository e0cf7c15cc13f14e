//! What docs/cluster.md has operators write is taken by the programs that read it, and what it has them look at is there.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::node::{Node, secret};
use crate::support::nats::{NatsServer, PASSWORD};

fn docs(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

/// The server of the docs, but for the port of its figures: another test may have it.
fn broker() -> NatsServer {
    let config = docs("cluster/nats.conf");
    let (without, figures) = (config.replace("http: 127.0.0.1:8222", ""), "http: 127.0.0.1:8222");
    assert!(config.contains(figures));
    NatsServer::with(&without)
}

#[tokio::test]
async fn two_nodes_find_each_other_at_the_server_of_the_docs_and_show_every_figure() {
    let (broker, (_folder, secret)) = (broker(), secret());
    let url = format!("nats://fadepad:{PASSWORD}@127.0.0.1:{}", broker.port);
    let a = Node::start(&url, &secret, &["--node-name", "a"]).await;
    let _b = Node::start(&url, &secret, &["--node-name", "b"]).await;
    let shown = a.says("/metrics", "fadepad_cluster_nodes 1\n").await;
    let named = ["cluster.md", "cluster/alerts.yaml"].map(docs).concat();
    let words = named.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let figures: Vec<_> = words.filter(|word| word.starts_with("fadepad_cluster_")).collect();
    assert!(figures.len() > 8, "{figures:?}");
    for figure in figures {
        let figure = figure.strip_suffix("_total").unwrap_or(figure);
        assert!(shown.contains(&format!("# TYPE {figure} ")), "no {figure} in {shown}");
    }
}

fn is_flag(word: &str) -> bool {
    word.strip_prefix("--").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

#[test]
fn every_flag_of_a_cluster_is_in_the_docs_and_the_docs_name_no_other() {
    let help = Command::new(env!("CARGO_BIN_EXE_fadepad")).arg("-h").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let flags = |text: &str| {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let flags: std::collections::BTreeSet<String> =
            words.filter(|word| is_flag(word)).map(Into::into).collect();
        flags
    };
    let (_, of_cluster) = help.split_once("Several machines").unwrap();
    let (of_cluster, _) = of_cluster.split_once("\n\n").unwrap();
    let written = flags(&docs("cluster.md"));
    for flag in flags(of_cluster) {
        assert!(written.contains(&flag), "docs/cluster.md says nothing of {flag}");
    }
    for flag in &written {
        assert!(flags(&help).contains(flag), "docs/cluster.md names {flag}, which is none");
    }
}
