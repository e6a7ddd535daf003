//! Checks of the finished pages, whatever the stages before have checked.
//!
//! Content with these faults is stopped by earlier stages, but the templates of a
//! theme can have them too. So this stage looks only at the finished [`Tree`], as a
//! browser will: one pass over each page collects its ids, links and forbidden
//! markup, a second one looks the links up. Both run over all pages in parallel.

pub(crate) mod address;
mod attribute;
mod page;
mod source;

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Fault, Outcome, Place};
use crate::tree::Tree;
use page::{Finding, Link, Page};

/// How much of a start tag a fault quotes, in characters: enough to recognise it.
const MAX_QUOTED: usize = 80;

/// Checks every `*.html` file of `tree`: internal links and anchors, unique
/// ids, alternative texts (F2), and that there is no inline script, event
/// attribute, `javascript:` address or inline style (F4).
///
/// `base_path` is the path the site lives under; it begins and ends with `/`.
/// An address that begins with `/` but not with `base_path` leads out of the
/// site and counts as broken (F5), and so does one with a scheme no page may
/// use (W3). Addresses of other sites are not followed.
///
/// Faults come in the order of the pages and of the elements in a page.
pub fn check(tree: &Tree, base_path: &str) -> Outcome<()> {
    let files: Vec<_> = tree.iter().collect();
    let pages: Vec<_> = files
        .par_iter()
        .with_max_len(crate::parallel::BATCH)
        .map(|(path, bytes)| is_page(path).then(|| Page::read(bytes)))
        .collect();
    let places = files.iter().zip(&pages).map(|((path, _), page)| (path.as_str(), page.as_ref())).collect();
    let targets = Targets { base_path, places };
    let places = files.par_iter().zip(&pages);
    let faults = places.filter_map(|((path, _), page)| Some(targets.faults(path, page.as_ref()?)));
    Outcome::new((), faults.flatten_iter().collect())
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension == "html")
}

/// Everything that a link can lead to.
struct Targets<'a> {
    base_path: &'a str,
    /// All files by path, with what has been read where it is a page. Every link asks for
    /// one.
    places: IndexMap<&'a str, Option<&'a Page<'a>>, ahash::RandomState>,
}

impl Targets<'_> {
    /// All faults of one page, by element.
    fn faults(&self, path: &str, page: &Page) -> Vec<Diagnostic> {
        let broken = page.links.iter().filter_map(|link| self.follow(path, link));
        let mut findings: Vec<Finding> = page.findings.iter().cloned().chain(broken).collect();
        findings.sort_by_key(|finding| finding.tag.start);
        findings.into_iter().map(|finding| diagnostic(path, page, finding)).collect()
    }

    /// What is wrong with `link` on the page at `path`, if anything.
    fn follow(&self, path: &str, link: &Link) -> Option<Finding> {
        let there = address::resolve(self.base_path, path, &link.target);
        let found = there.and_then(|there| Some((self.places.get(&*there.path)?, there.anchor)));
        let target = || link.target.clone();
        let fault = match found {
            None => Fault::PageLink { target: target() },
            // In other files than pages the `#` may mean anything, depending on their format.
            Some((None, _)) => return None,
            Some((Some(page), anchor)) if has_anchor(page, anchor) => return None,
            Some(_) => Fault::PageAnchor { target: target() },
        };
        Some(Finding { tag: link.tag.clone(), fault })
    }
}

/// Whether `page` has the place named after a `#`.
fn has_anchor(page: &Page, anchor: &str) -> bool {
    address::is_top(anchor)
        || page.ids.contains(anchor)
        || address::decode(anchor).is_some_and(|anchor| page.ids.contains(&*anchor))
}

