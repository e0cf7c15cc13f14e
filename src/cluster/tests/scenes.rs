//! Single scenes.

use super::*;
use crate::base::cluster::ClusterCount;
use crate::base::ids::EndCause;
use crate::cluster::engine::Engine;
use crate::cluster::frame::{ClusterFrame, FrameBody};
use crate::room::core::access_change::AccessChange;
use crate::room::core::pass::Pass;
use crate::room::lobby::Fresh;
use crate::room::message::HostCommand;

const ANNA: Person = Person(1);
const MILO: Person = Person(2);
const SECOND: Duration = Duration::from_secs(1);

/// Anna hosts a pad at the first node, and Milo may come.
async fn opened(count: u64) -> (Cluster, Pad, Vec<String>) {
    let cluster = Cluster::new(1, Faults::default(), count).await;
    let lobby = &cluster.machines[0].lobby;
    let pad = lobby.open(notes(), None).unwrap();
    let keys = keys(lobby, &pad, &[(ANNA, Role::Host), (MILO, Role::Edit)]);
    sleep(SECOND).await;
    (cluster, pad, keys)
}

#[tokio::test(start_paused = true)]
async fn what_is_typed_at_either_node_is_at_both_at_once() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    anna.types("Anna was here first. ").await;
    let mut milo = second.sit(&keys[1], MILO).await.unwrap();
    assert!(second.text().await.unwrap().contains("Anna was here first."), "as he comes");
    milo.types("So was Milo. ").await;
    anna.types("And again. ").await;
    sleep(Duration::from_millis(100)).await;
    let texts = [first.text().await.unwrap(), second.text().await.unwrap()];
    assert_eq!(texts[0], texts[1]);
    assert!(texts[0].contains("So was Milo.") && texts[0].contains("And again."), "{}", texts[0]);
}

#[tokio::test(start_paused = true)]
async fn a_code_and_a_key_open_a_pad_at_every_node_and_none_that_is_nowhere() {
    let (cluster, pad, keys) = opened(3).await;
    let code = cluster.machines[0].lobby.code(&pad);
    let [_, second, third] = &cluster.machines[..] else { unreachable!() };
    assert!(second.lobby.by_code(code).is_err(), "it is not here yet");
    second.lobby.summon_by_code(code).await;
    assert_eq!(second.lobby.by_code(code).unwrap().epoch, pad.epoch);
    third.lobby.summon(&notes()).await;
    assert_eq!(third.lobby.admit(&notes(), &keys[0]).unwrap().role, Role::Host);
    let begun = tokio::time::Instant::now();
    third.lobby.summon(&"nowhere".parse().unwrap()).await;
    third.lobby.summon_by_code("K7QPM3".parse().unwrap()).await;
    assert!(begun.elapsed() < Duration::from_millis(10), "nobody is waited for");
    assert!(third.lobby.get(&"nowhere".parse().unwrap()).is_none());
}

