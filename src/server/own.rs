//! Who somebody is: the key of a link, which many have, becomes a key of one's own.

use std::sync::Arc;

use serde::Deserialize;

use super::coming::{ComingGuest, come};
use super::request::{Answer, ApiRequest, LookRequest, read, refusal};
use super::{ServerState, afresh};
use crate::base::clock::now;
use crate::base::names::PadName;
use crate::room::core::knocks::Way;
use crate::room::core::pass::{Barred, Pass};
use crate::room::lobby::{Denied, Entrant, Pad};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exchange {
    /// A key of one's own to the same life, in whatever role: one stays who one is.
    #[serde(rename = "as")]
    before: Option<String>,
    /// What a pad begins with that is made by this.
    seed: Option<Seed>,
    /// How one appears to the host, where one has to knock.
    name: Option<String>,
    color: Option<String>,
    /// Who was shown out wants to knock.
    #[serde(default)]
    knock: bool,
}

/// What a pad begins with, where that is not the empty paragraph of our page.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Seed {
    None,
}

/// `POST /api/v1/pads/NAME/key`: the key of a link becomes one's own. With that of the instance the pad
/// is made where it is not there. Where nobody new comes in without a host's word, one knocks by it.
pub(super) async fn exchange(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let body = &asked.body;
    let said: Exchange = if body.is_empty() { Exchange::default() } else { read(body)? };
    if let Some(followed) = afresh::follow(&server, &name, &asked) {
        return followed;
    }
    let key = asked.bearer();
    let before: Vec<&str> = [key].into_iter().chain(said.before.as_deref()).collect();
    let (pad, pass) = match by_best_of_shown_out(&server, &name, &before) {
        Some(known) => known?,
        None => {
            let may_open = || server.guard.may_open(asked.peer.from.ip(), now()).is_ok();
            let seeded = !matches!(said.seed, Some(Seed::None));
            // At the door they are next.
            let who = Entrant { key, from: None, seeded, may_open: Some(&may_open) };
            let entered = server.lobby.enter(&name, who);
            let entered = entered.map_err(|denied| refusal(&server, (&name, key), denied))?;
            (entered.pad, entered.pass)
        }
    };
    let look = LookRequest { name: said.name, color: said.color };
    let (way, knocks) = (Way::Link, said.knock);
    let guest = ComingGuest { pad: &pad, pass, way, before, pin: None, knocks, look };
    come(&server, guest, &asked).await
}

/// Where these keys are of somebody who was shown out: the pad, and what the best of them says that is no old one. By it they knock.
fn by_best_of_shown_out(
    server: &ServerState,
    name: &PadName,
    keys: &[&str],
) -> Option<Result<(Pad, Pass), Denied>> {
    let pad = server.lobby.get(name)?;
    let (own, Err(Barred::ShownOut)) = server.lobby.own_pass(&pad, keys.iter().copied())? else {
        return None;
    };
    // Theirs, or the new link that they have.
    let shown = keys.first().and_then(|key| server.lobby.pass(name, key));
    let known = [Some(own), shown].into_iter().flatten();
    let best = known.filter(|pass| pad.access.is_current(*pass)).max_by_key(|pass| pass.role);
    Some(best.map(|pass| (pad, pass)).ok_or(Denied::Barred(Barred::Revoked)))
}