/// `finding` as a fault that quotes the beginning of the element it concerns.
fn diagnostic(path: &str, page: &Page, finding: Finding) -> Diagnostic {
    let tag = String::from_utf8_lossy(page.bytes.get(finding.tag).unwrap_or_default());
    let mut element: String = tag.chars().take(MAX_QUOTED).collect();
    if element.len() < tag.len() {
        element.push('…');
    }
    Diagnostic::new(finding.fault, Place::Page { path: path.to_owned(), element })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages and files links may lead to, the page under test as the
    /// municipality's.
    fn site(body: &str) -> Tree {
        let mut tree = Tree::default();
        let page = format!("<!doctype html>\r\n<title>Häbo <img></title>\n{body}");
        let files = [
            ("kommuner/habo/index.html", page.as_str()),
            ("index.html", "<h1 id=topp>Å</h1><h2 id=räkna>"),
            ("404.html", "<a href=/kk/>Hem</a>"),
            ("assets/a.png", ""),
            ("assets/b.svg", "<svg id=b>"),
        ];
        for (path, text) in files {
            tree.insert(path.to_owned(), text.as_bytes().to_vec()).unwrap();
        }
        tree
    }

    /// Faults of a page, as code, first argument and element.
    fn faults(body: &str) -> Vec<String> {
        let told = |diagnostic: Diagnostic| {
            let argument = diagnostic.fault.arguments().first().map_or("", |it| it.1).to_owned();
            let Place::Page { path, element } = diagnostic.place else { panic!("no page") };
            assert_eq!(path, "kommuner/habo/index.html");
            format!("{} {argument} {element}", diagnostic.fault.code())
        };
        check(&site(body), "/kk/").faults.into_iter().map(told).collect()
    }

    fn assert_clean(body: &str) {
        assert_eq!(faults(body), Vec::<String>::new(), "{body}");
    }

    fn assert_faults(body: &str, expected: &[&str]) {
        assert_eq!(faults(body), expected, "{body}");
    }

    #[test]
    fn a_clean_page_has_no_faults() {
        assert_clean(
            "<a href='/kk/#topp'>a</a><a href='../../#r%C3%A4kna'>b</a><a href='/kk/?a=1&amp;b=2#räkna'>c</a>\
             <a href=#here>d</a><p id=here><a href=''>e</a><a href='#'>f</a><a href=#TOP>g</a>\
             <img alt src=/kk/assets/a.png srcset='/kk/assets/a.png 2x, ../../assets/b.svg'>\
             <svg role=img aria-label=Ros><title><use href='/kk/assets/b.svg#any'></use></title></svg>\
             <svg aria-hidden=true><path/></svg><svg/><textarea><img></textarea><script src=/kk/assets/a.png></script>\
             <form action=/kk/><button></button></form><!-- <img><script> -->\
             <a href='https://skr.se/x#y'><a href=mailto:a@b.se><a href=tel:+46><img alt='' src='data:,'>",
        );
    }

    #[test]
    fn links_must_lead_somewhere() {
        assert_faults(
            "å <a\thref='/kk/a&aring;/'>x</a>",
            &["check/broken-link /kk/aå/ <a\thref='/kk/a&aring;/'>"],
        );
        assert_faults("<a href=/kommuner/>", &["check/broken-link /kommuner/ <a href=/kommuner/>"]);
        assert_faults("<a href=../habo>", &["check/broken-link ../habo <a href=../habo>"]);
        assert_faults("<img alt='' src=x.png>", &["check/broken-link x.png <img alt='' src=x.png>"]);
        assert_faults("<img alt src=''>", &["check/broken-link  <img alt src=''>"]);
        assert_faults("<form action=/>", &["check/broken-link / <form action=/>"]);
        assert_faults("<a href=hhtp://skr.se>", &["check/broken-link hhtp://skr.se <a href=hhtp://skr.se>"]);
        assert_faults(
            "<source srcset='/kk/assets/a.png, c.png 2x'>",
            &["check/broken-link c.png <source srcset='/kk/assets/a.png, c.png 2x'>"],
        );
        assert_faults("<noscript><a href=y></noscript>", &["check/broken-link y <a href=y>"]);
    }

    #[test]
    fn anchors_must_exist() {
        assert_faults("<a href=#no>", &["check/broken-anchor #no <a href=#no>"]);
        assert_faults("<p id=a><a href=/kk/#a>", &["check/broken-anchor /kk/#a <a href=/kk/#a>"]);
    }

    #[test]
    fn ids_are_unique() {
        assert_faults("<p id=a><b ID='a' >", &["check/duplicate-id a <b ID='a' >"]);
    }

    #[test]
    fn images_have_a_text() {
        assert_faults("<img src=/kk/assets/a.png>", &["check/missing-alt  <img src=/kk/assets/a.png>"]);
        assert_faults("<svg role=img aria-label=' '>", &["check/missing-alt  <svg role=img aria-label=' '>"]);
        assert_clean("<svg role=img aria-labelledby=t></svg>");
    }

    #[test]
    fn scripts_and_styles_are_files() {
        assert_faults("<script>'<img>'</script>", &["check/inline-script  <script>"]);
        assert_faults("<b ONCLICK=a()>", &["check/inline-script  <b ONCLICK=a()>"]);
        assert_faults(
            "<a href=' Java&Tab;Script:a()'>",
            &["check/inline-script  <a href=' Java&Tab;Script:a()'>"],
        );
        assert_faults("<style>a{}</style>", &["check/inline-style  <style>"]);
        assert_faults(
            "<svg><style/><b style>",
            &["check/inline-style  <style/>", "check/inline-style  <b style>"],
        );
    }

    #[test]
    fn data_for_search_engines_is_no_script_as_long_as_it_stays_within() {
        let data = "<script type=\"application/ld+json\">";
        assert_clean(&format!("{data}{{\"name\":\"\\u003c/script>\"}}</script>"));
        // A raw end in a title ends the data, and what follows is markup.
        let early = format!("{data}{{\"name\":\"</script><script>go()</script>\"}}</script>");
        assert_faults(&early, &[&format!("check/inline-script  {data}"), "check/inline-script  <script>"]);
        for inside in ["", "{", "go()", "{\"name\":\"<!--<script>\"}", "{}{}"] {
            assert_faults(&format!("{data}{inside}</script>"), &[&format!("check/inline-script  {data}")]);
        }
        assert_faults(&format!("{data}{{"), &[&format!("check/inline-script  {data}")]);
        // Nothing else is exempt, however alike.
        for kind in
            ["", "module", "text/javascript", "application/json", "application/ld+json;x", "importmap"]
        {
            let script = format!("<script type='{kind}'>");
            assert_faults(&format!("{script}{{}}</script>"), &[&format!("check/inline-script  {script}")]);
        }
        assert_faults("<svg><script>{}</script></svg>", &["check/inline-script  <script>"]);
    }

    #[test]
    fn faults_come_by_page_and_element_and_quote_a_little() {
        let long = format!("<a href=x title='{}'><img>", "å".repeat(90));
        let expected = format!("check/broken-link x <a href=x title='{}…", "å".repeat(63));
        assert_faults(&long, &[&expected, "check/missing-alt  <img>"]);
    }

    #[test]
    fn nothing_panics_whatever_the_bytes() {
        for body in
            ["<", "<a href", "<a href='", "<!--", "<svg><![CDATA[", "</", "<a =>", "&#x;<a/b", "<img\r\nx"]
        {
            faults(body);
        }
        let mut tree = Tree::default();
        tree.insert("a.html".into(), b"\xff<a href='\xff\xfe%'>\0<\xc3".to_vec()).unwrap();
        assert_eq!(check(&tree, "/").faults.len(), 1);
    }
}
