//! What surrounds every page's content.

use jiff::civil::Date;
use serde::Serialize;

use super::search_field::{SearchField, field};
use super::value::Link;
use crate::assets::{Logo, STYLE, Shades};
use crate::language;
use crate::model::{Drafts, Introduction, Publication, Publisher, SiteLink, Slug};
use crate::render::renderer::Renderer;
use crate::route::{Anchor, QUERY, Route};
use crate::scheme::MAILTO;

/// Head, navigation and foot of a page.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    /// Language of the page, for `lang`.
    pub language: String,
    /// Language of what surrounds the page's content, where that is another one (F1).
    pub interface: Option<String>,
    /// The page in all languages that it is in, itself included; none if it is in one only.
    pub alternates: Vec<Translation>,
    /// Name of the site.
    pub site: String,
    /// Address of the home page.
    pub home: String,
    /// Absolute address of the home page.
    pub home_url: String,
    /// Absolute address of the search, where `{search_term_string}` stands for the words.
    pub search_url: String,
    /// Absolute address of this page; none on the page for errors.
    pub canonical: Option<String>,
    /// Address of the style sheet.
    pub style: String,
    /// Address of the icon, if the theme has one.
    pub icon: Option<String>,
    /// Address of the icon for telephones, on a ground of its own, if the theme has one.
    pub touch_icon: Option<String>,
    /// What telephones are told.
    pub manifest: String,
    /// What browsers paint around the page, by the media it is for; none if the theme does not
    /// say what pages stand on.
    pub surrounds: Vec<Surround>,
    /// The picture that stands for the name of the site, if there is one.
    pub logo: Option<LogoView>,
    /// Address of the script that every page has, if the theme has it.
    pub page_script: Option<String>,
    /// Whether no search engine is to keep the page: it belongs to a preview, says that an
    /// evaluation has been withdrawn, or shows components with invented values.
    pub is_unlisted: bool,
    /// What a preview says of the page before anything else (P11).
    pub notice: Option<Notice>,
    /// The main navigation.
    pub navigation: Vec<NavigationLink>,
    /// Links of the publisher's after it.
    pub header_links: Vec<Link>,
    /// The way from the home page, this page left out.
    pub breadcrumb: Vec<Crumb>,
    /// The field that leads to the search page.
    pub search: SearchField,
    /// What tells browsers how to search here.
    pub search_description: String,
    /// Who publishes the site.
    pub publisher: PublisherView,
    /// Terms for the data.
    pub licence: Link,
    /// Whether texts somewhere in the portal have other terms, or none (P10).
    pub has_other_licences: bool,
    /// Whom to tell about an error.
    pub error_contact: Link,
    /// The page on method.
    pub method: String,
    /// Where it says how editions differ, the current one first.
    pub editions: String,
    /// The accessibility statement, if there is one.
    pub accessibility: Option<String>,
    /// Pages of text that the main navigation leaves out.
    pub texts: Vec<Link>,
    /// What the portal is, in other languages.
    pub introductions: Vec<Translation>,
    /// The log of corrections.
    pub changes: String,
    /// Links of the publisher's in the foot.
    pub footer_links: Vec<Link>,
    /// When the content was last changed, as far as it tells.
    pub updated: Option<Day>,
}

/// A picture with its size, so that the page keeps its place free.
#[derive(Debug, Serialize)]
pub(crate) struct LogoView {
    /// Where it is.
    pub src: String,
    /// Its width, in pixels or in units of its own.
    pub width: u32,
    /// Its height, likewise.
    pub height: u32,
}

/// A day, for people and for programs.
#[derive(Debug, Serialize)]
pub(crate) struct Day {
    /// As `2026-11-28`.
    pub iso: String,
    /// In words.
    pub long: String,
}

impl Day {
    /// The day `date`.
    pub(crate) fn new(date: Date) -> Self {
        Self { iso: language::format_date_iso(date), long: language::format_date_long(date) }
    }
}

/// That what a page shows is not published; its text is `draft-<id>`.
#[derive(Debug, Serialize)]
pub(crate) struct Notice {
    /// Last part of the text's name.
    pub id: &'static str,
    /// The day on which it will be, where that is settled.
    pub date: Option<String>,
}

impl Notice {
    /// The notice on what is about an evaluation; none if that is published.
    fn of(publication: &Publication) -> Option<Self> {
        match publication {
            Publication::Published | Publication::Withdrawn(_) => None,
            Publication::Draft => Some(Self { id: "notice", date: None }),
            Publication::Awaited(day) => {
                Some(Self { id: "notice-awaited", date: Some(language::format_date_long(*day)) })
            }
        }
    }
}

/// A place in the main navigation; its text is `nav-<id>`.
#[derive(Debug, Serialize)]
pub(crate) struct NavigationLink {
    /// Last part of the text's name.
    pub id: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether the page lies there or below.
    pub current: bool,
}

/// The colour that a browser's frame has, where it takes one.
#[derive(Debug, Serialize)]
pub(crate) struct Surround {
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// As `#ffffff`.
    pub colour: String,
}

