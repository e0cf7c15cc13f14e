//! Which NATS servers a node takes, and which take it.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use fadepad::base::cluster::ClusterFigures;
use fadepad::base::stop::Stop;
use fadepad::cluster::nats::{Credentials, NatsLine, NatsOptions, NatsTls, NotConnected};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use super::engine::{options, state, subject};
use crate::support::nats::NatsServer;

/// A file of the tests' own accounts: nobody's, and without end.
fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/nats").join(name)
}

async fn refused(options: &NatsOptions) -> NotConnected {
    let stop = Stop::new();
    let connected = NatsLine::connect(options, &ClusterFigures::default(), &stop).await;
    stop.stop();
    connected.map(|_| ()).unwrap_err()
}

/// Whether it is let in, and may say something.
async fn let_in(options: &NatsOptions) {
    let stop = Stop::new();
    let engine = NatsLine::connect(options, &ClusterFigures::default(), &stop).await.unwrap();
    assert!(state(&engine, |state| state.connected).await.connected);
    engine.publish(&subject("fp1.test.hb"), Bytes::from_static(b"here")).unwrap();
    stop.stop();
    stop.finished().await;
}

#[tokio::test]
async fn a_server_that_could_keep_text_on_disk_is_refused_with_the_way_out() {
    let server = NatsServer::with("jetstream { store_dir: js }");
    for required in [true, false] {
        let refused = refused(&NatsOptions { required, ..options(&server, "a") }).await;
        let said = refused.to_string();
        assert!(matches!(refused, NotConnected::UnfitServer(..)), "{said}");
        for word in [&*format!("127.0.0.1:{}", server.port), "JetStream", "--cluster"] {
            assert!(said.contains(word), "{word} in {said}");
        }
    }
}

#[tokio::test]
async fn a_server_that_comes_back_with_jetstream_hears_nothing_more() {
    let (mut server, stop) = (NatsServer::start(), Stop::new());
    let a =
        NatsLine::connect(&options(&server, "a"), &ClusterFigures::default(), &stop).await.unwrap();
    server.kill();
    state(&a, |state| !state.connected).await;
    server.restart_with("jetstream { store_dir: js }");
    // It is asked once more when it suits again: then at the latest it was asked before.
    let stays = tokio::time::timeout(std::time::Duration::from_secs(3), state(&a, |s| s.connected));
    assert!(stays.await.is_err(), "it is not taken");
    server.kill();
    server.restart_with("");
    assert_eq!(state(&a, |state| state.connected).await.connections, 2);
    stop.stop();
}

#[tokio::test]
async fn a_server_that_takes_short_frames_only_is_refused_with_the_way_out() {
    let server = NatsServer::with("max_payload: 64KB");
    let said = refused(&options(&server, "a")).await.to_string();
    assert!(said.contains("65536") && said.contains("max_payload: 1MB"), "{said}");
}

#[tokio::test]
async fn user_password_nkey_and_creds_let_a_node_in_and_wrong_ones_are_told() {
    let server = NatsServer::with("authorization { user: fadepad, password: \"ri@ht\" }");
    let with = |user: &str| vec![format!("nats://{user}127.0.0.1:{}", server.port)];
    let_in(&NatsOptions { servers: with("fadepad:ri%40ht@"), ..options(&server, "a") }).await;
    for user in ["fadepad:wrong@", ""] {
        let refused = refused(&NatsOptions { servers: with(user), ..options(&server, "a") }).await;
        let said = refused.to_string();
        assert!(matches!(refused, NotConnected::Refused(_)), "{said}");
        assert!(said.contains("--cluster-creds") && !said.contains("wrong"), "{said}");
    }

    let read = |name| std::fs::read_to_string(data(name)).unwrap();
    for (config, right) in [
        (read("nkey.conf"), Credentials::NKey(data("node.nk"))),
        (read("jwt.conf"), Credentials::File(data("node.creds"))),
    ] {
        let server = NatsServer::with(&config);
        let refused = refused(&options(&server, "a")).await;
        assert!(matches!(refused, NotConnected::Refused(_)), "{refused}");
        let_in(&NatsOptions { credentials: right, ..options(&server, "a") }).await;
    }
}

