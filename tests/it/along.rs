//! What a program brings in with its pictures: a zip, a page, a capsule. The files that its text shows are files of the pad then,
//! by the limits of every file; what stays out is told, with words in its place.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use fadepad::base::ids::Role;
use fadepad::base::limits::{Limits, SWEEP, UNMENTIONED};
use fadepad::render::{FileAddresses, zipped};
use serde_json::{Value, json};

use crate::appended::{export, import};
use crate::files::{bring, pass, show};
use crate::support::{Plan, TestServer};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand then what is shown";
const PDF: &[u8] = b"%PDF-1.7 plan";

/// A pad with a picture, twice, a document, and words; and its kept files: (form, kind, bytes).
pub(crate) async fn kept() -> (TestServer, Vec<(&'static str, &'static str, Vec<u8>)>) {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let (_, picture) = bring(&server, &key, ("Tafel%201.png", "image/png", PNG)).await;
    let (_, plan) = bring(&server, &key, ("plan.pdf", "", PDF)).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let about = format!("{}#b=Milo&w=4&h=3", picture["url"].as_str().unwrap());
    let shown = [
        ("image", &*about, "Tafel 1.png", "What we drew"),
        ("file", plan["url"].as_str().unwrap(), "plan.pdf", ""),
        ("image", &*about, "Tafel 1.png", ""),
    ];
    show(&mut ann, &shown).await;
    let mut kept = Vec::new();
    for (form, kind) in
        [("zip", "application/zip"), ("html", "text/html"), ("capsule", "text/html")]
    {
        let (status, head, bytes) = export(&server, &key, form).await;
        assert_eq!(status, 200, "{head}");
        kept.push((form, kind, bytes));
    }
    (server, kept)
}

/// The files that a pad shows: (kind of block, name, caption, bytes).
async fn shown(server: &TestServer) -> Vec<(String, String, String, Vec<u8>)> {
    let (_, _, json) = export(server, &server.key(Role::View), "json").await;
    let json: Value = serde_json::from_slice(&json).unwrap();
    let mut shown = Vec::new();
    for block in json["blocks"].as_array().unwrap() {
        let props = &block["props"];
        let of = |name: &str| props[name].as_str().unwrap_or_default().to_owned();
        let url = of("url");
        let Some(path) = url.strip_prefix("/f/") else { continue };
        let id = path.split('#').next().unwrap().parse().unwrap();
        let file = server.pad.room.files().get(id);
        let bytes = file.unwrap_or_else(|| panic!("{url} is here")).bytes.to_vec();
        shown.push((block["type"].as_str().unwrap().to_owned(), of("name"), of("caption"), bytes));
    }
    shown
}

#[tokio::test]
async fn in_markdown_each_picture_and_file_is_found_by_its_whole_address_and_none_that_never_came()
{
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let (_, picture) = bring(&server, &key, ("board.png", "image/png", PNG)).await;
    let (_, plan) = bring(&server, &key, ("plan.pdf", "", PDF)).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let [picture, plan] = [&picture, &plan].map(|file| file["url"].as_str().unwrap());
    let about = format!("{picture}#b=Bright+Beaver&t=17&w=4&h=3");
    let shown = [
        ("image", &*about, "board.png", ""),
        ("image", "#up=238", "late.png", ""),
        ("file", plan, "plan.pdf", ""),
    ];
    show(&mut ann, &shown).await;
    let base = server.state.places.now().base.clone();
    let (_, _, text) = export(&server, &key, "md").await;
    let text = String::from_utf8(text).unwrap();
    let is = format!("![board.png]({base}{picture})\n\n[plan.pdf]({base}{plan})\n");
    assert!(base.starts_with("http") && text.ends_with(&is), "{text}");
    assert!(!text.contains("late.png") && !text.contains('#'), "{text}");
}

#[tokio::test]
async fn a_kept_pad_comes_in_again_with_its_pictures_and_each_lies_there_once() {
    let (_first, kept) = kept().await;
    for (form, kind, bytes) in kept {
        let server = TestServer::new().await;
        let (status, told) = import(&server, &server.key(Role::Edit), kind, &bytes).await;
        assert_eq!(status, 200, "{form}: {told}");
        // A page has pictures in it, and of other files their names; the zip has all.
        let with_file = form == "zip";
        let files = if with_file { 2 } else { 1 };
        assert_eq!((&told["files"], &told["left_out"]), (&json!(files), &json!([])), "{form}");
        let picture = |caption: &str| {
            ("image".to_owned(), "Tafel 1.png".to_owned(), caption.to_owned(), PNG.to_vec())
        };
        let mut wanted = vec![picture("What we drew"), picture("")];
        if with_file {
            let plan = ("file".to_owned(), "plan.pdf".to_owned(), String::new(), PDF.to_vec());
            wanted.insert(1, plan);
        }
        if form == "capsule" {
            // Its document names the file of another pad, which no page carries.
            let (_, _, json) = export(&server, &server.key(Role::View), "json").await;
            assert!(String::from_utf8(json).unwrap().contains("plan.pdf"));
            assert_eq!(server.pad.room.files().totals(), (1, PNG.len()));
            continue;
        }
        assert_eq!(shown(&server).await, wanted, "{form}");
        let all = if with_file { PNG.len() + PDF.len() } else { PNG.len() };
        assert_eq!(server.pad.room.files().totals(), (files, all), "{form}");
    }
}

