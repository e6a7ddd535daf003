//! Every page and file of the site, and its address. The only place that
//! spells an address or an anchor.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Area, AreaNumber, AreaResult, BaseAddress, Code, Edition, EditionId, Entry, Evaluation, Facet,
    Introduction, LessonKind, List, Municipality, PassageKind, Peers, Portal, Slug, Statement, SubAreaNumber,
    TextPage, Year,
};

/// Stem of the page about the portal, which is followed by who publishes it.
pub const ABOUT: &str = "om";

/// Stem of the page on data.
pub const DATA: &str = "data";

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
    /// One evaluation; the address stays when later ones come.
    Evaluation(Slug, Year),
    /// All areas.
    Areas,
    /// One area of the current edition.
    Area(Slug),
    /// All results in one area of one edition.
    AreaResults(Slug, EditionId),
    /// Municipalities of one's own choice side by side, and the way to the tables.
    Comparison,
    /// Everyone in one edition.
    EditionTable(EditionId),
    /// Those of one county, group or size in one edition.
    PeersTable(EditionId, Facet),
    /// Every value of an edition, for the page that compares.
    ComparisonData(EditionId),
    /// All good examples and referrals.
    Examples,
    /// Those of one kind, area, municipality, county or year.
    ExamplesBy(Facet),
    /// Which municipalities reports name, and whose reports do.
    Network,
    /// Full-text search.
    Search,
    /// Corrections of published values.
    Changes,
    /// Differences between printed values.
    Differences,
    /// Every component of the theme in every state.
    Design,
    /// The accessibility statement.
    Accessibility,
    /// A text of `content/pages/` by its stem.
    Text(String),
    /// What the portal is, in the language of this code.
    Introduction(String),
    /// The page that a server shows for an address that does not exist.
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
    /// The statistics of an edition as CSV.
    StatisticsData(EditionId),
    /// All good examples and referrals as CSV.
    ExampleData,
    /// A file of the search index, by its path in it.
    SearchIndex(String),
    /// The municipalities and areas that a search suggests.
    Suggestions,
    /// The topics of good examples that a search suggests.
    Topics,
    /// What tells browsers how to search here.
    SearchDescription,
    /// What a telephone that keeps the portal among its programs is told.
    Manifest,
    /// The icon that browsers ask for unasked.
    Favicon,
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
            Self::AreaResults(slug, id) => format!("omraden/{slug}/{id}/"),
            Self::Comparison => "jamfor/".to_owned(),
            Self::EditionTable(id) => format!("jamfor/{id}/"),
            Self::PeersTable(id, facet) => {
                format!("jamfor/{id}/{}/{}/", facet.name(), facet.value().to_lowercase())
            }
            Self::ComparisonData(id) => format!("jamfor/{id}/resultat.json"),
            Self::Examples => "goda-exempel/".to_owned(),
            Self::ExamplesBy(facet) => format!("goda-exempel/{}/{}/", facet.name(), facet.value()),
            Self::Network => "goda-exempel/natverk/".to_owned(),
            Self::Search => "sok/".to_owned(),
            Self::Changes => "om/andringar/".to_owned(),
            Self::Differences => "metod/avvikelser/".to_owned(),
            Self::Design => "om/design/".to_owned(),
            Self::Accessibility => "tillganglighet/".to_owned(),
            Self::Text(stem) => format!("{stem}/"),
            Self::Introduction(language) => format!("{language}/"),
            Self::NotFound => "404.html".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Asset(name) => format!("assets/{name}"),
            Self::Report(slug, year, name) => format!("kommuner/{slug}/{year}/{name}"),
            Self::EvaluationData(slug, year) => format!("kommuner/{slug}/{year}/utvardering.json"),
            Self::EditionData(id) => format!("data/kommunkompassen-{id}.csv"),
            Self::StatisticsData(id) => format!("data/statistik-{id}.csv"),
            Self::ExampleData => "data/goda-exempel.csv".to_owned(),
            Self::SearchIndex(path) => format!("sok/index/{path}"),
            Self::Suggestions => "sok/kommuner.json".to_owned(),
            Self::Topics => "sok/amnen.json".to_owned(),
            Self::SearchDescription => "sok/opensearch.xml".to_owned(),
            Self::Manifest => "manifest.webmanifest".to_owned(),
            Self::Favicon => "favicon.ico".to_owned(),
        }
    }

    /// The page of an evaluation.
    pub fn of(entry: Entry<'_>) -> Self {
        Self::Evaluation(entry.municipality.slug.clone(), entry.evaluation.key.year)
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

/// A place on a page.
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
pub const RESERVED: [&str; 8] =
    ["kommuner", "omraden", "jamfor", "goda-exempel", "sok", "tillganglighet", "assets", "404"];

/// The parameter of [`Route::Search`] that holds the words looked for.
pub const QUERY: &str = "q";

/// The most municipalities that [`Route::Comparison`] puts side by side.
pub const MOST_COMPARED: usize = 5;

/// The page that compares, with the municipalities of `codes` chosen.
pub(crate) fn comparison_href(base: &BaseAddress, codes: &[Code]) -> String {
    let codes: Vec<_> = codes.iter().map(Code::to_string).collect();
    format!("{}?{}={}", Route::Comparison.href(base), CHOSEN, codes.join(","))
}

/// The parameter of [`Route::Comparison`] that holds the codes of those chosen.
const CHOSEN: &str = "kommun";

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
            Self::Size(_) => "storlek",
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
            Self::Size(class) => match class.most() {
                Some(most) => format!("{}-{most}", class.fewest()),
                None => class.fewest().to_string(),
            },
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
    /// What the text on an area says of a sub-area.
    Passage(SubAreaNumber),
    /// One of the lists of an area.
    List(AreaNumber, List),
    /// A good example or referral.
    Example(String),
    /// Notes about the printed values of an evaluation as a whole.
    Notes,
    /// What a page says of an edition.
    Edition(EditionId),
    /// A municipality in the list of all.
    Municipality(Slug),
    /// A part of the accessibility statement.
    Statement(StatementPart),
    /// Who publishes the portal.
    Publisher,
    /// What the pages keep of their readers.
    Privacy,
}

