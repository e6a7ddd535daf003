//! Limits of values that their types cannot say. Each is a rule of `validate` or of `load`, as far
//! as a schema can have it.

use crate::format::VERSION;
use crate::format::edition::Area;
use crate::format::evaluation::MOST_OF_SUMMARY;

/// What a value has to keep.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    /// It is this number.
    Only(u32),
    /// It is one of these numbers.
    Range(u16, u16),
    /// It looks so.
    Pattern(&'static str),
    /// It has at most so many characters, and one at least.
    Most(usize),
    /// It is not empty.
    Filled,
    /// Its keys look so.
    Keys(&'static str),
}

const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const CODE: &str = "^[0-9]{4}$";
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const AREA: &str = "^[1-9][0-9]*$";
const SUB_AREA: &str = "^[1-9][0-9]*\\.[1-9][0-9]*$";
const MISSING: &str = "^(total|areas|sub-areas|[1-9][0-9]*(\\.[1-9][0-9]*)?)$";
const SCORE: &str = "^(total|[1-9][0-9]*(\\.[1-9][0-9]*)?)$";
const AS_OF: &str = "^[0-9]{4}(-[0-9]{2})?$";
const WEB: &str = "^https?://";

/// Limits by the kind of the file and the keys that lead to the value.
const LIMITS: &[(&str, Limit)] = &[
    ("accessibility-format", Limit::Only(VERSION)),
    ("accessibility-actor", Limit::Filled),
    ("accessibility-service", Limit::Filled),
    ("accessibility-assessed", Limit::Pattern(DAY)),
    ("accessibility-updated", Limit::Pattern(DAY)),
    ("accessibility-method", Limit::Filled),
    ("accessibility-supervision-url", Limit::Pattern(WEB)),
    ("changes-format", Limit::Only(VERSION)),
    ("changes-changes-date", Limit::Pattern(DAY)),
    ("changes-changes-value", Limit::Pattern(SCORE)),
    ("edition-format", Limit::Only(VERSION)),
    ("edition-areas-number", Limit::Range(1, 255)),
    ("edition-areas-short-name", Limit::Most(Area::SHORT)),
    ("edition-areas-slug", Limit::Pattern(SLUG)),
    ("edition-areas-maximum", Limit::Range(1, u16::MAX)),
    ("edition-areas-sub-areas-number", Limit::Pattern(SUB_AREA)),
    ("edition-areas-sub-areas-maximum", Limit::Range(1, 255)),
    ("evaluation-format", Limit::Only(VERSION)),
    ("evaluation-publish-at", Limit::Pattern(DAY)),
    ("evaluation-withdrawn", Limit::Filled),
    ("evaluation-code", Limit::Pattern(CODE)),
    ("evaluation-year", Limit::Range(1998, 2100)),
    ("evaluation-month", Limit::Range(1, 12)),
    ("evaluation-cover-date", Limit::Pattern(DAY)),
    ("evaluation-ordinal", Limit::Range(1, 20)),
    ("evaluation-earlier", Limit::Range(1998, 2100)),
    ("evaluation-narratives", Limit::Pattern("^(summary|area-[1-9][0-9]*)$")),
    ("evaluation-texts-licence-url", Limit::Pattern(WEB)),
    ("evaluation-updated", Limit::Pattern(DAY)),
    ("evaluation-source-url", Limit::Pattern(WEB)),
    ("evaluation-scores-areas", Limit::Keys(AREA)),
    ("evaluation-scores-boxes", Limit::Keys(AREA)),
    ("evaluation-scores-points", Limit::Keys(SUB_AREA)),
    ("evaluation-scores-percent", Limit::Keys(SUB_AREA)),
    ("evaluation-missing", Limit::Keys(MISSING)),
    ("evaluation-examples-id", Limit::Pattern(SLUG)),
    ("evaluation-examples-sub-area", Limit::Pattern(SUB_AREA)),
    ("evaluation-examples-summary", Limit::Most(MOST_OF_SUMMARY)),
    ("evaluation-referrals-id", Limit::Pattern(SLUG)),
    ("evaluation-referrals-sub-area", Limit::Pattern(SUB_AREA)),
    ("evaluation-referrals-summary", Limit::Most(MOST_OF_SUMMARY)),
    ("municipality-code", Limit::Pattern(CODE)),
    ("municipality-slug", Limit::Pattern(SLUG)),
    ("references-format", Limit::Only(VERSION)),
    ("references-means-as-of", Limit::Pattern(AS_OF)),
    ("references-means-areas", Limit::Keys(AREA)),
    ("references-means-source-url", Limit::Pattern(WEB)),
    ("site-format", Limit::Only(VERSION)),
    ("site-updated", Limit::Pattern(DAY)),
    ("site-base-address", Limit::Pattern(WEB)),
    ("site-publisher-url", Limit::Pattern(WEB)),
    ("site-review", Limit::Pattern(DAY)),
    ("site-data-licence-url", Limit::Pattern(WEB)),
    ("synonyms-format", Limit::Only(VERSION)),
    ("theme-format", Limit::Only(VERSION)),
];

/// The printed figures of files, which are empty where they are still to be filled in.
const FIGURES: [&str; 7] = [
    "evaluation-scores-total",
    "evaluation-scores-areas",
    "evaluation-scores-boxes",
    "evaluation-scores-points",
    "evaluation-scores-percent",
    "references-means-total",
    "references-means-areas",
];

/// How a figure is printed: digits, with a space between thousands, and decimals behind a comma or
/// a point.
const FIGURE: &str = "^\\s*([0-9\u{a0}\u{202f}]+([.,][0-9]{1,4})?\\s*)?$";

/// The limit of the value at `path`.
pub(super) fn limit(path: &[&str]) -> Option<Limit> {
    let name = path.join("-");
    LIMITS.iter().find(|(other, _)| *other == name).map(|(_, limit)| *limit)
}

/// How the figures at `path` look, if there are any.
pub(super) fn figures(path: &[&str]) -> Option<&'static str> {
    let name = path.join("-");
    FIGURES.contains(&name.as_str()).then_some(FIGURE)
}

/// The names of everything that has a limit.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    LIMITS.iter().map(|(name, _)| *name).chain(FIGURES)
}
