//! Every page and file of the site, and its address. The only place that
//! spells an address or an anchor.

use std::collections::BTreeSet;

use crate::model::{
    AreaNumber, AreaResult, BaseAddress, EditionId, Evaluation, Facet, Group, LessonKind, PassageKind,
    Portal, Slug, SubAreaNumber, Year,
};

/// Stem of the page on method, which is followed by the editions' tables.
pub const METHOD: &str = "metod";

/// A page or file of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The home page.
    Home,
    /// All municipalities.
    Municipalities,
    /// One municipality.
    Municipality(Slug),
    /// One evaluation, for good.
    Evaluation(Slug, Year),
    /// All areas.
    Areas,
    /// One area of the current edition.
    Area(Slug),
    /// The comparison tables.
    Comparison,
    /// All good examples and referrals.
    Examples,
    /// Those of one kind, area, municipality, county or year.
    ExamplesBy(Facet),
    /// Full-text search.
    Search,
    /// Corrections of published values.
    Changes,
    /// A text of `content/pages/` by its stem.
    Text(String),
    /// What a server shows when there is nothing.
    NotFound,
    /// Addresses for search engines.
    Sitemap,
    /// Rules for crawlers.
    Robots,
    /// A file of the theme, under its fingerprinted name.
    Asset(String),
    /// The original report of an evaluation, by its name.
    Report(Slug, Year, String),
    /// An evaluation as JSON.
    EvaluationData(Slug, Year),
    /// All results of an edition as CSV.
    EditionData(EditionId),
    /// All good examples and referrals as CSV.
    ExampleData,
    /// A file of the search index, by its path in it.
    SearchIndex(String),
    /// The municipalities that a search suggests.
    Suggestions,
    /// What tells browsers how to search here.
    SearchDescription,
}

impl Route {
    /// The address below the base path, without a slash in front.
    pub fn address(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Municipalities => "kommuner/".to_owned(),
            Self::Municipality(slug) => format!("kommuner/{slug}/"),
            Self::Evaluation(slug, year) => format!("kommuner/{slug}/{year}/"),
            Self::Areas => "omraden/".to_owned(),
            Self::Area(slug) => format!("omraden/{slug}/"),
            Self::Comparison => "jamfor/".to_owned(),
            Self::Examples => "goda-exempel/".to_owned(),
            Self::ExamplesBy(facet) => {
                let (name, value) = facet_parts(facet);
                format!("goda-exempel/{name}/{value}/")
            }
            Self::Search => "sok/".to_owned(),
            Self::Changes => "om/andringar/".to_owned(),
            Self::Text(stem) => format!("{stem}/"),
            Self::NotFound => "404.html".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Asset(name) => format!("assets/{name}"),
            Self::Report(slug, year, name) => format!("kommuner/{slug}/{year}/{name}"),
            Self::EvaluationData(slug, year) => format!("kommuner/{slug}/{year}/utvardering.json"),
            Self::EditionData(id) => format!("data/kommunkompassen-{id}.csv"),
            Self::ExampleData => "data/goda-exempel.csv".to_owned(),
            Self::SearchIndex(path) => format!("sok/index/{path}"),
            Self::Suggestions => "sok/kommuner.json".to_owned(),
            Self::SearchDescription => "sok/opensearch.xml".to_owned(),
        }
    }

    /// The municipality that the page is about.
    pub fn municipality(&self) -> Option<&Slug> {
        match self {
            Self::Municipality(slug) | Self::Evaluation(slug, _) => Some(slug),
            _ => None,
        }
    }

    /// The path of its file in the tree.
    pub fn file(&self) -> String {
        let mut address = self.address();
        if address.is_empty() || address.ends_with('/') {
            address.push_str("index.html");
        }
        address
    }

    /// The address on its own server, such as `/kommunkompassen/om/`.
    pub fn href(&self, base: &BaseAddress) -> String {
        format!("{}{}", base.path, self.address())
    }

    /// The absolute address, for canonical links and citations.
    pub fn url(&self, base: &BaseAddress) -> String {
        format!("{}{}", base.origin, self.href(base))
    }
}