/// A page in one language.
#[derive(Debug, Serialize)]
pub(crate) struct Translation {
    /// The language, as in `lang`.
    pub language: String,
    /// What a link to it says, in that language.
    pub name: String,
    /// Its address.
    pub href: String,
    /// The same as an absolute address, for search engines.
    pub url: String,
}

/// A step on the way to a page.
#[derive(Debug, Serialize)]
pub(crate) struct Crumb {
    /// Its name, if it has one of its own.
    pub name: Option<String>,
    /// Else the last part of its text's name, `nav-<id>`.
    pub id: Option<&'static str>,
    /// Where it leads.
    pub href: String,
    /// The same as an absolute address, for search engines.
    pub url: String,
}

/// Who publishes the site.
#[derive(Debug, Serialize)]
pub(crate) struct PublisherView {
    /// Name.
    pub name: String,
    /// Home page.
    pub url: Option<String>,
    /// Whom to ask.
    pub contact: Option<Link>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
}

/// The frame of the page at `route`. The address tells its section; `via` are the
/// pages between the section and the page, none for most.
pub(crate) fn frame(renderer: &Renderer<'_>, route: &Route, via: Vec<Link>) -> Frame {
    let materials = renderer.materials;
    let site = &materials.portal.site;
    let has_statement = materials.portal.accessibility.is_some();
    let language = match route {
        Route::Introduction(language) => language,
        _ => &site.language,
    };
    Frame {
        language: language.clone(),
        interface: (*language != site.language).then(|| site.language.clone()),
        alternates: alternates(renderer, route),
        site: site.title.clone(),
        home: renderer.href(&Route::Home),
        home_url: Route::Home.url(materials.base),
        search_url: format!("{}?{QUERY}={{search_term_string}}", Route::Search.url(materials.base)),
        canonical: (*route != Route::NotFound).then(|| route.url(materials.base)),
        style: renderer.asset(STYLE).unwrap_or_default(),
        icon: renderer.asset("icon.svg"),
        touch_icon: renderer.asset("touch-icon.png"),
        manifest: renderer.href(&Route::Manifest),
        surrounds: surrounds(renderer),
        logo: logo(renderer),
        page_script: renderer.asset("page.js"),
        is_unlisted: materials.portal.drafts == Drafts::Shown
            || *route == Route::Design
            || is_withdrawn(renderer, route),
        notice: notice(renderer, route),
        navigation: navigation(renderer, route),
        header_links: links(renderer, &site.header_links),
        breadcrumb: breadcrumb(renderer, route, via),
        search: field(renderer),
        search_description: renderer.href(&Route::SearchDescription),
        publisher: publisher(&site.publisher),
        licence: Link { name: site.licence.name.clone(), href: site.licence.url.clone() },
        has_other_licences: renderer.has_other_licences,
        error_contact: contact(&site.error_contact),
        accessibility: has_statement.then(|| renderer.href(&Route::Accessibility)),
        texts: texts(renderer),
        introductions: introductions(renderer),
        changes: renderer.href(&Route::Changes),
        editions: editions(renderer),
        method: method(renderer),
        footer_links: links(renderer, &site.footer_links),
        updated: site.updated.map(Day::new),
    }
}

/// What the portal is, in other languages.
fn introductions(renderer: &Renderer<'_>) -> Vec<Translation> {
    let of = |it: &Introduction| {
        let route = Route::Introduction(it.language.clone());
        translation(renderer, &it.language, &it.name, &route)
    };
    renderer.materials.portal.introductions.iter().map(of).collect()
}

fn translation(renderer: &Renderer<'_>, language: &str, name: &str, route: &Route) -> Translation {
    Translation {
        language: language.to_owned(),
        name: name.to_owned(),
        href: renderer.href(route),
        url: route.url(renderer.materials.base),
    }
}

/// The home page and the introductions tell the same in each language; every other page is
/// in one only.
fn alternates(renderer: &Renderer<'_>, route: &Route) -> Vec<Translation> {
    let others = introductions(renderer);
    if others.is_empty() || !matches!(route, Route::Home | Route::Introduction(_)) {
        return Vec::new();
    }
    let site = &renderer.materials.portal.site;
    let home = translation(renderer, &site.language, &site.title, &Route::Home);
    std::iter::once(home).chain(others).collect()
}

fn surrounds(renderer: &Renderer<'_>) -> Vec<Surround> {
    let Some(Shades { light, dark }) = renderer.materials.assets.paper.clone() else { return Vec::new() };
    vec![Surround { scheme: "light", colour: light }, Surround { scheme: "dark", colour: dark }]
}

fn logo(renderer: &Renderer<'_>) -> Option<LogoView> {
    let Logo { file, size: (width, height) } = renderer.materials.assets.logo.as_ref()?;
    Some(LogoView { src: renderer.asset(file)?, width: *width, height: *height })
}

