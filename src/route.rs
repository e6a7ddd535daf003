//! Every page and file of the site, and its address. The only place that
//! spells an address or an anchor.

use std::collections::BTreeSet;

use crate::model::{
    AreaNumber, AreaResult, BaseAddress, EditionId, Evaluation, Facet, LessonKind, List, PassageKind, Portal,
    Slug, SubAreaNumber, Year,
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
            Self::ExamplesBy(facet) => format!("goda-exempel/{}/{}/", facet.name(), facet.value()),
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

    /// The place on the page that carries `anchor`.
    pub fn at(self, anchor: Anchor) -> Spot {
        Spot { route: self, anchor }
    }
}

/// A place on a page: where an anchor of it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The page.
    pub route: Route,
    /// What carries the id.
    pub anchor: Anchor,
}

impl Spot {
    /// The address below the base path, without a slash in front.
    pub fn address(&self) -> String {
        format!("{}#{}", self.route.address(), self.anchor.id())
    }

    /// The address on its own server.
    pub fn href(&self, base: &BaseAddress) -> String {
        format!("{}{}", base.path, self.address())
    }

    /// The absolute address, for citations.
    pub fn url(&self, base: &BaseAddress) -> String {
        format!("{}{}", base.origin, self.href(base))
    }
}

/// First parts of addresses that pages of `content/pages/` cannot have.
pub const RESERVED: [&str; 7] = ["kommuner", "omraden", "jamfor", "goda-exempel", "sok", "assets", "404"];

/// The parameter of [`Route::Search`] that holds the words looked for.
pub const QUERY: &str = "q";

/// Name and value are the same in addresses, in forms and in the index.
impl Facet {
    /// The parameter's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Lesson(_) | Self::Passage(_) => "typ",
            Self::Area(_) => "omrade",
            Self::Edition(_) => "utgava",
            Self::Municipality(_) => "kommun",
            Self::County(_) => "lan",
            Self::Group(_) => "grupp",
            Self::Year(_) => "ar",
        }
    }

    /// The parameter's value.
    pub fn value(&self) -> String {
        match self {
            Self::Lesson(LessonKind::Own) => "egna".to_owned(),
            Self::Lesson(LessonKind::Referral) => "hanvisningar".to_owned(),
            Self::Passage(kind) => passage_value(*kind).to_owned(),
            Self::Edition(id) => id.to_string(),
            Self::Group(group) => group.code.clone(),
            Self::Year(year) => year.to_string(),
            Self::Area(slug) | Self::County(slug) | Self::Municipality(slug) => slug.to_string(),
        }
    }
}

fn passage_value(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Municipality => "kommun",
        PassageKind::Summary => "sammanfattning",
        PassageKind::Narrative => "text",
        PassageKind::List(List::Strengths) => "styrka",
        PassageKind::List(List::Partials) => "delvis",
        PassageKind::List(List::Improvements) => "forbattring",
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
    /// One of the lists of an area.
    List(AreaNumber, List),
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
            Self::List(number, List::Strengths) => format!("styrkor-{number}"),
            Self::List(number, List::Partials) => format!("delvis-{number}"),
            Self::List(number, List::Improvements) => format!("forbattringar-{number}"),
            Self::Example(id) => format!("exempel-{id}"),
            Self::Edition(id) => format!("utgava-{id}"),
            Self::Municipality(slug) => format!("kommun-{slug}"),
        }
    }
}

/// A page that content may link to.
#[derive(Debug)]
pub struct Page<'p> {
    /// Its address.
    pub route: Route,
    shown: Shown<'p>,
}

/// What of the model a page shows under an anchor. Few links need them, so they
/// are spelled only when asked for.
#[derive(Clone, Copy, Debug)]
enum Shown<'p> {
    Nothing,
    Register,
    Editions,
    /// The areas of an evaluation.
    Areas(&'p Evaluation),
    /// All of an evaluation.
    Evaluation(&'p Evaluation),
}

impl<'p> Page<'p> {
    fn new(route: Route, shown: Shown<'p>) -> Self {
        Self { route, shown }
    }

    /// The anchors that the model gives the page. Headings of its own text come
    /// on top.
    pub fn anchors(&self, portal: &Portal) -> BTreeSet<String> {
        let ids = |anchors: &mut dyn Iterator<Item = Anchor>| anchors.map(|anchor| anchor.id()).collect();
        match self.shown {
            Shown::Nothing => BTreeSet::new(),
            Shown::Register => ids(&mut register_anchors(portal)),
            Shown::Editions => ids(&mut portal.editions.keys().cloned().map(Anchor::Edition)),
            Shown::Areas(evaluation) => ids(&mut area_anchors(evaluation)),
            Shown::Evaluation(evaluation) => {
                ids(&mut area_anchors(evaluation).chain(example_anchors(evaluation)))
            }
        }
    }
}

/// Every page that content may link to.
pub fn pages(portal: &Portal) -> Vec<Page<'_>> {
    let plain = |route| Page::new(route, Shown::Nothing);
    let mut pages = vec![
        plain(Route::Home),
        Page::new(Route::Municipalities, Shown::Register),
        plain(Route::Areas),
        Page::new(Route::Comparison, Shown::Editions),
        plain(Route::Examples),
        plain(Route::Search),
        plain(Route::Changes),
    ];
    let areas = portal.current_edition().into_iter().flat_map(|edition| &edition.areas);
    let areas = areas.filter_map(|area| area.slug.clone()).map(Route::Area);
    pages.extend(areas.map(|route| Page::new(route, Shown::Editions)));
    pages.extend(municipality_pages(portal));
    let facets: BTreeSet<_> = portal.lessons().flat_map(|lesson| lesson.facets()).collect();
    pages.extend(facets.into_iter().map(Route::ExamplesBy).map(plain));
    pages.extend(portal.pages.keys().map(|stem| text_page(stem)));
    pages
}

