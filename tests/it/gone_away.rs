//! Who brings a file and goes away in the midst of it: what is still made of it holds its turn, and its memory, until that ends.

use std::sync::mpsc;

use fadepad::base::ids::Role;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::task::{spawn_blocking, yield_now};

use crate::support::TestServer;

const PAGE: usize = 200 << 10;

/// One thread for work that waits, which is busy until this is told.
fn busy() -> mpsc::SyncSender<()> {
    let (free, wait) = mpsc::sync_channel::<()>(1);
    drop(spawn_blocking(move || wait.recv()));
    free
}

async fn in_the_midst_of_bringing() {
    let server = TestServer::new().await;
    let (readers, budget) = (server.pad.room.readers(), server.state.lobby.budget().clone());
    let before = budget.used().0;
    let free = busy();
    let page = format!("<p>{}</p>", "words ".repeat(PAGE / 6));
    let request = format!(
        "POST /api/v1/pads/notes/import HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\
         Content-Type: text/html\r\nContent-Length: {}\r\n\r\n{page}",
        server.address,
        server.key(Role::Edit),
        page.len()
    );
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    while readers.available_permits() == 1 {
        yield_now().await;
    }
    drop(stream);
    // Each is a connection of its own: all that has come of the other one was seen before the last of them.
    for _ in 0..20 {
        let head = format!(
            "GET /healthz HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            server.address
        );
        assert!(server.http(&head).await.contains(" 200 "));
    }
    assert_eq!(readers.available_permits(), 0, "another would be made beside it");
    assert!(budget.used().0 >= before + page.len(), "{:?}", budget.used());
    free.send(()).unwrap();
    while readers.available_permits() == 0 || budget.used().0 > before {
        yield_now().await;
    }
}

#[test]
fn what_is_made_for_who_has_gone_counts_until_it_is_made() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().max_blocking_threads(1).build().unwrap();
    runtime.block_on(in_the_midst_of_bringing());
}