#[tokio::test]
async fn a_file_that_proves_nothing_is_named_with_its_flag() {
    let server = NatsServer::start();
    let missing = PathBuf::from("/nonexistent/node");
    let ca = |path: &Path| NatsTls { ca: Some(path.to_owned()), certificate: None };
    for (flag, credentials, tls) in [
        ("--cluster-creds", Credentials::File(missing.clone()), NatsTls::default()),
        ("--cluster-nkey", Credentials::NKey(missing.clone()), NatsTls::default()),
        ("--cluster-tls-ca", Credentials::Url, ca(&missing)),
    ] {
        let refused = refused(&NatsOptions { credentials, tls, ..options(&server, "a") }).await;
        let said = refused.to_string();
        assert!(said.starts_with(&format!("{flag} /nonexistent/node: ")), "{said}");
    }
}

/// Certificates that one authority has signed.
struct Authority {
    folder: tempfile::TempDir,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let (folder, key) = (tempfile::tempdir().unwrap(), KeyPair::generate().unwrap());
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let own = params.self_signed(&key).unwrap();
        crate::support::sealed::write_pem(&folder.path().join("ca.pem"), "CERTIFICATE", own.der());
        Self { folder, issuer: Issuer::new(params, key) }
    }

    fn ca(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// A certificate and its key for this name.
    fn sign(&self, name: &str) -> (PathBuf, PathBuf) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([name.to_owned()]).unwrap();
        let signed = params.signed_by(&key, &self.issuer).unwrap();
        let path = |kind: &str| self.folder.path().join(format!("{name}.{kind}.pem"));
        let paths = (path("cert"), path("key"));
        crate::support::sealed::write_pem(&paths.0, "CERTIFICATE", signed.der());
        crate::support::sealed::write_pem(&paths.1, "PRIVATE KEY", &key.serialize_der());
        paths
    }
}

#[tokio::test]
async fn by_tls_only_those_meet_whose_certificates_the_same_authority_has_signed() {
    let (authority, other) = (Authority::new(), Authority::new());
    let (cert, key) = authority.sign("127.0.0.1");
    let server = NatsServer::with(&format!(
        "tls {{ cert_file: {cert:?}, key_file: {key:?}, ca_file: {:?}, verify: true }}",
        authority.ca()
    ));
    let tls = |ca: &Authority, of: Option<&Authority>| NatsOptions {
        tls: NatsTls { ca: Some(ca.ca()), certificate: of.map(|authority| authority.sign("node")) },
        ..options(&server, "a")
    };
    let_in(&tls(&authority, Some(&authority))).await;
    for (who, options) in [
        ("a server of another authority", tls(&other, Some(&authority))),
        ("a node without certificate", tls(&authority, None)),
        ("a node of another authority", tls(&authority, Some(&other))),
        ("whoever the system trusts", options(&server, "a")),
    ] {
        let said = refused(&options).await.to_string();
        assert!(said.contains("--cluster-tls-ca"), "{who}: {said}");
    }
}

#[tokio::test]
async fn a_node_does_with_the_permission_for_its_own_cluster() {
    let server = NatsServer::with(
        "authorization { users: [ { user: a, password: b, permissions: { publish: \"fp1.test.>\", subscribe: \"fp1.test.>\" } } ] }",
    );
    let servers = vec![format!("nats://a:b@127.0.0.1:{}", server.port)];
    let stop = Stop::new();
    let with = |name: &str| NatsOptions { servers: servers.clone(), ..options(&server, name) };
    let a = NatsLine::connect(&with("a"), &ClusterFigures::default(), &stop).await.unwrap();
    let b = NatsLine::connect(&with("b"), &ClusterFigures::default(), &stop).await.unwrap();
    let there = subject("fp1.test.d.x.q");
    let mut at_b = b.subscribe(&there).await.unwrap();
    let answering = async {
        let asked = at_b.next().await.unwrap();
        b.publish(&asked.reply_to.unwrap(), asked.bytes).unwrap();
    };
    let asking = async {
        loop {
            let asked = a.request(&there, Bytes::from_static(b"?"), crate::support::PATIENCE).await;
            // Its subscription may be on its way yet.
            if let Ok(answer) = asked {
                break answer;
            }
        }
    };
    let (answer, ()) = tokio::join!(asking, answering);
    assert_eq!(answer, "?");
    stop.stop();
}
