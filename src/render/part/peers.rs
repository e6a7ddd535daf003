//! Who is compared with whom, in words.

use serde::Serialize;

use crate::language;
use crate::model::{Peers, SizeClass};

/// Among whom; the text is `peers-<id>`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PeersView {
    /// Last part of the text's name.
    pub id: &'static str,
    /// What the county, group or size is called; empty for all others.
    pub name: String,
}

/// The view of those that `peers` are.
pub(crate) fn peers(peers: Peers<'_>) -> PeersView {
    let (id, name) = match peers {
        Peers::All => ("all", String::new()),
        Peers::County(county) => ("county", county.name.clone()),
        Peers::Group(group) => ("group", group.name.clone()),
        Peers::Size(class) => ("size", size(class)),
        Peers::FirstTime => ("first", String::new()),
    };
    PeersView { id, name }
}

/// `15 000–29 999`, or `200 000` for the class without an end.
fn size(class: SizeClass) -> String {
    let fewest = language::format_count(class.fewest().into());
    match class.most() {
        Some(most) => format!("{fewest}–{}", language::format_count(most.into())),
        None => fewest,
    }
}