#[tokio::test(start_paused = true)]
async fn who_is_here_is_known_at_every_node_and_a_dead_nodes_people_go() {
    let (cluster, pad, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let mut milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.shows().await;
    milo.shows().await;
    sleep(SECOND).await;
    assert_eq!(anna.tape.states(), [(1_001, true), (1_002, true)]);
    assert_eq!(milo.tape.states(), [(1_001, true), (1_002, true)]);
    assert_eq!(pad.room.look().await.unwrap().people.people, 2);
    cluster.kill(1).await;
    sleep(13 * SECOND).await;
    assert_eq!(anna.tape.states(), [(1_001, true), (1_002, false)]);
    assert_eq!(pad.room.look().await.unwrap().people.people, 1);
}

#[tokio::test(start_paused = true)]
async fn a_node_that_dies_before_a_beat_of_it_is_heard_keeps_no_client_id_from_its_people() {
    let (mut cluster, _, keys) = opened(1).await;
    let beats = cluster.machines[0].node.0.subjects.beats();
    cluster.bus.lose_where(move |at, _| *at == beats);
    cluster.machines.push(TestNode::start(&cluster.bus, Incarnation(900)).await);
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.types("all of it ").await;
    sleep(SECOND / 8).await;
    assert_eq!(second.text().await.unwrap(), "all of it ");
    cluster.kill(0).await;
    anna.types("and one more").await;
    // A client that says nothing of who it is comes back as somebody else, with its text and its client id.
    let again = anna.move_to(second, (&keys[1], MILO)).await.unwrap();
    drop(milo);
    sleep(SECOND).await;
    assert_eq!(second.text().await.unwrap(), "all of it ", "nobody knows yet that it is dead");
    sleep(13 * SECOND).await;
    assert_eq!(second.text().await.unwrap(), "all of it and one more");
    drop(again);
}

#[tokio::test(start_paused = true)]
async fn what_a_host_decides_takes_hold_at_every_node_within_a_second() {
    let (cluster, pad, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let _anna = first.sit(&keys[0], ANNA).await.unwrap();
    let milo = second.sit(&keys[1], MILO).await.unwrap();
    sleep(SECOND).await;
    let links = AccessChange::NewLinks(Role::View, Some(ANNA));
    for command in [
        HostCommand::Title(Some("Minutes".into())),
        HostCommand::Access(AccessChange::Door(Door::Closed)),
        HostCommand::Access(links),
        HostCommand::ShowOut { person: MILO, address: false },
    ] {
        let pass = Pass { role: Role::Host, generation: 0, person: Some(ANNA) };
        pad.room.steer_by(pass, vec![command]).await.unwrap();
    }
    sleep(SECOND).await;
    let there = second.lobby.get(&notes()).unwrap();
    assert_eq!(there.title.get(), Some("Minutes".into()));
    assert_eq!((there.access.door(), there.access.generation(Role::View)), (Door::Closed, 1));
    assert_eq!(milo.is_closed_with(), Some(CloseCode::ShownOut));
    assert!(second.sit(&keys[1], MILO).await.is_err(), "nor does he come in again");
}

#[tokio::test(start_paused = true)]
async fn an_end_ends_it_everywhere_and_no_node_opens_that_life_again() {
    let (cluster, pad, keys) = opened(3).await;
    let [first, second, third] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.types("words").await;
    sleep(SECOND).await;
    pad.room.steer(HostCommand::End(Some(Duration::ZERO))).await;
    sleep(SECOND).await;
    assert_eq!(milo.is_closed_with(), Some(CloseCode::Ended));
    for machine in [first, second, third] {
        assert!(machine.room().is_none());
        assert!(machine.lobby.admit(&notes(), &keys[0]).is_err(), "also where it never was");
        assert_eq!(machine.lobby.last_end(&notes()).unwrap().cause(), EndCause::Host);
    }
    let next = third.lobby.open(notes(), None).unwrap();
    assert_ne!(next.epoch, pad.epoch, "the next life is another");
}

#[tokio::test(start_paused = true)]
async fn a_node_that_comes_later_learns_what_has_ended() {
    let (mut cluster, pad, keys) = opened(2).await;
    pad.room.steer(HostCommand::End(Some(Duration::ZERO))).await;
    sleep(SECOND).await;
    cluster.add(77).await;
    sleep(3 * SECOND).await;
    assert!(cluster.machines[2].lobby.admit(&notes(), &keys[0]).is_err());
}

#[tokio::test(start_paused = true)]
async fn a_pad_that_all_have_left_is_kept_by_two_nodes_and_over_at_both_after_the_grace() {
    let (cluster, _, keys) = opened(3).await;
    let mut anna = cluster.machines[0].sit(&keys[0], ANNA).await.unwrap();
    anna.types("words").await;
    sleep(SECOND).await;
    drop(anna);
    sleep(10 * SECOND).await;
    let copies = cluster.machines.iter().filter(|machine| machine.room().is_some()).count();
    assert_eq!(copies, 2, "one may go down");
    sleep(GRACE + 2 * SECOND).await;
    for machine in &cluster.machines {
        assert!(machine.room().is_none(), "{}", machine.node.own());
    }
    assert!(cluster.machines[2].lobby.admit(&notes(), &keys[0]).is_err());
}

#[tokio::test(start_paused = true)]
async fn whoever_comes_back_within_the_grace_finds_the_text_at_any_node() {
    let (cluster, _, keys) = opened(3).await;
    let mut anna = cluster.machines[0].sit(&keys[0], ANNA).await.unwrap();
    anna.types("words").await;
    sleep(SECOND).await;
    drop(anna);
    sleep(15 * SECOND).await;
    cluster.kill(0).await;
    sleep(15 * SECOND).await;
    for machine in &cluster.machines[1..] {
        let _milo = machine.sit(&keys[1], MILO).await.unwrap();
        assert_eq!(machine.text().await.as_deref(), Some("words"), "{}", machine.node.own());
    }
}

#[tokio::test(start_paused = true)]
async fn a_copy_without_people_goes_where_others_have_it() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.types("words").await;
    sleep(SECOND).await;
    drop(milo);
    sleep(45 * SECOND).await;
    assert!(second.room().is_none(), "nobody needs it there");
    assert_eq!(first.text().await.as_deref(), Some("words"));
    let _milo = second.sit(&keys[1], MILO).await.unwrap();
    assert_eq!(second.text().await.as_deref(), Some("words"), "and it comes again");
}

#[tokio::test(start_paused = true)]
async fn two_sides_of_a_cut_write_on_and_are_one_after_it() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let mut milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.types("before ").await;
    sleep(SECOND).await;
    cluster.bus.part(&[0]);
    anna.types("Anna's ").await;
    anna.deletes().await;
    milo.types("Milo's ").await;
    sleep(15 * SECOND).await;
    assert_ne!(first.digest().await, second.digest().await);
    cluster.bus.heal();
    sleep(35 * SECOND).await;
    assert_eq!(first.digest().await, second.digest().await);
    assert!(first.text().await.unwrap().contains("Milo's"));
}

