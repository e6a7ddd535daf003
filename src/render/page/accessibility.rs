//! The accessibility statement.

use serde::Serialize;

use crate::model::{LegalGround, Shortcoming, Statement, Status};
use crate::render::part::frame::{Day, Frame, contact, frame};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route, StatementPart};

/// What the accessibility statement shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    actor: String,
    service: String,
    /// Last part of the name of the text on how far the law is met.
    status: &'static str,
    measures: Vec<Measure>,
    /// What does not work for everybody, by what the law says of it; no group is empty.
    groups: Vec<Group>,
    contact: Link,
    how: String,
    response: String,
    supervision: Link,
    method: String,
    assessed: Day,
    updated: Day,
    /// Ids of the parts, in their order.
    ids: Vec<String>,
}

/// Something that is meant to work.
#[derive(Debug, Serialize)]
pub(crate) struct Measure {
    name: String,
    text: String,
}

/// What the law says the same of.
#[derive(Debug, Serialize)]
pub(crate) struct Group {
    /// Last part of the name of its heading.
    id: &'static str,
    items: Vec<Item>,
}

/// Something that does not work for everybody.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    what: String,
    why: String,
}

/// The view of the statement.
pub(crate) fn view(renderer: &Renderer<'_>, statement: &Statement) -> View {
    let measure = |(name, text): &(String, String)| Measure { name: name.clone(), text: text.clone() };
    let Statement { authority, complaint, .. } = statement.clone();
    View {
        frame: frame(renderer, &Route::Accessibility, Vec::new()),
        actor: statement.actor.clone(),
        service: statement.service.clone(),
        status: match statement.status {
            Status::Fully => "fully",
            Status::Partly => "partly",
            Status::Not => "not",
        },
        measures: statement.measures.iter().map(measure).collect(),
        groups: groups(&statement.shortcomings),
        contact: contact(&statement.contact),
        how: statement.how.clone(),
        response: statement.response.clone(),
        supervision: Link { name: authority, href: complaint },
        method: statement.method.clone(),
        assessed: Day::new(statement.assessed),
        updated: Day::new(statement.updated),
        ids: StatementPart::ALL.map(|part| Anchor::Statement(part).id()).into(),
    }
}

fn groups(shortcomings: &[Shortcoming]) -> Vec<Group> {
    let grounds = [
        (LegalGround::Requirements, "requirements"),
        (LegalGround::Burden, "burden"),
        (LegalGround::OutsideLaw, "outside"),
    ];
    let group = |(ground, id)| {
        let items = shortcomings.iter().filter(|it| it.ground == ground);
        let items = items.map(|it| Item { what: it.what.clone(), why: it.why.clone() });
        Group { id, items: items.collect() }
    };
    grounds.map(group).into_iter().filter(|group| !group.items.is_empty()).collect()
}
