//! The engine of the tests, tested: it is as bad as it is told, no worse, and the same again for the same seed.

use std::time::Duration;

use bytes::Bytes;
use tokio::time::{Instant, advance, timeout};

use super::{Faults, MemoryBus};
use crate::cluster::engine::{Delivery, Engine, MAX_FRAME, NoAnswer, Subscription, Unsent};
use crate::cluster::subject::Subject;

const SECOND: Duration = Duration::from_secs(1);

fn subject(text: &str) -> Subject {
    text.parse().unwrap()
}

fn word(number: u32) -> Bytes {
    Bytes::copy_from_slice(&number.to_be_bytes())
}

fn number(delivery: &Delivery) -> u32 {
    u32::from_be_bytes(delivery.bytes.as_ref().try_into().unwrap())
}

/// All that comes until nothing comes for a second.
async fn all(subscription: &mut Subscription) -> Vec<u32> {
    let mut numbers = Vec::new();
    while let Ok(Some(delivery)) = timeout(SECOND, subscription.next()).await {
        numbers.push(number(&delivery));
    }
    numbers
}

fn say(engine: &Engine, numbers: std::ops::Range<u32>) {
    numbers.for_each(|number| engine.publish(&subject("a.b"), word(number)).unwrap());
}

async fn hear(engine: &Engine) -> Subscription {
    engine.subscribe(&subject("a.b")).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn all_who_listen_hear_a_frame_once_in_its_order_and_its_sender_does_not() {
    let bus = MemoryBus::new(1, Faults::default());
    let (a, b, c) = (bus.node(), bus.node(), bus.node());
    let (mut own, mut at_b, mut at_c) = (hear(&a).await, hear(&b).await, hear(&c).await);
    let mut elsewhere = b.subscribe(&subject("a.c")).await.unwrap();
    say(&a, 0..100);
    assert_eq!(all(&mut at_b).await, (0..100).collect::<Vec<_>>());
    assert_eq!(all(&mut at_c).await, (0..100).collect::<Vec<_>>());
    assert_eq!((all(&mut own).await, all(&mut elsewhere).await), (vec![], vec![]));
    drop(at_b);
    say(&a, 0..1);
    assert_eq!(all(&mut hear(&b).await).await, [0; 0], "what was said before it listened");
}

#[tokio::test(start_paused = true)]
async fn frames_are_lost_doubled_and_late_as_told_and_again_so_for_the_same_seed() {
    let faults = Faults {
        loss: 10,
        duplication: 10,
        delay: Duration::from_millis(5)..Duration::from_millis(50),
        reordering: true,
        ..Faults::default()
    };
    let run = async |seed: u64, faults: &Faults| {
        let bus = MemoryBus::new(seed, faults.clone());
        let (a, b) = (bus.node(), bus.node());
        let (mut heard, begin) = (hear(&b).await, Instant::now());
        say(&a, 0..1000);
        let first = heard.next().await.map(|delivery| number(&delivery));
        let took = begin.elapsed();
        assert!((4..51).contains(&took.as_millis()), "{took:?}");
        let mut came: Vec<u32> = first.into_iter().collect();
        came.extend(all(&mut heard).await);
        came
    };
    let came = run(7, &faults).await;
    assert_eq!(came, run(7, &faults).await);
    assert_ne!(came, run(8, &faults).await);
    let mut kinds = came.clone();
    kinds.sort_unstable();
    kinds.dedup();
    assert!((850..950).contains(&kinds.len()), "{} of 1000 came", kinds.len());
    assert!((50..150).contains(&(came.len() - kinds.len())), "{} twice", came.len() - kinds.len());
    assert!(!came.is_sorted());
    let in_order = run(7, &Faults { reordering: false, loss: 0, ..faults }).await;
    assert!(in_order.is_sorted(), "{in_order:?}");
}

#[tokio::test(start_paused = true)]
async fn a_question_is_answered_by_another_or_known_at_once_to_be_nobodys() {
    let bus = MemoryBus::new(1, Faults::default());
    let (a, b) = (bus.node(), bus.node());
    let mut own = hear(&a).await;
    let begin = Instant::now();
    let nobody = a.request(&subject("a.b"), word(1), SECOND).await;
    assert_eq!((nobody, begin.elapsed()), (Err(NoAnswer::NoResponders), Duration::ZERO));
    let mut heard = hear(&b).await;
    let answer = async {
        let asked = heard.next().await.unwrap();
        assert_eq!(number(&asked), 1);
        b.publish(&asked.reply_to.unwrap(), word(2)).unwrap();
    };
    let there = subject("a.b");
    let (asked, ()) = tokio::join!(a.request(&there, word(1), SECOND), answer);
    assert_eq!(asked, Ok(word(2)));
    let silent = a.request(&subject("a.b"), word(1), SECOND).await;
    assert_eq!((silent, begin.elapsed()), (Err(NoAnswer::TimedOut), SECOND));
    assert_eq!(all(&mut own).await, [0; 0]);
}

#[tokio::test(start_paused = true)]
async fn parted_nodes_hear_their_own_side_and_nobody_is_told() {
    let bus = MemoryBus::new(1, Faults::default());
    let (a, b, c) = (bus.node(), bus.node(), bus.node());
    let (mut at_b, mut at_c, before) = (hear(&b).await, hear(&c).await, *a.state().borrow());
    bus.part(&[0, 1]);
    say(&a, 0..1);
    assert_eq!((all(&mut at_b).await, all(&mut at_c).await), (vec![0], vec![]));
    let cut = c.request(&subject("a.b"), word(1), SECOND).await;
    assert_eq!((cut, *a.state().borrow()), (Err(NoAnswer::NoResponders), before));
    bus.heal();
    say(&a, 1..2);
    assert_eq!((all(&mut at_b).await, all(&mut at_c).await), (vec![1], vec![1]));
}

#[tokio::test(start_paused = true)]
async fn a_node_without_engine_sends_and_hears_nothing_and_knows_both() {
    let faults = Faults { delay: SECOND..SECOND, ..Faults::default() };
    let bus = MemoryBus::new(1, faults);
    let (a, b) = (bus.node(), bus.node());
    let (mut at_b, mut state) = (hear(&b).await, b.state());
    say(&a, 0..1);
    advance(SECOND / 2).await;
    bus.disconnect(1);
    say(&a, 1..2);
    assert!(!state.borrow_and_update().connected);
    assert_eq!(b.publish(&subject("a.b"), word(1)), Err(Unsent::Down));
    let asked = b.request(&subject("a.b"), word(1), SECOND).await;
    assert_eq!(asked, Err(NoAnswer::Unsent(Unsent::Down)));
    bus.reconnect(1);
    assert!(state.has_changed().unwrap());
    assert_eq!((state.borrow().connected, state.borrow().connections), (true, 2));
    say(&a, 2..3);
    advance(SECOND).await;
    assert_eq!(all(&mut at_b).await, [2]);
}

#[tokio::test(start_paused = true)]
async fn who_takes_too_slowly_loses_the_newest_and_is_told() {
    let bus = MemoryBus::new(1, Faults { capacity: 3, ..Faults::default() });
    let (a, b) = (bus.node(), bus.node());
    let mut at_b = hear(&b).await;
    say(&a, 0..5);
    assert_eq!((b.state().borrow().overruns, a.state().borrow().overruns), (2, 0));
    assert_eq!(all(&mut at_b).await, [0, 1, 2]);
    let large = Bytes::from(vec![0; MAX_FRAME + 1]);
    assert_eq!(a.publish(&subject("a.b"), large), Err(Unsent::TooLarge(MAX_FRAME + 1)));
}

#[tokio::test(start_paused = true)]
async fn those_frames_are_lost_that_a_test_names() {
    let bus = MemoryBus::new(1, Faults::default());
    let (a, b) = (bus.node(), bus.node());
    let mut at_b = hear(&b).await;
    bus.lose_where(|_, bytes| bytes.ends_with(&[1]));
    say(&a, 0..3);
    assert_eq!(all(&mut at_b).await, [0, 2]);
    bus.set_faults(Faults { loss: 100, ..Faults::default() });
    say(&a, 3..4);
    assert_eq!(all(&mut at_b).await, [0; 0]);
}