#[tokio::test(start_paused = true)]
async fn a_lost_deletion_is_found_though_no_state_vector_tells_of_it() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let _milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.types("abc").await;
    sleep(SECOND).await;
    cluster.bus.set_faults(Faults { loss: 100, ..Faults::default() });
    anna.deletes().await;
    sleep(SECOND).await;
    cluster.bus.set_faults(Faults::default());
    assert_eq!(second.text().await.as_deref(), Some("abc"), "it was lost");
    sleep(35 * SECOND).await;
    assert_eq!(second.text().await.as_deref(), Some("bc"));
}

#[tokio::test(start_paused = true)]
async fn a_dead_engine_is_no_matter_to_who_types_and_all_is_made_up_for_when_it_is_back() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let _milo = second.sit(&keys[1], MILO).await.unwrap();
    cluster.bus.disconnect(0);
    cluster.bus.disconnect(1);
    let begun = tokio::time::Instant::now();
    for _ in 0..100 {
        anna.types("word ").await;
    }
    assert!(begun.elapsed() < Duration::from_millis(100), "nobody waits for it");
    cluster.bus.reconnect(0);
    cluster.bus.reconnect(1);
    sleep(5 * SECOND).await;
    assert_eq!(first.digest().await, second.digest().await);
    assert_eq!(second.text().await.unwrap().matches("word").count(), 100);
}

