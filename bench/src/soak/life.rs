//! One pad: three guests of three kinds come, write and read, and go.

use std::{collections::VecDeque, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use fadepad_client::{Encoding, Entrance, Guest, Protocol, Received};
use fadepad_lib0::{put_buffer, put_uint};
use serde_json::Value;
use tokio::{net::TcpStream, time::timeout};

use super::MARKER;
use crate::{http, servers::fadepad::Instance, typing};

/// How long a guest waits for what another has written: a server that was stopped for seconds comes back.
const PATIENCE: Duration = Duration::from_secs(30);
/// What each writes each time, once as a paste and then by keys.
const KEYS: u64 = 20;
const LINES: usize = 40;

/// How a pad ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// All leave, and the grace is over.
    Left,
    /// The host ends it with people in it.
    Host,
}

/// A pad and its guests: a page, a y-websocket client and a Phoenix channel.
pub(super) struct Life {
    name: String,
    key: String,
    host_key: String,
    authority: String,
    nth: u64,
    guests: VecDeque<Guest<TcpStream>>,
    written: u64,
    pub(super) ending: Ending,
}

impl Life {
    /// Opens the n-th pad. Every third is ended by its host.
    pub(super) fn open(server: &Instance, nth: u64) -> Result<Self> {
        let name = format!("{{\"name\":\"soak-{nth}\"}}");
        let host_key = server.text("host_key")?.to_owned();
        let answer = http::post(server.address, "/api/v1/pads", &host_key, &name)?;
        let pad: Value = serde_json::from_str(&answer).with_context(|| answer.clone())?;
        let text = |key: &str| pad[key].as_str().map(str::to_owned).with_context(|| answer.clone());
        Ok(Self {
            name: text("pad")?,
            key: text("edit_key")?,
            host_key: text("host_key")?,
            authority: server.address.to_string(),
            nth,
            guests: VecDeque::new(),
            written: 0,
            ending: if nth.is_multiple_of(3) { Ending::Host } else { Ending::Left },
        })
    }

    /// All three come, and the first writes what the others read.
    pub(super) async fn enter(mut self) -> Result<Self> {
        let doors =
            [Protocol::Page { epoch: None }, Protocol::Yjs, Protocol::Phoenix(Encoding::Binary)];
        for protocol in doors {
            let (authority, pad) = (self.authority.clone(), self.name.clone());
            let entrance = Entrance { authority, pad, key: self.key.clone(), protocol };
            let mut guest = Guest::connect(&entrance).await?;
            guest.whole().await?;
            self.guests.push_back(guest);
        }
        let words = format!("{MARKER}{} ", self.nth).repeat(LINES);
        self.say(paste(typing::client(0), &words), words.as_bytes()).await?;
        Ok(self)
    }

    /// The others write, too, and are read.
    pub(super) async fn go_on(mut self) -> Result<Self> {
        for _ in 0..2 {
            self.guests.rotate_left(1);
            self.written += 1;
            let client = typing::client(self.written as usize);
            for clock in 0..KEYS {
                self.first()?.update(&typing::key(client, clock)).await?;
            }
            let words = format!("{MARKER}{}-{} ", self.nth, self.written);
            self.say(paste(client + 1000, &words), words.as_bytes()).await?;
        }
        Ok(self)
    }

    /// The first says goodbye, and of the others the connections break. Of an ended pad all hear the end.
    pub(super) async fn leave(mut self) -> Result<Self> {
        if self.ending == Ending::Host {
            for guest in &mut self.guests {
                timeout(PATIENCE, closed(guest)).await.context("nobody told it of the end")??;
            }
        } else if let Some(guest) = self.guests.pop_front() {
            guest.leave().await?;
        }
        self.guests.clear();
        Ok(self)
    }

    /// The host ends it.
    pub(super) fn end(&self, server: &Instance) -> Result<()> {
        let path = format!("/api/v1/pads/{}", self.name);
        let receipt = http::ask(server.address, ("DELETE", &path), &self.host_key, "{\"in_s\":0}")?;
        ensure!(receipt.contains("\"why\":\"host\""), "no receipt: {receipt}");
        Ok(())
    }

    fn first(&mut self) -> Result<&mut Guest<TcpStream>> {
        self.guests.front_mut().context("it has guests")
    }

    /// The first guest writes, and the others read these words.
    async fn say(&mut self, update: Vec<u8>, words: &[u8]) -> Result<()> {
        self.first()?.update(&update).await?;
        for guest in self.guests.iter_mut().skip(1) {
            timeout(PATIENCE, heard(guest, words))
                .await
                .context("nobody heard what was written")??;
        }
        Ok(())
    }
}

async fn heard(guest: &mut Guest<TcpStream>, words: &[u8]) -> Result<()> {
    let has = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    loop {
        match guest.next().await? {
            Received::Update(update) | Received::Step2(update) if has(&update) => return Ok(()),
            Received::Closed(close) => bail!("closed with {} {}", close.code, close.reason),
            _ => {}
        }
    }
}

/// Reads to the end, however it is said.
async fn closed(guest: &mut Guest<TcpStream>) -> Result<()> {
    while let Ok(heard) = guest.next().await {
        if matches!(heard, Received::Closed(_)) {
            break;
        }
    }
    Ok(())
}

/// A client's first words at the start of the text, as a Yjs v1 update.
fn paste(client: u64, words: &str) -> Vec<u8> {
    /// `ContentString` without an origin, in a root.
    const FIRST: u8 = 0x04;
    let mut update = vec![1, 1];
    put_uint(&mut update, client);
    update.extend_from_slice(&[0, FIRST, 1]);
    put_buffer(&mut update, b"text");
    put_buffer(&mut update, words.as_bytes());
    update.push(0);
    update
}
