//! The topics of good examples that the search field suggests (S1).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::derive::Insights;
use crate::language;
use crate::model::{Lesson, LessonKind};
use crate::route::{Anchor, Route};

/// Every topic of a good example or referral once, as rows of JSON: a page, then
/// topics and ids of what is on it, and who is referred to.
/// `["lund/2011/#exempel-",["Öppna data","data"],["E-tjänster","e","nacka"]]` leads to
/// `kommuner/lund/2011/#exempel-data`, and to Lund's referral to Nacka. A topic that
/// there is several times is that of an own example rather than of a referral, and
/// the latest.
pub fn topics(insights: &Insights<'_>) -> Vec<u8> {
    let mut lessons: Vec<_> = insights.lessons.iter().collect();
    lessons.sort_by_key(|lesson| (lesson.kind, Reverse(lesson.entry.evaluation.key.year)));
    let mut met = BTreeSet::new();
    lessons.retain(|lesson| met.insert(language::fold(&lesson.place.topic)));
    let mut rows = BTreeMap::<_, Vec<Value>>::new();
    for lesson in lessons {
        let mut topic = vec![lesson.place.topic.as_str(), &lesson.place.id];
        topic.extend((lesson.kind == LessonKind::Referral).then_some(lesson.from.slug.0.as_str()));
        rows.entry(page(lesson)).or_default().push(json!(topic));
    }
    let rows = rows.into_iter().map(|(page, topics)| [vec![json!(page)], topics].concat());
    json!(rows.collect::<Vec<_>>()).to_string().into_bytes()
}

/// Where the examples of a lesson's evaluation are, below the list of municipalities
/// and but for their ids.
fn page(lesson: &Lesson<'_>) -> String {
    let address = Route::of(lesson.entry).at(Anchor::Example(String::new())).address();
    let above = Route::Municipalities.address();
    address.strip_prefix(&above).unwrap_or(&address).to_owned()
}