#[tokio::test(start_paused = true)]
async fn two_who_come_first_at_two_nodes_at_once_are_in_one_pad() {
    let cluster = Cluster::new(1, Faults::default(), 2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let pad = first.lobby.open(notes(), None).unwrap();
    let keys = keys(&first.lobby, &pad, &[(ANNA, Role::Host), (MILO, Role::Edit)]);
    // Nobody has heard of it yet: after a restart both open it by their keys.
    let (anna, milo) = (first.sit(&keys[0], ANNA).await, second.sit(&keys[1], MILO).await);
    let (mut anna, mut milo) = (anna.unwrap(), milo.unwrap());
    anna.types("Anna's ").await;
    milo.types("Milo's ").await;
    sleep(2 * SECOND).await;
    assert_eq!(first.digest().await, second.digest().await);
    let text = first.text().await.unwrap();
    assert!(text.contains("Anna's") && text.contains("Milo's"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_large_pad_comes_in_parts() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    for _ in 0..4 {
        anna.types(&"0123456789".repeat(60_000)).await;
    }
    sleep(SECOND).await;
    let _milo = second.sit(&keys[1], MILO).await.unwrap();
    assert_eq!(first.digest().await, second.digest().await);
    assert_eq!(second.text().await.unwrap().len(), 2_400_000);
}

#[tokio::test(start_paused = true)]
async fn who_has_moved_to_another_node_writes_on_at_once() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    anna.types("one ").await;
    anna.shows().await;
    sleep(SECOND).await;
    let mut anna = anna.move_to(second, (&keys[0], ANNA)).await.unwrap();
    anna.types("two").await;
    sleep(SECOND).await;
    assert_eq!(second.text().await.as_deref(), Some("one two"));
    assert_eq!(first.text().await.as_deref(), Some("one two"));
}

#[tokio::test(start_paused = true)]
async fn who_was_in_a_pad_that_is_begun_afresh_goes_over_at_every_node() {
    let (cluster, pad, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    let milo = second.sit(&keys[1], MILO).await.unwrap();
    anna.types("with its history").await;
    sleep(SECOND).await;
    let doc = Doc::with_client_id(5);
    doc.get_or_insert_text("t").push(&mut doc.transact_mut(), "afresh");
    let text = doc.transact().encode_state_as_update_v1(&StateVector::default()).into();
    let seen = first.replica().await.unwrap().vector;
    let anna_hosts = Pass { role: Role::Host, generation: 0, person: Some(ANNA) };
    let by = (anna_hosts, std::net::IpAddr::from([127, 0, 0, 1]).into());
    let fresh = Fresh { epoch: first.lobby.next_epoch(&pad), text, seen, by };
    let next = first.lobby.afresh(&pad, fresh).await.unwrap();
    sleep(SECOND).await;
    assert_eq!(milo.is_closed_with(), Some(CloseCode::Ended));
    second.lobby.summon(&notes()).await;
    let (there, pass, seen) = second.lobby.follower(&notes(), &keys[1]).unwrap();
    assert_eq!((there.epoch, pass.person), (next.epoch, Some(MILO)));
    assert!(seen.is_some());
    assert_eq!(second.text().await.as_deref(), Some("afresh"));
}

#[tokio::test(start_paused = true)]
async fn a_node_that_stops_leaves_its_pads_with_another() {
    let (cluster, _, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let mut anna = first.sit(&keys[0], ANNA).await.unwrap();
    anna.types("words").await;
    first.node.drain().await;
    cluster.kill(0).await;
    assert_eq!(second.text().await.as_deref(), Some("words"));
    let _anna = anna.move_to(second, (&keys[0], ANNA)).await.unwrap();
    assert_eq!(second.text().await.as_deref(), Some("words"), "and not twice");
}

#[tokio::test(start_paused = true)]
async fn frames_that_nobody_of_the_cluster_has_sealed_change_nothing_and_are_counted() {
    let (cluster, pad, keys) = opened(2).await;
    let [first, second] = &cluster.machines[..] else { unreachable!() };
    let _anna = first.sit(&keys[0], ANNA).await.unwrap();
    let _milo = second.sit(&keys[1], MILO).await.unwrap();
    let stranger: Engine = cluster.bus.node();
    let (own, subjects) = (Incarnation(9), Subjects::new(&SECRET, "test").unwrap());
    let forging = FrameSeal::new(b"guess", "test", own);
    let at = subjects.pad(&notes());
    let end = ClusterFrame {
        number: 1,
        epoch: pad.epoch,
        body: FrameBody::Command(Bytes::from_static(br#"{"end":{"within_ms":0,"by":null}}"#)),
    };
    stranger.publish(&at, forging.seal(at.as_str(), &end)).unwrap();
    stranger.publish(&at, Bytes::from_static(b"nonsense")).unwrap();
    sleep(SECOND).await;
    assert!(first.room().is_some() && second.room().is_some());
    assert_eq!(first.node.figures().counted(ClusterCount::FrameRejected), 2);
}