fn publisher(publisher: &Publisher) -> PublisherView {
    let Publisher { name, url, contact: asked, phone, address } = publisher.clone();
    PublisherView { name, url, contact: asked.as_deref().map(contact), phone, address }
}

/// A mail or web address, shown without its scheme if it is a mail's.
pub(crate) fn contact(address: &str) -> Link {
    Link { name: address.strip_prefix(MAILTO).unwrap_or(address).to_owned(), href: address.to_owned() }
}

fn links(renderer: &Renderer<'_>, links: &[SiteLink]) -> Vec<Link> {
    let link = |it: &SiteLink| Link { name: it.name.clone(), href: renderer.link(&it.url, &Route::Home) };
    links.iter().map(link).collect()
}

fn method(renderer: &Renderer<'_>) -> String {
    renderer.href(&Route::Text(crate::route::METHOD.to_owned()))
}

fn editions(renderer: &Renderer<'_>) -> String {
    let current = renderer.materials.portal.current_edition();
    let place = current.map(|edition| format!("#{}", Anchor::Edition(edition.id.clone()).id()));
    method(renderer) + &place.unwrap_or_default()
}

fn is_withdrawn(renderer: &Renderer<'_>, route: &Route) -> bool {
    let Route::Evaluation(slug, year) = route else { return false };
    let portal = renderer.materials.portal;
    let is_of = |code| portal.municipalities.get(code).is_some_and(|it| it.slug == *slug);
    portal.withdrawn.keys().any(|key| key.year == *year && is_of(&key.code))
}

/// What the page at `route` says if any evaluation is a draft: those about it that it
/// is one, all others that there are some.
fn notice(renderer: &Renderer<'_>, route: &Route) -> Option<Notice> {
    let is_about = |slug: &Slug, year: u16| match route {
        Route::Evaluation(of, in_year) => of == slug && *in_year == year,
        Route::Municipality(of) => of == slug,
        _ => false,
    };
    if renderer.materials.portal.drafts == Drafts::Hidden {
        return None;
    }
    let entries = renderer.materials.portal.entries();
    let mut drafts = entries.filter(|entry| entry.evaluation.publication.is_draft()).peekable();
    drafts.peek()?;
    let about = drafts.rfind(|it| is_about(&it.municipality.slug, it.evaluation.key.year));
    match about {
        Some(entry) => Notice::of(&entry.evaluation.publication),
        None => Some(Notice { id: "notice-among", date: None }),
    }
}

/// Texts of the main navigation: names of links and stems of pages.
const NAVIGATION_TEXTS: [(&str, &str); 2] =
    [("method", crate::route::METHOD), ("about", crate::route::ABOUT)];

fn texts(renderer: &Renderer<'_>) -> Vec<Link> {
    let is_elsewhere = |stem: &str| NAVIGATION_TEXTS.iter().any(|(_, other)| *other == stem);
    let pages = renderer.materials.portal.pages.iter().filter(|(stem, _)| !is_elsewhere(stem));
    let link = |(stem, page): (&String, &crate::model::TextPage)| Link {
        name: page.title.clone(),
        href: renderer.href(&Route::Text(stem.clone())),
    };
    pages.map(link).collect()
}

fn navigation(renderer: &Renderer<'_>, route: &Route) -> Vec<NavigationLink> {
    let here = route.address();
    let link = |(id, target): (&'static str, Route)| {
        let current = here.starts_with(&target.address());
        NavigationLink { id, href: renderer.href(&target), current }
    };
    sections(renderer).into_iter().map(link).collect()
}

/// The places of the main navigation that exist.
fn sections(renderer: &Renderer<'_>) -> Vec<(&'static str, Route)> {
    let exists = |stem: &str| renderer.materials.portal.pages.contains_key(stem);
    let texts = NAVIGATION_TEXTS.into_iter().filter(|(_, stem)| exists(stem));
    let fixed = [
        ("municipalities", Route::Municipalities),
        ("areas", Route::Areas),
        ("examples", Route::Examples),
        ("comparison", Route::Comparison),
    ];
    fixed.into_iter().chain(texts.map(|(id, stem)| (id, Route::Text(stem.to_owned())))).collect()
}

fn breadcrumb(renderer: &Renderer<'_>, route: &Route, via: Vec<Link>) -> Vec<Crumb> {
    if *route == Route::Home {
        return Vec::new();
    }
    let here = route.address();
    let above = |target: &Route| target.address() != here && here.starts_with(&target.address());
    let crumb = |name, id, href: String| {
        let url = format!("{}{href}", renderer.materials.base.origin);
        Crumb { name, id, href, url }
    };
    let home = crumb(None, Some("home"), renderer.href(&Route::Home));
    let sections = sections(renderer).into_iter().filter(|(_, target)| above(target));
    let sections = sections.map(|(id, target)| crumb(None, Some(id), renderer.href(&target)));
    let via = via.into_iter().map(|link| crumb(Some(link.name), None, link.href));
    std::iter::once(home).chain(sections).chain(via).collect()
}
