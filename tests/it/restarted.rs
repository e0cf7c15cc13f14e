//! What hosts have decided holds after a restart with the same secret file.

use std::path::Path;

use serde_json::{Value, json};

use crate::new_links::ask;
use crate::support::running::Running;

/// What a real server answers to who has this key: the status, and the JSON.
fn call(running: &Running, key: &str, head: &str, body: &str) -> (u16, Value) {
    let more =
        format!("Authorization: Bearer {key}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let answer = ask(&running.ready["port"].to_string(), head, &more);
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap_or_default())
}

async fn stop(mut running: Running) {
    running.signal("-TERM");
    assert_eq!(running.code().await, Some(0));
}

/// Ends it as a loss of power does: nothing of it runs on.
async fn kill(mut running: Running) {
    running.signal("-KILL");
    running.code().await;
}

#[tokio::test]
async fn a_loss_of_power_right_after_the_answer_takes_no_decision_back() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("restarted-killed");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let secret = folder.join("secret");
    let args = ["--secret-file", secret.to_str().unwrap()];
    let (get, patch) = ("GET /api/v1/pads/notes", "PATCH /api/v1/pads/notes");
    for round in 0..4 {
        let running = Running::start(&args).await;
        let host = running.ready["host_key"].as_str().unwrap().to_owned();
        let door = ["closed", "knock"][round % 2];
        let decided = json!({ "door": door, "pin": format!("471{round}") }).to_string();
        assert_eq!(call(&running, &host, patch, &decided).0, 200);
        kill(running).await;
        let running = Running::start(&args).await;
        let (_, seen) = call(&running, &host, get, "");
        assert_eq!((&seen["door"], &seen["pin"]), (&json!(door), &json!(true)), "{round}: {seen}");
        let edit = running.ready["edit_key"].as_str().unwrap().to_owned();
        let links = call(&running, &host, "POST /api/v1/pads/notes/links", r#"{"role":"edit"}"#);
        assert_eq!(links.0, 201, "{}", links.1);
        kill(running).await;
        let running = Running::start(&args).await;
        let (status, told) = call(&running, &edit, get, "");
        assert_eq!((status, &told["reason"]), (401, &json!("new_links")), "{round}: {told}");
        kill(running).await;
    }
}

#[tokio::test]
async fn what_hosts_have_decided_holds_after_a_restart_and_keys_taken_back_stay_dead() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("restarted");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let secret = folder.join("secret");
    let args = ["--secret-file", secret.to_str().unwrap()];
    let notes = "PATCH /api/v1/pads/notes";

    let before = Running::start(&args).await;
    let old = before.ready["host_key"].as_str().unwrap().to_owned();
    let out = before.own_key("edit_key").await;
    let reads = before.own_key("edit_key").await;
    let who = |key: &str| {
        let more = format!("Authorization: Bearer {key}\r\nContent-Length: 0\r\n\r\n");
        let answer = ask(&before.ready["port"].to_string(), "POST /api/v1/pads/notes/key", &more);
        let told: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
        told["person"].as_str().unwrap().to_owned()
    };
    let (out_person, reads_person) = (who(&out), who(&reads));
    assert_eq!(call(&before, &old, notes, r#"{"door":"knock","pin":"4711"}"#).0, 200);
    let person = |of: &str| format!("/api/v1/pads/notes/people/{of}");
    assert_eq!(call(&before, &old, &format!("DELETE {}", person(&out_person)), "").0, 200);
    let view = format!("PATCH {}", person(&reads_person));
    assert_eq!(call(&before, &old, &view, r#"{"role":"view"}"#).0, 200);
    let renewed = call(&before, &old, "POST /api/v1/pads/notes/links", r#"{"role":"host"}"#);
    let new = renewed.1["host_key"].as_str().unwrap().to_owned();
    stop(before).await;

    let after = Running::start(&args).await;
    let given = after.ready["host_key"].as_str().unwrap();
    // Behind its role, generation and life stands when it ends, which begins anew.
    assert_eq!(given[..16], new[..16], "the links of now are given out");
    let get = "GET /api/v1/pads/notes";
    let (status, told) = call(&after, &old, get, "");
    assert_eq!((status, &told["reason"]), (401, &json!("new_links")));
    let (status, told) = call(&after, &out, get, "");
    assert_eq!((status, &told["reason"]), (403, &json!("shown_out")));
    assert_eq!(call(&after, &reads, get, "").1["role"], "view");
    let (_, seen) = call(&after, &new, get, "");
    assert_eq!((&seen["door"], &seen["pin"]), (&json!("knock"), &json!(true)));
    let file = std::fs::read_to_string(folder.join("secret.decided")).unwrap();
    assert!(!file.contains("127.0.0.1"), "no addresses: {file}");
    assert_eq!(call(&after, &new, "DELETE /api/v1/pads/notes", r#"{"in_s":0}"#).0, 200);
    stop(after).await;

    let last = Running::start(&args).await;
    let open = "POST /api/v1/pads";
    assert_eq!(call(&last, &old, open, r#"{"name":"stolen"}"#).0, 403, "also when it is over");
    assert_eq!(call(&last, &new, open, r#"{"name":"mine"}"#).0, 201);
    stop(last).await;
}