/// A facet's name and value, as they stand in addresses.
pub fn facet_parts(facet: &Facet) -> (&'static str, String) {
    match facet {
        Facet::Kind(LessonKind::Own) => ("typ", "egna".to_owned()),
        Facet::Kind(LessonKind::Referral) => ("typ", "hanvisningar".to_owned()),
        Facet::Area(slug) => ("omrade", slug.to_string()),
        Facet::Municipality(slug) => ("kommun", slug.to_string()),
        Facet::County(slug) => ("lan", slug.to_string()),
        Facet::Year(year) => ("ar", year.to_string()),
    }
}

/// First parts of addresses that pages of `content/pages/` cannot have.
pub const RESERVED: [&str; 7] = ["kommuner", "omraden", "jamfor", "goda-exempel", "sok", "assets", "404"];

/// The parameter of [`Route::Search`] that holds the words looked for.
pub const QUERY: &str = "q";

/// What a search is narrowed down to (S3): name and value are the same in
/// addresses, in forms and in the index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Narrowing {
    /// What is looked for.
    Kind(PassageKind),
    /// An area of the current edition.
    Area(Slug),
    /// An edition.
    Edition(EditionId),
    /// The year of an evaluation.
    Year(Year),
    /// The county of a municipality.
    County(Slug),
    /// Its group.
    Group(Group),
    /// The municipality that an evaluation is about.
    Municipality(Slug),
}

impl Narrowing {
    /// The parameter's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Kind(_) => "typ",
            Self::Area(_) => "omrade",
            Self::Edition(_) => "utgava",
            Self::Year(_) => "ar",
            Self::County(_) => "lan",
            Self::Group(_) => "grupp",
            Self::Municipality(_) => "kommun",
        }
    }

    /// The parameter's value.
    pub fn value(&self) -> String {
        match self {
            Self::Kind(kind) => kind_value(*kind).to_owned(),
            Self::Edition(id) => id.to_string(),
            Self::Year(year) => year.to_string(),
            Self::Group(group) => group.code.clone(),
            Self::Area(slug) | Self::County(slug) | Self::Municipality(slug) => slug.to_string(),
        }
    }
}

fn kind_value(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Municipality => "kommun",
        PassageKind::Summary => "sammanfattning",
        PassageKind::Narrative => "text",
        PassageKind::Strength => "styrka",
        PassageKind::Partial => "delvis",
        PassageKind::Improvement => "forbattring",
        PassageKind::Example => "exempel",
        PassageKind::Referral => "hanvisning",
        PassageKind::Page => "sida",
    }
}

/// A place on a page that others may link to; stable whatever the wording or
/// the order around it (P1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// An area's results.
    Area(AreaNumber),
    /// A sub-area's row.
    SubArea(SubAreaNumber),
    /// The strengths found in an area.
    Strengths(AreaNumber),
    /// What was found in part there.
    Partials(AreaNumber),
    /// What can be improved there.
    Improvements(AreaNumber),
    /// A good example or referral.
    Example(String),
    /// What a page says of an edition.
    Edition(EditionId),
    /// A municipality in the list of all.
    Municipality(Slug),
}

impl Anchor {
    /// The element's id.
    pub fn id(&self) -> String {
        match self {
            Self::Area(number) => format!("omrade-{number}"),
            Self::SubArea(number) => format!("delomrade-{}-{}", number.area, number.index),
            Self::Strengths(number) => format!("styrkor-{number}"),
            Self::Partials(number) => format!("delvis-{number}"),
            Self::Improvements(number) => format!("forbattringar-{number}"),
            Self::Example(id) => format!("exempel-{id}"),
            Self::Edition(id) => format!("utgava-{id}"),
            Self::Municipality(slug) => format!("kommun-{slug}"),
        }
    }
}