/// What the accessibility statement consists of, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementPart {
    /// How far the law is met.
    Status,
    /// What is meant to work.
    Measures,
    /// What does not.
    Shortcomings,
    /// How to report it.
    Report,
    /// Whom to turn to after that.
    Supervision,
    /// How it was assessed.
    Assessment,
    /// When the statement was changed.
    Updated,
}

impl StatementPart {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Status,
        Self::Measures,
        Self::Shortcomings,
        Self::Report,
        Self::Supervision,
        Self::Assessment,
        Self::Updated,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Status => "forenlighet",
            Self::Measures => "sa-fungerar",
            Self::Shortcomings => "brister",
            Self::Report => "rapportera",
            Self::Supervision => "tillsyn",
            Self::Assessment => "test",
            // Older than the statement: what was left to do stood there, and may be quoted.
            Self::Updated => "kvar",
        }
    }
}

impl Anchor {
    /// The element's id.
    pub fn id(&self) -> String {
        match self {
            Self::Area(number) => format!("omrade-{number}"),
            Self::SubArea(number) => format!("delomrade-{}-{}", number.area, number.index),
            Self::Passage(number) => format!("text-{}-{}", number.area, number.index),
            Self::List(number, List::Strengths) => format!("styrkor-{number}"),
            Self::List(number, List::Partials) => format!("delvis-{number}"),
            Self::List(number, List::Improvements) => format!("forbattringar-{number}"),
            Self::Example(id) => format!("exempel-{id}"),
            Self::Notes => "tryckta-varden".to_owned(),
            Self::Edition(id) => format!("utgava-{id}"),
            Self::Municipality(slug) => format!("kommun-{slug}"),
            Self::Statement(part) => part.id().to_owned(),
            Self::Publisher => "utgivare".to_owned(),
            Self::Privacy => "spar".to_owned(),
        }
    }
}

