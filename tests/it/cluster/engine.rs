//! What NATS does as the engine of a cluster, and what nodes hear when it does not.

use std::time::{Duration, Instant};

use bytes::Bytes;
use fadepad::base::cluster::ClusterFigures;
use fadepad::base::stop::Stop;
use fadepad::cluster::engine::{Engine, EngineState, NoAnswer, Unsent};
use fadepad::cluster::nats::{Credentials, NatsLine, NatsOptions, NatsTls, NotConnected};
use fadepad::cluster::subject::Subject;
use rustix::process::Signal;
use tokio::time::timeout;

use crate::support::PATIENCE;
use crate::support::nats::NatsServer;

pub fn subject(text: &str) -> Subject {
    text.parse().unwrap()
}

/// What a node is told that has to know nothing but where the server is.
pub fn options(server: &NatsServer, name: &str) -> NatsOptions {
    NatsOptions {
        servers: vec![server.url()],
        name: name.to_owned(),
        inbox: subject(&format!("fp1.test.n.{name}.r")),
        credentials: Credentials::Url,
        tls: NatsTls::default(),
        required: true,
    }
}

pub async fn node(server: &NatsServer, name: &str, stop: &Stop) -> Engine {
    NatsLine::connect(&options(server, name), &ClusterFigures::default(), stop).await.unwrap()
}

/// Waits until the line is in a state such as this.
pub async fn state(engine: &Engine, is_so: impl FnMut(&EngineState) -> bool) -> EngineState {
    let mut state = engine.state();
    let reached = timeout(PATIENCE, state.wait_for(is_so)).await;
    *reached.expect("the line gets into this state").unwrap()
}

#[tokio::test]
async fn all_other_nodes_that_listen_hear_a_frame_in_its_order() {
    let (server, stop) = (NatsServer::start(), Stop::new());
    let (a, b) = (node(&server, "a", &stop).await, node(&server, "b", &stop).await);
    let there = subject("fp1.test.d.x.u");
    let mut own = a.subscribe(&there).await.unwrap();
    let mut at_b = b.subscribe(&there).await.unwrap();
    heard_by(&b).await;
    for number in 0..1000_u32 {
        a.publish(&there, Bytes::copy_from_slice(&number.to_be_bytes())).unwrap();
    }
    for number in 0..1000_u32 {
        let came = timeout(PATIENCE, at_b.next()).await.unwrap().unwrap();
        assert_eq!(came.bytes.as_ref(), number.to_be_bytes());
    }
    b.publish(&there, Bytes::from_static(b"of b")).unwrap();
    let first = timeout(PATIENCE, own.next()).await.unwrap().unwrap();
    assert_eq!((&*first.bytes, first.reply_to), (&b"of b"[..], None), "and nothing of its own");
    end(stop).await;
}

/// The server knows all that this node has subscribed to before: it answers a later question.
async fn heard_by(engine: &Engine) {
    let nobody = engine.request(&subject("fp1.test.nobody"), Bytes::new(), PATIENCE).await;
    assert_eq!(nobody, Err(NoAnswer::NoResponders));
}

async fn end(stop: Stop) {
    stop.stop();
    timeout(PATIENCE, stop.finished()).await.unwrap();
}

#[tokio::test]
async fn a_question_has_its_answer_and_none_at_once_where_nobody_else_listens() {
    let (server, stop) = (NatsServer::start(), Stop::new());
    let (a, b) = (node(&server, "a", &stop).await, node(&server, "b", &stop).await);
    let there = subject("fp1.test.d.x.q");
    let _own = a.subscribe(&there).await.unwrap();
    let begin = Instant::now();
    let nobody = a.request(&there, Bytes::from_static(b"who?"), PATIENCE).await;
    assert_eq!(nobody, Err(NoAnswer::NoResponders));
    assert!(begin.elapsed() < PATIENCE / 4, "it is not waited for: {:?}", begin.elapsed());
    let mut at_b = b.subscribe(&there).await.unwrap();
    heard_by(&b).await;
    let answering = async {
        let asked = at_b.next().await.unwrap();
        b.publish(&asked.reply_to.unwrap(), asked.bytes).unwrap();
        at_b
    };
    let (answer, at_b) =
        tokio::join!(a.request(&there, Bytes::from_static(b"who?"), PATIENCE), answering);
    assert_eq!(answer, Ok(Bytes::from_static(b"who?")));
    let silent = a.request(&there, Bytes::new(), Duration::from_millis(50)).await;
    assert_eq!(silent, Err(NoAnswer::TimedOut));
    drop(at_b);
    end(stop).await;
}

