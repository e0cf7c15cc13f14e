//! What a pad weighs.

use std::{
    net::TcpStream,
    rc::Rc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use fadepad_wire::sync;
use yrs::{
    Doc, ReadTxn, StateVector, Text, Transact, XmlElementPrelim, XmlFragment, XmlTextPrelim,
};

use super::idle::{AFTER_LEAVING, EACH, GROWN, LEFT, at_rest, mebibytes};
use crate::{
    client::{Client, join_many},
    door::Door,
    measure::{Bar, Bench, Found, Measure},
    process::pause,
    servers::{FADEPAD, Peer, Server},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "pads",
    title: "pads with 10.8 kB of text",
    how: "Each pad gets its text from one guest, who stays. In the end as many guests come to one of the \
          pads, so that a socket's share can be told apart: a pad's figure is without its socket. Memory is \
          read when nobody has done anything for 15 s. Then all leave. Fadepad keeps the pads for the grace \
          and has them still; it alone gets a figure of pads that nobody is in. The same text again in \
          100 paragraphs, as an editor of rich text keeps it, is 300 structs.",
    run,
};

/// How many pads there are each time that memory is read.
const STEPS: &[usize] = &[250, 500, 1_000, 1_500, 2_000];
/// Servers forget what nobody has asked for only after a while.
const QUIET: Duration = Duration::from_secs(15);
/// A server at which this takes longer is not filled any further.
const LONGEST: Duration = Duration::from_secs(90);
/// A pad's text.
const PARAGRAPHS: usize = 100;
const LETTERS: usize = 108;

/// The other kind of content, as its cases are called.
const IN_PARAGRAPHS: &str = " of 100 paragraphs";

/// What the plots call it.
pub(crate) const WITHOUT: &str = "KiB each without its sockets";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let steps = bench.pick(STEPS, &STEPS[..1]);
    let (text, page) = (text(), page());
    bench.each_with_documents(1, found, |peer, found| {
        weigh(peer, &Filling { steps, content: &text, kind: "" }, found)?;
        let steps = &steps[..1];
        weigh(peer, &Filling { steps, content: &page, kind: IN_PARAGRAPHS }, found)
    })?;
    found.bar("1000 pads", WITHOUT, Bar::AtMost(24.0));
    found.bar(LEFT, EACH, Bar::AtMost(24.0));
    Ok(())
}

/// What pads are filled with.
struct Filling<'a> {
    /// How many pads there are each time that memory is read.
    steps: &'a [usize],
    /// The text of each, as an update.
    content: &'a [u8],
    /// What its cases are called by, behind the number.
    kind: &'static str,
}

/// Fills pads, empties them of people, and says what was held.
fn weigh(peer: &Peer, filling: &Filling<'_>, found: &mut Found) -> Result<()> {
    let Filling { steps, content, kind } = *filling;
    let server = (peer.start)()?;
    let start_of = fill(&server, 0, content)?;
    let start = at_rest(&server)?;
    let began = Instant::now();
    let mut held = vec![start_of];
    let mut grown = Vec::new();
    for &count in steps {
        while held.len() <= count && began.elapsed() < LONGEST {
            held.push(fill(&server, held.len(), content)?);
        }
        if held.len() <= count {
            found.note(format!("{}: {} pads took 90 s.", peer.name, held.len()));
            break;
        }
        pause(QUIET);
        grown.push((count, at_rest(&server)?.saturating_sub(start)));
    }
    let (second, socket) = more_guests(&server, &held)?;
    for (count, grown) in grown {
        let (case, each) = (format!("{count} pads{kind}"), grown as f64 / count as f64);
        found.add(&case, WITHOUT, peer, (each - socket) / 1024.0);
        found.add(&case, GROWN, peer, mebibytes(grown));
    }
    let pads = held.len();
    drop((held, second));
    pause(AFTER_LEAVING);
    let left = at_rest(&server)?.saturating_sub(start);
    let case = format!("{LEFT}{kind}");
    found.add(&case, GROWN, peer, mebibytes(left));
    if peer.name == FADEPAD.name {
        found.add(&case, EACH, peer, left as f64 / pads as f64 / 1024.0);
    }
    Ok(())
}

/// Opens a pad and brings a text; the guest stays.
fn fill(server: &Server, room: usize, page: &[u8]) -> Result<(Rc<Door>, TcpStream)> {
    let door = server.door(room)?;
    let (mut guest, _) = Client::join(&door)?;
    guest.send(&sync::update(page))?;
    ensure!(guest.state()?.len() >= page.len() / 2, "the text was not taken");
    Ok((door, guest.into_parts().0))
}

/// Lets as many guests into the first pad as there are pads; also what one weighs, in bytes.
fn more_guests(server: &Server, pads: &[(Rc<Door>, TcpStream)]) -> Result<(Vec<TcpStream>, f64)> {
    let before = at_rest(server)?;
    let (door, _) = pads.first().context("there is no pad")?;
    let guests = join_many(door, pads.len())?;
    let guests: Vec<_> = guests.into_iter().map(|guest| guest.into_parts().0).collect();
    pause(QUIET);
    let grown = at_rest(server)?.saturating_sub(before);
    Ok((guests, grown as f64 / pads.len() as f64))
}

/// The text as one paste into one text.
fn text() -> Vec<u8> {
    let doc = Doc::new();
    let text = doc.get_or_insert_text("text");
    let mut transaction = doc.transact_mut();
    (0..PARAGRAPHS).for_each(|n| text.push(&mut transaction, &letters(n)));
    transaction.encode_state_as_update_v1(&StateVector::default())
}

/// The letters of a paragraph.
fn letters(n: usize) -> String {
    (0..LETTERS).map(|i| char::from(b'a' + ((n + i) % 26) as u8)).collect()
}

/// The text as editors of rich text keep it: a paragraph is an element that holds a text.
fn page() -> Vec<u8> {
    let doc = Doc::new();
    let fragment = doc.get_or_insert_xml_fragment("document-store");
    let mut transaction = doc.transact_mut();
    for n in 0..PARAGRAPHS {
        let paragraph = XmlElementPrelim::empty("paragraph");
        let paragraph = fragment.insert(&mut transaction, n as u32, paragraph);
        paragraph.insert(&mut transaction, 0, XmlTextPrelim::new(letters(n)));
    }
    transaction.encode_state_as_update_v1(&StateVector::default())
}
