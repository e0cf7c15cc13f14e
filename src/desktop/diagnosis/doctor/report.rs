//! What the doctor says, for people and for programs.

use serde_json::json;

use super::{Check, Verdict, stops};
use crate::base::screen::Screen;
use crate::desktop::text::{paragraph, shown, wrap};

/// A column that holds the longest of what is looked at.
const COLUMN: usize = 11;

/// For people: a line for each check, what helps below it, and a last line that says it all.
#[must_use]
pub fn text(checks: &[Check], screen: &Screen) -> String {
    let mut rows = Vec::new();
    let hang = " ".repeat(COLUMN + 4);
    for Check { what, verdict, found, fix, .. } in checks {
        let sign = match verdict {
            Verdict::Fine => '✓',
            Verdict::Note => '!',
            Verdict::Stops => '✗',
        };
        rows.extend(wrap(found, (&format!("  {sign} {what:<COLUMN$}"), &hang), screen.columns));
        if let Some(fix) = fix {
            let first = format!("{hang}→ ");
            rows.extend(wrap(fix, (&first, &format!("{hang}  ")), screen.columns));
        }
    }
    let last = match stops(checks) {
        true => "Phones will not get in before that is mended.",
        false => "Nothing here keeps phones out.",
    };
    rows.push(String::new());
    rows.extend(paragraph(last, screen.columns));
    shown(&(rows.join("\n") + "\n"), screen)
}

/// For programs: one object.
#[must_use]
pub fn json(checks: &[Check]) -> String {
    format!("{}\n", json!({ "ok": !stops(checks), "checks": checks }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_what_helps_and_programs_whether_it_is_needed() {
        let check = Check {
            what: "firewall",
            verdict: Verdict::Stops,
            found: "ufw keeps port 7780 closed".into(),
            fix: Some("sudo ufw allow 7780/tcp".into()),
            command: None,
        };
        let narrow = Screen { columns: 40, ..Screen::PIPE };
        let wrapped = text(std::slice::from_ref(&check), &narrow);
        assert!(wrapped.lines().all(|row| row.chars().count() <= 40), "{wrapped}");
        let text = text(std::slice::from_ref(&check), &Screen::PIPE);
        assert!(text.contains("✗ firewall   ufw keeps port 7780 closed\n"), "{text}");
        assert!(text.contains("→ sudo ufw allow 7780/tcp\n"), "{text}");
        let json: serde_json::Value = serde_json::from_str(&json(&[check])).unwrap();
        assert_eq!(json["ok"], false);
        assert_eq!(json["checks"][0]["verdict"], "stops");
    }
}
