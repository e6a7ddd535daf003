//! Good examples and referrals of one evaluation, each with its anchor.

use serde::Serialize;

use super::subject::Subject;
use super::value::Link;
use crate::model::{Place, Referral};
use crate::route::{Anchor, Route};

/// What a report holds up as worth learning from, the two kinds apart.
#[derive(Debug, Serialize)]
pub(crate) struct Passages {
    examples: Vec<ExampleView>,
    referrals: Vec<ReferralView>,
}

/// A good example or referral, in its place.
#[derive(Debug, Serialize)]
pub(crate) struct ExampleView {
    id: String,
    topic: String,
    /// What there is to learn, in a sentence or two.
    summary: Option<String>,
    place: String,
    area: String,
    sub_area: Option<String>,
    /// Whether nobody has confirmed it yet: only a preview shows it.
    proposed: bool,
}

/// A municipality that the report names as one to learn from.
#[derive(Debug, Serialize)]
pub(crate) struct ReferralView {
    #[serde(flatten)]
    example: ExampleView,
    to: Link,
}

/// The good examples and referrals of an evaluation.
pub(crate) fn passages(subject: &Subject<'_>) -> Passages {
    let evaluation = subject.entry.evaluation;
    Passages {
        examples: evaluation.examples.iter().map(|it| example(subject, &it.place)).collect(),
        referrals: evaluation.referrals.iter().filter_map(|it| referral(subject, it)).collect(),
    }
}

fn example(subject: &Subject<'_>, place: &Place) -> ExampleView {
    let area = subject.entry.edition.area(place.area);
    let sub_area = place.sub_area.and_then(|number| subject.entry.edition.sub_area(number));
    ExampleView {
        id: Anchor::Example(place.id.clone()).id(),
        topic: place.topic.clone(),
        summary: place.summary.clone(),
        place: place.passage.clone(),
        area: area.map(|area| format!("{} {}", area.number, area.name)).unwrap_or_default(),
        sub_area: sub_area.map(|sub_area| format!("{} {}", sub_area.number, sub_area.name)),
        proposed: place.is_proposed,
    }
}

fn referral(subject: &Subject<'_>, referral: &Referral) -> Option<ReferralView> {
    let to = subject.renderer.materials.portal.municipalities.get(&referral.to)?;
    let href = subject.renderer.href(&Route::Municipality(to.slug.clone()));
    let to = Link { name: to.official_name.clone(), href };
    Some(ReferralView { example: example(subject, &referral.place), to })
}