#[tokio::test]
async fn a_capsule_that_comes_back_into_its_own_pad_brings_no_picture_twice() {
    let (server, kept) = kept().await;
    let (_, kind, capsule) = &kept[2];
    let before = server.pad.room.files().totals();
    let (status, told) = import(&server, &server.key(Role::Edit), kind, capsule).await;
    assert_eq!((status, &told["files"]), (200, &json!(0)), "{told}");
    assert_eq!(server.pad.room.files().totals(), before);
    assert_eq!(shown(&server).await.len(), 6, "they are shown twice");
}

#[tokio::test]
async fn a_picture_without_a_place_is_told_of_and_its_words_stand_there() {
    let (_first, kept) = kept().await;
    for (form, kind, bytes) in &kept[..2] {
        let limits = Limits { file: PNG.len() - 1, ..Limits::default() };
        let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
        let (status, told) = import(&server, &server.key(Role::Edit), kind, bytes).await;
        assert_eq!(status, 200, "{told}");
        let [left] = &told["left_out"].as_array().unwrap()[..] else { panic!("{told}") };
        assert_eq!(left["name"], "Tafel 1.png", "{form}");
        assert!(left["why"].as_str().unwrap().starts_with("A file may have "), "{left}");
        let (_, _, text) = export(&server, &server.key(Role::View), "txt").await;
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("What we drew\n") && text.contains("Tafel 1.png\n"), "{text}");
        let files = if *form == "zip" { (1, PDF.len()) } else { (0, 0) };
        assert_eq!(server.pad.room.files().totals(), files, "{form}");
    }
}

#[tokio::test]
async fn where_the_text_does_not_come_in_its_files_are_gone_after_a_minute() {
    let (_first, kept) = kept().await;
    let (_, kind, zip) = &kept[0];
    let doc = fadepad_store::DocLimits { bytes: 300, ..Limits::default().doc };
    let limits = Limits { doc, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let (status, told) = import(&server, &server.key(Role::Edit), kind, zip).await;
    assert_eq!(status, 413, "{told}");
    tokio::time::pause();
    pass(&server.pad, UNMENTIONED + SWEEP).await;
    assert_eq!(server.pad.room.files().totals(), (0, 0));
}

/// A page's picture in base64, another one for each number.
fn picture(number: usize) -> String {
    BASE64_STANDARD.encode([PNG, &number.to_be_bytes()].concat())
}

#[tokio::test]
async fn the_pictures_of_a_text_stay_whose_beginning_alone_the_pad_has_taken() {
    let img = format!("<img alt=\"board.png\" src=\"data:image/png;base64,{}\">", picture(1));
    let page = img + &"<p>a</p>".repeat(4_000);
    // As a document its lines are many times as long.
    let doc = fadepad_store::DocLimits { bytes: 200_000, ..Limits::default().doc };
    let limits = Limits { doc, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let key = server.key(Role::Edit);
    let (status, told) = import(&server, &key, "text/html", page.as_bytes()).await;
    assert_eq!(status, 413, "{told}");
    tokio::time::pause();
    pass(&server.pad, UNMENTIONED + SWEEP).await;
    tokio::time::resume();
    let shown = shown(&server).await;
    assert_eq!(shown.len(), 1, "{shown:?}");
}

#[tokio::test]
async fn a_drawing_and_the_pictures_behind_the_last_are_told_of_and_their_words_stand_there() {
    let most = 2_000;
    let drawing = "<p>a</p><img alt=\"Plan\" src=\"data:image/svg+xml,%3Csvg/%3E\"><p>b</p>";
    let faces = "<p>c <img alt=\"\u{1f600}\" src=\"data:image/svg+xml;base64,PHN2Zy8+\"> d</p>";
    let img =
        |n: usize| format!("<img alt=\"{n}.png\" src=\"data:image/png;base64,{}\">", picture(n));
    let pictures: String = (1..most + 3).map(img).collect();
    let page = [drawing, faces, &pictures].concat();
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let (status, told) = import(&server, &key, "text/html", page.as_bytes()).await;
    assert_eq!((status, &told["files"]), (200, &json!(most)), "{told}");
    let mut left: Vec<_> = told["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|left| {
            let of = |name: &str| left[name].as_str().unwrap();
            (of("name"), of("why").split([',', ':']).next().unwrap())
        })
        .collect();
    left.sort_unstable();
    let (no_place, no_kind) =
        ("A page brings 2000 pictures", "A picture of this kind is not shown in a pad");
    assert_eq!(left, [("2001.png", no_place), ("2002.png", no_place), ("Plan", no_kind)]);
    let (_, _, text) = export(&server, &server.key(Role::View), "txt").await;
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("a\nPlan\nb\nc \u{1f600} d\n"), "{}", &text[..100]);
    assert!(text.trim_end().ends_with("2001.png\n2002.png"), "{}", &text[text.len() - 100..]);
}

#[tokio::test]
async fn what_is_no_zip_of_a_text_is_refused_with_the_way_out() {
    let (server, kept) = kept().await;
    let key = server.key(Role::Edit);
    let (_, _, zip) = &kept[0];
    let named = |name: &str| {
        zipped((name, &Bytes::from_static(b"words")), &[], &FileAddresses::new()).to_vec()
    };
    let (no_text, office) = (named("notes.no"), named("[Content_Types].xml"));
    for (body, status, says) in [
        (&b"PK\x03\x04 and nothing"[..], 422, "damaged"),
        (&zip[..zip.len() / 2], 422, "damaged"),
        (&no_text, 422, "no Markdown in this zip"),
        (&office, 415, "read by the page"),
    ] {
        let (got, told) = import(&server, &key, "application/zip", body).await;
        assert_eq!(got, status, "{told}");
        assert!(told["detail"].as_str().unwrap().contains(says), "{told}");
    }
    let (status, _) = import(&server, &server.key(Role::View), "application/zip", zip).await;
    assert_eq!(status, 403);
}