/// A page of the site, with what it is about. Every kind is made by [`pages`]:
/// a kind that is forgotten there does not compile.
#[derive(Clone, Debug)]
#[deny(dead_code, reason = "`pages` has to make every kind of page")]
pub(crate) enum Page<'p> {
    /// The home page.
    Home,
    /// All municipalities.
    Municipalities,
    /// One municipality.
    Municipality(&'p Municipality),
    /// One evaluation; the address stays when later ones come.
    Evaluation(Entry<'p>),
    /// That an evaluation has been withdrawn, and why, at the address that it had (P12).
    Withdrawn(&'p Municipality, Year, &'p str),
    /// All areas.
    Areas,
    /// One area of the current edition.
    Area(AreaSubject<'p>),
    /// All results in one area of one edition, where they are too many for the area's page.
    AreaResults(AreaSubject<'p>, &'p Edition),
    /// Municipalities of one's own choice side by side, and the way to the tables.
    Comparison,
    /// Everyone in one edition.
    EditionTable(&'p Edition),
    /// Those of one county, group or size in one edition.
    PeersTable(&'p Edition, Peers<'p>, Facet),
    /// All good examples and referrals.
    Examples,
    /// Those of one kind, area, municipality, county or year.
    ExamplesBy(Facet),
    /// Which municipalities reports name, and whose reports do.
    Network,
    /// Full-text search.
    Search,
    /// Corrections of published values.
    Changes,
    /// Differences between printed values.
    Differences,
    /// Every component of the theme in every state: for those who change it, and for the
    /// tests that photograph it.
    Design,
    /// The accessibility statement.
    Accessibility(&'p Statement),
    /// The text about the portal, which is followed by who publishes it.
    About(&'p TextPage),
    /// The text on method, which is followed by the editions' tables.
    Method(&'p TextPage),
    /// Any other text of `content/pages/`, with its stem.
    Text(&'p str, &'p TextPage),
    /// What the portal is, in another language.
    Introduction(&'p Introduction),
    /// What a server shows when there is nothing.
    NotFound,
    /// What tells browsers how to search here.
    SearchDescription,
    /// What a telephone that keeps the portal among its programs is told.
    Manifest,
}

/// What the page of an area is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AreaSubject<'p> {
    /// One of its areas.
    pub area: &'p Area,
    /// The area's own, which only areas of the current edition have.
    pub slug: &'p Slug,
}

impl<'p> AreaSubject<'p> {
    fn new(area: &'p Area) -> Option<Self> {
        Some(Self { area, slug: area.slug.as_ref()? })
    }

    /// Whether the results in an edition are too many for the area's own page.
    pub(crate) fn has_results_page(self, portal: &Portal, edition: &Edition) -> bool {
        let succeeded = edition.areas.iter().any(|area| area.successor == self.area.number);
        let evaluations = portal.evaluations.values().filter(|it| it.edition == edition.id);
        let municipalities: BTreeSet<_> = evaluations.map(|it| &it.key.code).collect();
        succeeded && municipalities.len() > MOST_RESULTS
    }
}

/// The most municipalities whose results an area's page lists.
const MOST_RESULTS: usize = 25;

impl Page<'_> {
    /// Its address.
    pub(crate) fn route(&self) -> Route {
        match self {
            Self::Home => Route::Home,
            Self::Municipalities => Route::Municipalities,
            Self::Municipality(municipality) => Route::Municipality(municipality.slug.clone()),
            Self::Evaluation(entry) => Route::of(*entry),
            Self::Withdrawn(municipality, year, _) => Route::Evaluation(municipality.slug.clone(), *year),
            Self::Areas => Route::Areas,
            Self::Area(AreaSubject { slug, .. }) => Route::Area((*slug).clone()),
            Self::AreaResults(subject, edition) => {
                Route::AreaResults(subject.slug.clone(), edition.id.clone())
            }
            Self::Comparison => Route::Comparison,
            Self::EditionTable(edition) => Route::EditionTable(edition.id.clone()),
            Self::PeersTable(edition, _, facet) => Route::PeersTable(edition.id.clone(), facet.clone()),
            Self::Examples => Route::Examples,
            Self::ExamplesBy(facet) => Route::ExamplesBy(facet.clone()),
            Self::Network => Route::Network,
            Self::Search => Route::Search,
            Self::Changes => Route::Changes,
            Self::Differences => Route::Differences,
            Self::Design => Route::Design,
            Self::Accessibility(_) => Route::Accessibility,
            Self::About(_) => Route::Text(ABOUT.to_owned()),
            Self::Method(_) => Route::Text(METHOD.to_owned()),
            Self::Text(stem, _) => Route::Text((*stem).to_owned()),
            Self::Introduction(it) => Route::Introduction(it.language.clone()),
            Self::NotFound => Route::NotFound,
            Self::SearchDescription => Route::SearchDescription,
            Self::Manifest => Route::Manifest,
        }
    }

    /// Whether search engines list it.
    pub(crate) fn is_listed(&self) -> bool {
        self.is_destination() && !matches!(self, Self::Withdrawn(..) | Self::Design)
    }

    /// Whether people go there: texts may link to it.
    pub(crate) fn is_destination(&self) -> bool {
        !matches!(self, Self::NotFound | Self::SearchDescription | Self::Manifest)
    }

    /// Ids on the page that a text may link to, such as `omrade-3`; none if there
    /// are no such places. Made on request, because few links name a place.
    pub(crate) fn anchors(&self, portal: &Portal) -> BTreeSet<String> {
        let ids = |anchors: &mut dyn Iterator<Item = Anchor>| anchors.map(|anchor| anchor.id()).collect();
        let editions = || portal.editions.keys().cloned().map(Anchor::Edition);
        match self {
            Self::Municipalities => ids(&mut register_anchors(portal)),
            Self::Municipality(municipality) => {
                let detailed = portal.detailed_entry_of(municipality);
                ids(&mut detailed.into_iter().flat_map(|entry| area_anchors(entry.evaluation)))
            }
            Self::Evaluation(Entry { evaluation, .. }) => {
                let notes = evaluation.differences.iter().any(|it| it.area().is_none());
                let notes = notes.then_some(Anchor::Notes);
                ids(&mut area_anchors(evaluation).chain(example_anchors(evaluation)).chain(notes))
            }
            Self::Area(_) | Self::Comparison => ids(&mut editions()),
            Self::Method(text) => {
                let of_editions = editions().map(|anchor| anchor.id());
                text.prose.heading_ids().into_iter().chain(of_editions).collect()
            }
            Self::Accessibility(statement) => {
                let shown =
                    |part: &StatementPart| *part != StatementPart::Measures || !statement.measures.is_empty();
                ids(&mut StatementPart::ALL.into_iter().filter(shown).map(Anchor::Statement))
            }
            Self::About(text) => {
                let own = [Anchor::Publisher, Anchor::Privacy].map(|anchor| anchor.id());
                text.prose.heading_ids().into_iter().chain(own).collect()
            }
            Self::Text(_, text) => text.prose.heading_ids().into_iter().collect(),
            Self::Introduction(it) => it.text.prose.heading_ids().into_iter().collect(),
            Self::Home
            | Self::Withdrawn(..)
            | Self::Areas
            | Self::AreaResults(..)
            | Self::EditionTable(_)
            | Self::PeersTable(..)
            | Self::Examples
            | Self::ExamplesBy(_)
            | Self::Network
            | Self::Search
            | Self::Changes
            | Self::Differences
            | Self::Design
            | Self::NotFound
            | Self::SearchDescription
            | Self::Manifest => BTreeSet::new(),
        }
    }
}

/// Every page of the site. Those about one municipality are neighbours.
pub(crate) fn pages(portal: &Portal) -> Vec<Page<'_>> {
    let mut pages = vec![
        Page::Home,
        Page::Municipalities,
        Page::Areas,
        Page::Comparison,
        Page::Examples,
        Page::Network,
        Page::Search,
        Page::Changes,
        Page::Differences,
        Page::Design,
    ];
    if let Some(edition) = portal.current_edition() {
        let subjects = edition.areas.iter().filter_map(AreaSubject::new);
        for subject in subjects {
            pages.push(Page::Area(subject));
            let editions = portal.editions.values();
            let long = editions.filter(|edition| subject.has_results_page(portal, edition));
            pages.extend(long.map(|edition| Page::AreaResults(subject, edition)));
        }
    }
    for edition in portal.editions.values() {
        let peers = compared(portal, edition);
        pages.extend(peers.contains_key(&Peers::All).then_some(Page::EditionTable(edition)));
        pages.extend(
            peers.into_keys().filter_map(|peers| Some(Page::PeersTable(edition, peers, peers.facet()?))),
        );
    }
    // Every municipality has a page (P8).
    for municipality in portal.municipalities.values() {
        pages.extend(portal.entries_of(municipality).map(Page::Evaluation));
        let withdrawn = portal.withdrawn.iter().filter(|(key, _)| key.code == municipality.code);
        pages.extend(withdrawn.map(|(key, reason)| Page::Withdrawn(municipality, key.year, reason)));
        pages.push(Page::Municipality(municipality));
    }
    let facets: BTreeSet<_> = portal.lessons().flat_map(|lesson| lesson.facets()).collect();
    pages.extend(facets.into_iter().map(Page::ExamplesBy));
    pages.extend(portal.pages.iter().map(|(stem, text)| match stem.as_str() {
        METHOD => Page::Method(text),
        ABOUT => Page::About(text),
        stem => Page::Text(stem, text),
    }));
    pages.extend(portal.introductions.iter().map(Page::Introduction));
    pages.extend(portal.accessibility.as_ref().map(Page::Accessibility));
    pages.extend([Page::NotFound, Page::SearchDescription, Page::Manifest]);
    pages
}

/// Whose results in an edition have a table of their own, with how many municipalities it
/// has.
pub(crate) fn compared<'p>(portal: &'p Portal, edition: &Edition) -> BTreeMap<Peers<'p>, usize> {
    let mut members: BTreeMap<Peers<'_>, BTreeSet<_>> = BTreeMap::new();
    for entry in portal.entries().filter(|entry| entry.edition.id == edition.id) {
        for peers in Peers::of(entry) {
            members.entry(peers).or_default().insert(&entry.municipality.code);
        }
    }
    let counts = members.into_iter().map(|(peers, codes)| (peers, codes.len()));
    counts.filter(|(peers, count)| has_table(*peers, *count)).collect()
}

/// Whether the results of `count` municipalities, which are `peers`, have a table of their
/// own (P14).
pub(crate) fn has_table(peers: Peers<'_>, count: usize) -> bool {
    match peers {
        Peers::All => count > 0,
        Peers::County(_) | Peers::Group(_) | Peers::Size(_) => count > 1,
        Peers::FirstTime => false,
    }
}

fn register_anchors(portal: &Portal) -> impl Iterator<Item = Anchor> {
    portal.municipalities.values().map(|municipality| Anchor::Municipality(municipality.slug.clone()))
}

/// Anchors of an evaluation's areas, as far as it shows them.
fn area_anchors(evaluation: &Evaluation) -> impl Iterator<Item = Anchor> {
    let shown: &[_] = if evaluation.has_areas() { &evaluation.areas } else { &[] };
    shown.iter().flat_map(|area| {
        let sub_areas: &[_] = if area.is_detailed() { &area.sub_areas } else { &[] };
        let rows = sub_areas.iter().map(|it| Anchor::SubArea(it.number));
        let texts = passage_anchors(area);
        std::iter::once(Anchor::Area(area.number)).chain(rows).chain(texts).chain(list_anchors(area))
    })
}

/// Anchors of what an area's text says of its sub-areas.
fn passage_anchors(area: &AreaResult) -> impl Iterator<Item = Anchor> {
    let sections = area.narrative.iter().flat_map(|narrative| &narrative.sections);
    sections.map(|section| Anchor::Passage(section.sub_area))
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
    use std::path::Path;

    use jiff::civil::date;

    use super::*;
    use crate::load::load;
    use crate::model::{Drafts, Group};
    use crate::validate::validate;

    fn slug(text: &str) -> Slug {
        Slug(text.to_owned())
    }

    /// The portal of the golden project.
    fn golden_portal() -> Portal {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/project");
        let content = load(&root).unwrap().project.value.unwrap().content.unwrap();
        validate(&content, date(2026, 1, 1), Drafts::Hidden).value.unwrap()
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

    #[test]
    fn every_evaluation_and_every_facet_that_occurs_has_a_page() {
        let portal = golden_portal();
        let pages: BTreeSet<_> = pages(&portal).iter().map(|page| page.route().address()).collect();
        let below = |address: &str| {
            let pages = pages.iter().filter_map(|page| page.strip_prefix(address));
            pages
                .filter(|rest| !rest.is_empty())
                .map(|rest| rest.trim_end_matches('/').to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            below("kommuner/"),
            [
                "alvhult",
                "amossa",
                "amossa/2020",
                "bjorknas",
                "bjorknas/2023",
                "dals-vik",
                "dals-vik/2014",
                "norra-sundet",
                "norra-sundet/2022",
                "ostervik",
                "ostervik/2011",
                "ostervik/2016",
                "ostervik/2022",
                "sabro-sjobygden",
                "sabro",
                "sabro/2017",
                "sabro/2019",
                "varhult",
                "wedby",
                "wedby/2021"
            ],
            "Vårhult has no evaluation and no report names it, and has a page all the same"
        );
        assert_eq!(below("omraden/"), ["oppenhet", "styrning", "tjanster"]);
        assert_eq!(below("goda-exempel/typ/"), ["egna", "hanvisningar"]);
        assert_eq!(below("goda-exempel/ar/"), ["2011", "2019", "2021", "2023"]);
        assert_eq!(
            below("goda-exempel/kommun/"),
            ["alvhult", "bjorknas", "ostervik", "sabro-sjobygden", "wedby"]
        );
        assert_eq!(below("goda-exempel/lan/"), ["arlinge-lan", "norrvala-lan", "sjobygdens-lan"]);
    }

    #[test]
    fn a_page_has_the_anchors_of_what_it_shows() {
        let portal = golden_portal();
        let pages = pages(&portal);
        let anchors = |address: &str| {
            let page = pages.iter().find(|page| page.route().address() == address).unwrap();
            page.anchors(&portal).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(anchors("kommuner/amossa/2020/"), [""; 0], "nothing is known of areas");
        assert_eq!(anchors("kommuner/dals-vik/2014/"), ["omrade-1", "omrade-2", "omrade-3"]);
        let bjorknas = [
            "delomrade-3-1",
            "delomrade-3-2",
            "delomrade-3-3",
            "delomrade-3-4",
            "exempel-receptionsdagar",
            "forbattringar-3",
            "omrade-1",
            "omrade-2",
            "omrade-3",
            "styrkor-3",
            "text-3-3",
        ];
        assert_eq!(anchors("kommuner/bjorknas/2023/"), bjorknas, "one area has a text, with two lists");
        let overview: Vec<_> = bjorknas.into_iter().filter(|id| !id.starts_with("exempel")).collect();
        assert_eq!(anchors("kommuner/bjorknas/"), overview);
        assert_eq!(anchors("jamfor/"), ["utgava-2010", "utgava-2016", "utgava-2020"]);
    }
}
