//! Lives, a day in a moment.

use super::*;

const GRACE: Duration = Duration::from_secs(900);
const CALL: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);
const MOMENT: Duration = Duration::from_nanos(1);

fn times(last_call: Duration) -> LifeTimes {
    LifeTimes { grace: GRACE, lifetime: DAY, last_call }
}

fn life() -> (Life, Instant) {
    let now = Instant::now();
    (Life::new(now, times(CALL)), now)
}

#[test]
fn nobody_yet_is_not_everyone_gone() {
    let (mut life, start) = life();
    life.tick(start + 10 * GRACE);
    assert_eq!(life.phase(), Phase::Waiting);
}

#[test]
fn it_fades_when_the_last_has_left_and_comes_back_with_the_next() {
    let (mut life, start) = life();
    assert!(life.arrive(start));
    life.all_left(start);
    assert_eq!(life.ends_in(start), Some(GRACE));
    assert!(life.arrive(start + GRACE - MOMENT));
    assert_eq!(life.phase(), Phase::Alive);
    life.tick(start + 2 * GRACE);
    assert_eq!(life.phase(), Phase::Alive);
}

#[test]
fn a_join_in_the_instant_of_the_end_loses_whole() {
    let (mut life, start) = life();
    life.arrive(start);
    life.all_left(start);
    assert!(!life.arrive(start + GRACE));
    assert_eq!(life.phase(), Phase::Ended(EndCause::Faded));
    assert!(!life.arrive(start + GRACE + MOMENT));
}

#[test]
fn the_hard_end_comes_while_people_are_here_and_is_announced() {
    let (mut life, start) = life();
    life.arrive(start);
    assert_eq!(life.ends_in(start), None);
    let warn = life.deadline().unwrap();
    assert!(!life.tick(warn - MOMENT));
    assert!(life.tick(warn));
    assert_eq!(life.ends_in(warn), Some(LAST_MINUTES));
    assert!(!life.tick(warn + MOMENT), "once");
    assert_eq!(life.deadline(), Some(start + DAY - CALL));
    assert!(life.tick(start + DAY - CALL));
    assert_eq!(life.deadline(), Some(start + DAY));
    assert!(life.tick(start + DAY));
    assert_eq!(life.phase(), Phase::Ended(EndCause::MaxLifetime));
}

#[test]
fn the_host_chooses_the_end_and_it_comes_whoever_is_there() {
    let (mut life, start) = life();
    life.arrive(start);
    life.keep(Retention::For(2 * GRACE), start);
    assert_eq!(life.ends_in(start), Some(2 * GRACE));
    life.all_left(start);
    life.tick(start + GRACE);
    assert_eq!(life.phase().name(), "fading", "it is kept for the time that was chosen");
    assert!(life.arrive(start + GRACE));
    life.tick(start + 2 * GRACE);
    assert_eq!(life.phase(), Phase::Ended(EndCause::Announced));
}

#[test]
fn kept_pads_live_without_people_up_to_the_hard_end() {
    let (mut life, start) = life();
    life.arrive(start);
    life.all_left(start);
    life.keep(Retention::Always, start);
    life.tick(start + 20 * GRACE);
    assert_eq!(life.phase().name(), "fading");
    life.keep(Retention::Grace(GRACE), start + 20 * GRACE);
    life.tick(start + 21 * GRACE);
    assert_eq!(life.phase(), Phase::Ended(EndCause::Faded));
    let (mut long, start) = self::life();
    long.keep(Retention::For(9 * DAY), start);
    long.tick(start + DAY);
    assert_eq!(long.phase(), Phase::Ended(EndCause::MaxLifetime));
}

const HOST: By = By::Host(None);
const ONE: Answers = Answers { answered: 1, of: 1, excused: 0 };

fn alive() -> (Life, Instant) {
    let (mut life, start) = life();
    life.arrive(start);
    (life, start)
}

#[test]
fn an_end_that_finds_people_waits_for_them_and_one_that_finds_nobody_does_not() {
    let (mut life, start) = alive();
    life.end(HOST, None, start);
    assert_eq!(life.deadline(), Some(start + CALL));
    assert_eq!(life.phase(), Phase::Alive);
    life.tick(start + CALL);
    assert_eq!(life.phase(), Phase::Ended(EndCause::Host));
    let (mut nobody, start) = self::life();
    nobody.end(HOST, None, start);
    assert_eq!(nobody.phase(), Phase::Ended(EndCause::Host));
    let (mut now, start) = alive();
    now.end(HOST, Some(Duration::ZERO), start);
    assert_eq!(now.phase(), Phase::Ended(EndCause::Host), "the host says at once");
}

#[test]
fn who_is_told_that_the_program_stops_is_told_the_same_after_the_end() {
    let (mut life, start) = alive();
    life.end_within(CALL, start);
    assert_eq!(life.call().map(|call| call.by().word()), Some("stop"));
    life.tick(start + CALL);
    assert_eq!(life.phase(), Phase::Ended(EndCause::Stopped));
    assert_eq!(EndCause::Stopped.name(), "stop");
}