#[tokio::test]
async fn a_server_that_was_killed_is_found_again_and_what_listened_listens_on() {
    let (mut server, stop) = (NatsServer::start(), Stop::new());
    let (a, b) = (node(&server, "a", &stop).await, node(&server, "b", &stop).await);
    let there = subject("fp1.test.d.x.u");
    let mut at_b = b.subscribe(&there).await.unwrap();
    assert_eq!(
        (state(&a, |_| true).await.connections, state(&b, |_| true).await.connections),
        (1, 1)
    );
    server.kill();
    for engine in [&a, &b] {
        state(engine, |state| !state.connected).await;
    }
    assert_eq!(a.publish(&there, Bytes::new()), Err(Unsent::Down));
    let begin = Instant::now();
    let asked = a.request(&there, Bytes::new(), PATIENCE).await;
    assert_eq!(asked, Err(NoAnswer::Unsent(Unsent::Down)));
    let mut late = b.subscribe(&subject("fp1.test.d.y.u")).await.unwrap();
    assert!(begin.elapsed() < PATIENCE / 4, "nobody waits for it: {:?}", begin.elapsed());
    server.restart();
    for engine in [&a, &b] {
        assert_eq!(state(engine, |state| state.connected).await.connections, 2);
    }
    heard_by(&b).await;
    a.publish(&there, Bytes::from_static(b"again")).unwrap();
    a.publish(&subject("fp1.test.d.y.u"), Bytes::from_static(b"too")).unwrap();
    assert_eq!(timeout(PATIENCE, at_b.next()).await.unwrap().unwrap().bytes, "again");
    assert_eq!(timeout(PATIENCE, late.next()).await.unwrap().unwrap().bytes, "too");
    end(stop).await;
}

#[tokio::test]
async fn a_server_that_hangs_makes_nobody_wait_and_what_is_lost_is_told() {
    let (server, stop) = (NatsServer::start(), Stop::new());
    let a = node(&server, "a", &stop).await;
    server.signal(Signal::STOP);
    let (there, frame) = (subject("fp1.test.d.x.u"), Bytes::from(vec![0; 512 << 10]));
    let begin = Instant::now();
    let lost = loop {
        if let Err(lost) = a.publish(&there, frame.clone()) {
            break lost;
        }
        tokio::task::yield_now().await;
        assert!(begin.elapsed() < PATIENCE, "what waits is bounded");
    };
    assert_eq!(lost, Unsent::Full);
    assert_eq!(a.publish(&there, frame), Err(Unsent::Full));
    assert_eq!(state(&a, |_| true).await.overruns, 1, "told once, not for each frame");
    state(&a, |state| !state.connected).await;
    server.signal(Signal::CONT);
    state(&a, |state| state.connected).await;
    end(stop).await;
}

#[tokio::test]
async fn a_node_that_takes_too_slowly_is_told_that_it_has_lost_something() {
    let (server, stop) = (NatsServer::start(), Stop::new());
    let (a, b) = (node(&server, "a", &stop).await, node(&server, "b", &stop).await);
    let there = subject("fp1.test.d.x.u");
    let _unread = b.subscribe(&there).await.unwrap();
    heard_by(&b).await;
    let flood = async {
        loop {
            if a.publish(&there, Bytes::from_static(b"x")).is_err() {
                tokio::task::yield_now().await;
            }
            tokio::task::consume_budget().await;
        }
    };
    tokio::select! {
        () = flood => {}
        told = state(&b, |state| state.overruns > 0) => assert!(told.connected),
    }
    end(stop).await;
}

#[tokio::test]
async fn without_a_server_a_node_serves_alone_and_joins_when_one_comes_or_does_not_start() {
    let (mut server, stop) = (NatsServer::absent(), Stop::new());
    let required =
        NatsLine::connect(&options(&server, "a"), &ClusterFigures::default(), &stop).await;
    let refused = required.map(|_| ()).unwrap_err();
    assert!(matches!(&refused, NotConnected::Absent(_)), "{refused}");
    assert!(refused.to_string().contains("--cluster-required"), "{refused}");
    let patient = NatsOptions { required: false, ..options(&server, "a") };
    let a = NatsLine::connect(&patient, &ClusterFigures::default(), &stop).await.unwrap();
    assert_eq!(*a.state().borrow(), EngineState::default());
    assert_eq!(a.publish(&subject("a"), Bytes::new()), Err(Unsent::Down));
    server.restart();
    assert_eq!(state(&a, |state| state.connected).await.connections, 1);
    end(stop).await;
}