/// The page of a text; the one on method goes on with the editions.
fn text_page(stem: &str) -> Page<'static> {
    let shown = if stem == METHOD { Shown::Editions } else { Shown::Nothing };
    Page::new(Route::Text(stem.to_owned()), shown)
}

/// Pages of municipalities with an evaluation, or that a report refers to (P8).
fn municipality_pages(portal: &Portal) -> impl Iterator<Item = Page<'_>> {
    let municipalities = portal.with_page().into_iter().filter_map(|code| portal.municipalities.get(code));
    municipalities.flat_map(|municipality| {
        let slug = &municipality.slug;
        let evaluations = portal.evaluations_of(&municipality.code).map(|evaluation| {
            let route = Route::Evaluation(slug.clone(), evaluation.key.year);
            Page::new(route, Shown::Evaluation(evaluation))
        });
        let detailed = portal.detailed_evaluation_of(&municipality.code);
        let shown = detailed.map_or(Shown::Nothing, Shown::Areas);
        evaluations.chain([Page::new(Route::Municipality(slug.clone()), shown)])
    })
}

fn register_anchors(portal: &Portal) -> impl Iterator<Item = Anchor> {
    portal.municipalities.values().map(|municipality| Anchor::Municipality(municipality.slug.clone()))
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
    let lists = area.narrative.iter().flat_map(|narrative| narrative.lists.iter());
    lists.map(|(list, _)| Anchor::List(area.number, list))
}

fn example_anchors(evaluation: &Evaluation) -> impl Iterator<Item = Anchor> {
    let examples = evaluation.examples.iter().map(|example| &example.place);
    let places = examples.chain(evaluation.referrals.iter().map(|referral| &referral.place));
    places.map(|place| Anchor::Example(place.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Group;

    fn slug(text: &str) -> Slug {
        Slug(text.to_owned())
    }

    #[test]
    fn facets_have_the_names_and_values_that_addresses_promise() {
        let group = Group { code: "A1".to_owned(), name: "Storstäder".to_owned() };
        let expected = [
            (Facet::Lesson(LessonKind::Own), "typ=egna"),
            (Facet::Lesson(LessonKind::Referral), "typ=hanvisningar"),
            (Facet::Passage(PassageKind::Municipality), "typ=kommun"),
            (Facet::Passage(PassageKind::Summary), "typ=sammanfattning"),
            (Facet::Passage(PassageKind::Narrative), "typ=text"),
            (Facet::Passage(PassageKind::List(List::Strengths)), "typ=styrka"),
            (Facet::Passage(PassageKind::List(List::Partials)), "typ=delvis"),
            (Facet::Passage(PassageKind::List(List::Improvements)), "typ=forbattring"),
            (Facet::Passage(PassageKind::Example), "typ=exempel"),
            (Facet::Passage(PassageKind::Referral), "typ=hanvisning"),
            (Facet::Passage(PassageKind::Page), "typ=sida"),
            (Facet::Area(slug("styrning")), "omrade=styrning"),
            (Facet::Edition(EditionId("2016".to_owned())), "utgava=2016"),
            (Facet::Municipality(slug("lund")), "kommun=lund"),
            (Facet::County(slug("skane-lan")), "lan=skane-lan"),
            (Facet::Group(group), "grupp=A1"),
            (Facet::Year(2011), "ar=2011"),
        ];
        for (facet, parameter) in &expected {
            assert_eq!(format!("{}={}", facet.name(), facet.value()), *parameter);
        }
        let facets = expected.map(|(facet, _)| facet);
        assert!(facets.is_sorted(), "lists of good examples offer facets in this order");
    }

    #[test]
    fn a_place_is_a_page_and_an_anchor_under_any_base() {
        let base = BaseAddress::parse("https://a.example/b/").unwrap();
        let spot = |anchor| Route::Evaluation(slug("lund"), 2011).at(anchor);
        assert_eq!(spot(Anchor::List(3, List::Partials)).address(), "kommuner/lund/2011/#delvis-3");
        assert_eq!(spot(Anchor::List(3, List::Strengths)).href(&base), "/b/kommuner/lund/2011/#styrkor-3");
        assert_eq!(
            spot(Anchor::List(3, List::Improvements)).url(&base),
            "https://a.example/b/kommuner/lund/2011/#forbattringar-3"
        );
        assert_eq!(Route::Home.at(Anchor::Example("x".to_owned())).href(&base), "/b/#exempel-x");
    }
}
