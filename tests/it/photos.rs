//! A room full of phones photographs the board at the same moment: the real program, each phone from an address of its own.

use std::net::Ipv4Addr;
use std::time::Instant;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpSocket;
use tokio::task::JoinSet;

use crate::support::running::Running;

const PHONES: u8 = 30;
/// What a page makes of 12 megapixels is at most this large.
const SHRUNK: usize = 3 << 19;
/// The photo as the camera wrote it.
const RAW: usize = 5 << 20;
/// Of all files of a pad, as long as nobody says otherwise.
const QUOTA_KIB: u64 = 50 << 10;
/// What may be in memory beside them.
const BESIDE_KIB: u64 = 32 << 10;

/// The most that was in memory at once, without the pages of the program file: those of a debug build are several times larger.
fn peak_kib(running: &Running) -> u64 {
    let pid = running.child.as_ref().unwrap().id();
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let kib = |what: &str| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    };
    kib("VmHWM:") - kib("RssFile:")
}

/// A phone of the room: the port of the pad, its own key and its own address.
#[derive(Clone)]
struct Phone {
    port: u16,
    key: String,
    number: u8,
}

impl Phone {
    /// Sends a request, reads what comes; the status and the body.
    async fn asks(&self, head: String, body: &[u8]) -> (u16, Vec<u8>) {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((Ipv4Addr::new(127, 0, 1, self.number), 0).into()).unwrap();
        let at = (Ipv4Addr::LOCALHOST, self.port).into();
        let mut stream = socket.connect(at).await.unwrap();
        let head = format!(
            "{head} HTTP/1.1\r\nHost: localhost:{}\r\nAuthorization: Bearer {}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            self.key,
            body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        // Who is refused before all has come hears it all the same.
        let _ = stream.write_all(body).await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer");
        let status = String::from_utf8_lossy(&answer[9..12]).parse().unwrap();
        (status, answer.split_off(end + 4))
    }

    async fn sends(&self, bytes: usize) -> (u16, Value) {
        let mut photo = vec![self.number; bytes];
        photo[..3].copy_from_slice(b"\xff\xd8\xff");
        let head = "POST /api/v1/pads/notes/files?name=board.jpg".to_owned();
        let (status, body) = self.asks(head, &photo).await;
        (status, serde_json::from_slice(&body).unwrap())
    }

    /// Every picture as it was sent.
    async fn sees(&self, all: &[(u8, String)]) {
        for (number, url) in all {
            let (status, body) = self.asks(format!("GET {url}"), b"").await;
            assert_eq!((status, body.len()), (200, SHRUNK), "{url}");
            assert!(body[3..].iter().all(|byte| byte == number), "{url} is another's");
        }
    }
}

async fn room(running: &Running) -> Vec<Phone> {
    let port = u16::try_from(running.ready["port"].as_u64().unwrap()).unwrap();
    let mut phones = Vec::new();
    for number in 1..=PHONES {
        phones.push(Phone { port, key: running.own_key("edit_key").await, number });
    }
    phones
}

/// All at once; what each was answered.
async fn all_send(phones: &[Phone], bytes: usize) -> Vec<(u8, u16, Value)> {
    let mut sending = JoinSet::new();
    for phone in phones.iter().cloned() {
        sending.spawn(async move {
            let (status, told) = phone.sends(bytes).await;
            (phone.number, status, told)
        });
    }
    sending.join_all().await
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn thirty_phones_send_a_photo_at_once_and_all_see_all_in_the_memory_that_is_allowed() {
    let mut running = Running::start(&["notes"]).await;
    let mut typing = running.page("edit_key").await;
    let mut reading = running.page("edit_key").await;
    let phones = room(&running).await;
    let mut sending = JoinSet::new();
    sending.spawn({
        let phones = phones.clone();
        async move {
            let told = all_send(&phones, SHRUNK).await;
            let urls = told.iter().map(|(number, status, told)| {
                assert_eq!(*status, 201, "{told}");
                (*number, told["url"].as_str().unwrap().to_owned())
            });
            let urls: Vec<_> = urls.collect();
            let mut seeing = JoinSet::new();
            for phone in phones {
                let urls = urls.clone();
                seeing.spawn(async move { phone.sees(&urls).await });
            }
            seeing.join_all().await;
        }
    });
    let mut taken = Vec::new();
    while sending.try_join_next().map(Result::unwrap).is_none() {
        let (word, began) = (format!("word{} ", taken.len()), Instant::now());
        typing.type_(&word).await;
        while !reading.text().contains(&word) {
            reading.take_next().await;
        }
        taken.push(began.elapsed());
    }
    taken.sort();
    let p99 = taken[taken.len() * 99 / 100];
    let peak = peak_kib(&running);
    eprintln!("{} words, p99 {p99:?}; {} MiB at most", taken.len(), peak >> 10);
    assert!(peak <= QUOTA_KIB + BESIDE_KIB, "{peak} KiB");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn phones_that_send_more_than_a_pad_holds_are_told_so_and_take_no_more_memory() {
    let running = Running::start(&["notes"]).await;
    let phones = room(&running).await;
    let told = all_send(&phones, RAW).await;
    let (came, refused): (Vec<_>, Vec<_>) = told.iter().partition(|(_, status, _)| *status == 201);
    assert!(came.len() >= 5, "{} came", came.len());
    for (_, status, told) in &refused {
        assert!(matches!(status, 413 | 429 | 503 | 507), "{status}: {told}");
        assert!(told["detail"].as_str().unwrap().ends_with('.'), "a sentence: {told}");
    }
    let peak = peak_kib(&running);
    eprintln!("{} of {PHONES} came; {} MiB at most", came.len(), peak >> 10);
    assert!(peak <= QUOTA_KIB + BESIDE_KIB, "{peak} KiB");
}