#[test]
fn whatever_brings_a_called_end_about_it_has_the_reason_it_was_called_with() {
    type Call = fn(&mut Life, Instant);
    let calls: [(Call, EndCause); 3] = [
        (|life, now| life.end(HOST, None, now), EndCause::Host),
        (|life, now| life.end_within(2 * CALL, now), EndCause::Stopped),
        (|life, now| life.keep(Retention::For(CALL), now), EndCause::Announced),
    ];
    let ways: [Call; 5] = [
        |life, now| assert!(life.tick(now + 3 * CALL)),
        |life, _| life.leave(),
        |life, now| {
            life.count(ONE, now);
            life.tick(now + CALL);
        },
        // A decision about its time, and a grace that is over before the call is.
        |life, now| {
            life.keep(Retention::For(CALL / 4), now);
            life.tick(now + CALL / 4);
        },
        |life, now| {
            life.keep(Retention::Grace(MOMENT), now);
            life.all_left(now);
            life.tick(now + MOMENT);
        },
    ];
    for (call, cause) in calls {
        for (i, way) in ways.into_iter().enumerate() {
            let (mut life, start) = alive();
            call(&mut life, start);
            way(&mut life, start);
            // A time that is decided anew, or that nobody waits for, calls nobody any more.
            let replaced = cause == EndCause::Announced && i == 4;
            let cause = if replaced { EndCause::Faded } else { cause };
            assert_eq!(life.phase(), Phase::Ended(cause), "way {i}");
        }
    }
    let (mut uncalled, _) = alive();
    uncalled.leave();
    assert_eq!(uncalled.phase(), Phase::Ended(EndCause::Stopped));
}

#[test]
fn it_ends_sooner_when_all_have_answered() {
    let (mut life, start) = alive();
    life.end(HOST, None, start);
    assert!(life.count(ONE, start));
    assert!(life.deadline().unwrap() < start + CALL / 4);
}

#[test]
fn the_host_lets_it_live_and_an_end_once_more_begins_a_new_call() {
    let (mut life, start) = alive();
    life.end(HOST, None, start);
    assert!(life.stay(start) && !life.stay(start));
    life.tick(start + CALL);
    assert_eq!(life.phase(), Phase::Alive);
    life.end(HOST, Some(CALL / 2), start + CALL);
    life.end(HOST, None, start + CALL);
    assert_eq!(life.call().unwrap().left(start + CALL), CALL / 2, "one that runs goes on");
}

#[test]
fn an_announced_end_calls_before_its_time_and_the_host_may_still_put_it_off() {
    let (mut life, start) = alive();
    life.keep(Retention::For(2 * GRACE), start);
    let from = start + 2 * GRACE - CALL;
    life.tick(from - MOMENT);
    assert!(life.call().is_none());
    assert!(life.tick(from), "people hear of it");
    assert_eq!(life.call().unwrap().by(), &By::Time(EndCause::Announced));
    assert!(life.stay(from));
    life.tick(from + CALL);
    assert_eq!((life.phase(), life.fades()), (Phase::Alive, true));
}

#[test]
fn a_minute_that_is_asked_for_moves_an_announced_end_but_not_the_hard_one() {
    let (mut life, start) = alive();
    life.keep(Retention::For(CALL), start);
    assert!(life.extend());
    life.tick(start + CALL);
    assert_eq!(life.phase(), Phase::Alive);
    life.tick(start + 2 * CALL);
    assert_eq!(life.phase(), Phase::Ended(EndCause::Announced));
    let (mut hard, start) = alive();
    hard.tick(start + DAY - CALL);
    assert!(!hard.extend() && !hard.stay(start + DAY - CALL));
}

#[test]
fn a_time_that_nobody_waits_for_calls_nobody() {
    let (mut life, start) = alive();
    life.keep(Retention::For(GRACE), start);
    life.tick(start + GRACE - CALL);
    life.all_left(start + GRACE - CALL);
    assert!(life.call().is_none());
    let late = start + GRACE - CALL / 2;
    assert!(life.arrive(late));
    assert_eq!(life.call().unwrap().left(late), CALL / 2, "who comes late is offered the rest");
}

#[test]
fn a_program_that_is_stopped_waits_within_its_limit_and_for_no_host() {
    let limit = Duration::from_secs(80);
    let (mut life, start) = alive();
    life.end_within(limit, start);
    assert_eq!(life.call().unwrap().left(start), CALL);
    assert!(!life.extend(), "another minute would be too late");
    assert!(!life.stay(start));
    let (mut asked, start) = alive();
    asked.end(HOST, Some(10 * CALL), start);
    asked.end_within(limit, start + CALL);
    assert_eq!(asked.call().unwrap().left(start + CALL), limit);
    let (mut short, start) = (Life::new(start, times(CALL / 4)), start);
    short.arrive(start);
    short.end_within(limit, start);
    assert!(short.extend() && !short.extend(), "one whole minute fits");
}

#[test]
fn without_a_last_call_an_end_comes_at_once() {
    let start = Instant::now();
    let mut life = Life::new(start, times(Duration::ZERO));
    life.arrive(start);
    life.tick(start + DAY - MOMENT);
    assert!(life.call().is_none());
    life.end(HOST, None, start);
    assert_eq!(life.phase(), Phase::Ended(EndCause::Host));
}

#[test]
fn who_comes_back_to_an_end_that_was_set_gets_no_minutes_anew() {
    let (mut life, start) = alive();
    life.keep(Retention::For(CALL), start);
    assert!(life.extend() && life.extend() && !life.extend());
    life.all_left(start);
    life.arrive(start);
    let late = start + 2 * CALL;
    life.tick(late);
    assert_eq!(life.call().map(LastCall::more), Some(0));
    assert!(!life.extend());
}

#[test]
fn a_pad_that_all_have_left_in_its_last_call_tells_the_end_of_that_call() {
    let (mut life, start) = alive();
    life.end(HOST, None, start);
    life.all_left(start);
    life.count(Answers::default(), start);
    assert!(life.ends_in(start).unwrap() < CALL, "{:?}", life.ends_in(start));
}
