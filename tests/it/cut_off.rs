//! What goes out of a pad stops where it may go out no longer: in the midst of a file, not seconds later.

use fadepad::base::ids::{Person, Role};
use fadepad::base::limits::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::files::{bring, show};
use crate::support::{PATIENCE, Plan, TestServer};

/// Times that a picture of a MiB is shown: far more than what systems take from us before anybody reads it.
const SHOWN: usize = 36;

/// Reads the beginning of what is at this path, does something, and reads on. Bytes in all, and those that were said.
async fn read_in_the_midst_of(
    server: &TestServer,
    (path, key): (&str, &str),
    then: impl AsyncFnOnce(),
) -> (usize, usize) {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\r\n",
        server.address
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut begun = vec![0; 4 << 10];
    stream.read_exact(&mut begun).await.unwrap();
    let head = String::from_utf8_lossy(&begun).to_ascii_lowercase();
    let said = head.split_once("content-length: ").unwrap().1;
    let said = said.split_once("\r\n").unwrap().0.parse().unwrap();
    then().await;
    let mut rest = Vec::new();
    let read = timeout(PATIENCE, stream.read_to_end(&mut rest)).await;
    let _ = read.expect("the connection ends");
    (begun.len() + rest.len(), said)
}

#[tokio::test]
async fn what_is_going_out_stops_with_the_pad_and_with_who_reads_it() {
    for path in ["/api/v1/pads/notes/export?as=html", "/p/notes.html", "/f/ID"] {
        for way in ["end", "shown out"] {
            let limits = Limits { file: 32 << 20, files: 64 << 20, ..Limits::default() };
            let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
            let (edit, host) = (server.key(Role::Edit), server.key(Role::Host));
            let size = if path == "/f/ID" { 20 << 20 } else { 1 << 20 };
            let large = [b"\x89PNG\r\n\x1a\n", &*vec![7; size]].concat();
            let (status, told) = bring(&server, &edit, ("a.png", "image/png", &large)).await;
            assert_eq!(status, 201, "{told}");
            let url = told["url"].as_str().unwrap();
            let mut ann = server.page(Role::Edit).await;
            ann.sync().await;
            show(&mut ann, &vec![("image", url, "a.png", ""); SHOWN]).await;
            let key = server.own_key(Role::View, 7);
            let path = path.replace("/f/ID", url);
            let then = async || {
                let person = format!("pads/notes/people/{}", Person(7));
                let (status, told) = match way {
                    "end" => server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await,
                    _ => server.api("DELETE", &person, &host, "").await,
                };
                assert_eq!(status, 200, "{told}");
            };
            let (read, said) = read_in_the_midst_of(&server, (&path, &key), then).await;
            // Whoever knows a file's address reads it, whoever they are.
            let all = path == url && way == "shown out";
            assert_eq!(read >= said, all, "{path}, {way}: {read} of {said}");
            assert!(all || read < said * 3 / 4, "{path}, {way}: {read} of {said}");
        }
    }
}