/// Every page that content may link to, with the anchors that the model gives
/// it. Headings of the pages' own texts come on top.
pub fn pages(portal: &Portal) -> Vec<(Route, Vec<String>)> {
    let editions = || portal.editions.keys().map(|id| Anchor::Edition(id.clone()).id()).collect::<Vec<_>>();
    let everyone = portal.municipalities.values();
    let listed = everyone.map(|municipality| Anchor::Municipality(municipality.slug.clone()).id()).collect();
    let mut pages = vec![
        (Route::Home, Vec::new()),
        (Route::Municipalities, listed),
        (Route::Areas, Vec::new()),
        (Route::Comparison, editions()),
        (Route::Examples, Vec::new()),
        (Route::Search, Vec::new()),
        (Route::Changes, Vec::new()),
    ];
    let areas = portal.current_edition().into_iter().flat_map(|edition| &edition.areas);
    pages.extend(areas.filter_map(|area| Some((Route::Area(area.slug.clone()?), editions()))));
    pages.extend(municipality_pages(portal));
    let facets: BTreeSet<_> = portal.lessons().flat_map(|lesson| lesson.facets()).collect();
    pages.extend(facets.into_iter().map(|facet| (Route::ExamplesBy(facet), Vec::new())));
    let method_anchors = |stem: &str| if stem == METHOD { editions() } else { Vec::new() };
    pages.extend(portal.pages.keys().map(|stem| (Route::Text(stem.clone()), method_anchors(stem))));
    pages
}

/// Pages of municipalities with an evaluation, or that a report refers to (P8).
fn municipality_pages(portal: &Portal) -> Vec<(Route, Vec<String>)> {
    let mut pages = Vec::new();
    for municipality in portal.with_page().into_iter().filter_map(|code| portal.municipalities.get(code)) {
        let slug = || municipality.slug.clone();
        for evaluation in portal.evaluations_of(&municipality.code) {
            let anchors = area_anchors(evaluation).chain(example_anchors(evaluation));
            pages.push((Route::Evaluation(slug(), evaluation.key.year), anchors.map(|it| it.id()).collect()));
        }
        let detailed = portal.detailed_evaluation_of(&municipality.code);
        let anchors = detailed.into_iter().flat_map(area_anchors);
        pages.push((Route::Municipality(slug()), anchors.map(|it| it.id()).collect()));
    }
    pages
}

/// Anchors of an evaluation's areas, as far as it shows them.
fn area_anchors(evaluation: &Evaluation) -> impl Iterator<Item = Anchor> {
    let shown = evaluation.areas.iter().filter(|_| evaluation.has_areas());
    shown.flat_map(|area| {
        let sub_areas = area.sub_areas.iter().filter(|_| area.is_detailed());
        let rows = sub_areas.map(|it| Anchor::SubArea(it.number));
        std::iter::once(Anchor::Area(area.number)).chain(rows).chain(list_anchors(area))
    })
}

/// Anchors of an area's lists that hold anything.
fn list_anchors(area: &AreaResult) -> impl Iterator<Item = Anchor> {
    let number = area.number;
    let lists = area.narrative.iter().flat_map(move |narrative| {
        [
            (&narrative.strengths, Anchor::Strengths(number)),
            (&narrative.partials, Anchor::Partials(number)),
            (&narrative.improvements, Anchor::Improvements(number)),
        ]
    });
    lists.filter(|(items, _)| !items.is_empty()).map(|(_, anchor)| anchor)
}

fn example_anchors(evaluation: &Evaluation) -> impl Iterator<Item = Anchor> {
    let examples = evaluation.examples.iter().map(|example| &example.place);
    let places = examples.chain(evaluation.referrals.iter().map(|referral| &referral.place));
    places.map(|place| Anchor::Example(place.id.clone()))
}
