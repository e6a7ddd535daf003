//! Pages stay small when the whole country is in the portal (F6): 290 municipalities with
//! two evaluations each, as the benchmarks invent them.

#[path = "../../benches/invented/mod.rs"]
mod invented;

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::LazyLock;

use flate2::Compression;
use flate2::write::GzEncoder;
use kompass::load::load;
use kompass::model::Drafts;
use kompass::tree::Tree;
use kompass::{FullText, Options};

use crate::project::TODAY;
use crate::scratch::Folder;

/// The most bytes of a page, compressed. By gzip, which compresses less than the brotli of
/// the rule.
const BYTES: usize = 40_000;
/// The same for tables of all municipalities.
const BYTES_OF_TABLES: usize = 60_000;
/// The most elements of a page that is not such a table.
const ELEMENTS: usize = 3_500;
/// The most elements of a municipality's page.
const ELEMENTS_OF_MUNICIPALITY: usize = 1_500;
/// The most bytes of the map of everybody, compressed by gzip; by brotli they are 16,000.
const BYTES_OF_MAP: usize = 18_500;
/// The same of a map of neighbours.
const BYTES_OF_SMALL_MAP: usize = 6_000;

/// The files of that portal, without a search index.
pub(crate) fn tree() -> &'static Tree {
    static TREE: LazyLock<Tree> = LazyLock::new(|| {
        let folder = Folder::new();
        let root = folder.join("project");
        invented::write(&root, 290);
        let loaded = load(&root).unwrap();
        let options =
            Options { base_path: None, today: TODAY, full_text: FullText::Omitted, drafts: Drafts::Hidden };
        let compiled =
            loaded.project.try_and_then(|project| kompass::compile(&project, &options, &mut |_| ()));
        compiled.unwrap().value.unwrap().tree
    });
    &TREE
}

#[test]
fn pages_are_small_in_a_portal_of_the_whole_country() {
    let tree = tree();
    let mut largest: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut maps = 0;
    for (path, html) in tree.pages() {
        let (bytes, elements) = (compressed(html), elements(html));
        let kind = kind(path);
        let (most_bytes, most_elements) = match kind {
            "table" => (BYTES_OF_TABLES, usize::MAX),
            "municipality" => (BYTES, ELEMENTS_OF_MUNICIPALITY),
            _ => (BYTES, ELEMENTS),
        };
        if bytes > most_bytes || elements > most_elements {
            faults.push(format!("{path}: {bytes} bytes, {elements} elements"));
        }
        let (figure, most_bytes) = map(html);
        // Invented places are on a map of their own.
        maps += usize::from(figure > 0 && path != "om/design/index.html");
        if figure > most_bytes {
            faults.push(format!("{path}: a map of {figure} bytes"));
        }
        let most = largest.entry(kind).or_default();
        *most = (most.0.max(bytes), most.1.max(elements));
    }
    assert!(maps == 290, "{maps}: the home page and everyone but an island far out");
    assert!(faults.is_empty(), "{faults:#?}\nat most: {largest:?}");
    assert!(largest.len() == 5, "{largest:?}");
    assert!(largest["counted"].1 > 290, "they count every municipality: {largest:?}");
}

/// What budget a page falls under. Tables of all municipalities are lists of them, all
/// results of an area, and the tables of editions; the invented country has one group and
/// two sizes, so that a table of these is hardly shorter. Pages that count something for each
/// municipality are held to the budget of all others.
fn kind(path: &str) -> &'static str {
    let parts: Vec<_> = path.split('/').collect();
    match parts[..] {
        ["kommuner", "index.html"] | ["omraden", _, _, "index.html"] | ["jamfor", ..] => "table",
        ["goda-exempel", "natverk", "index.html"] | ["metod", "avvikelser", "index.html"] => "counted",
        ["kommuner", _, "index.html"] => "municipality",
        ["kommuner", _, _, "index.html"] => "evaluation",
        _ => "other",
    }
}

/// How many bytes the map of a page has, and how many it may have.
fn map(html: &[u8]) -> (usize, usize) {
    let html = str::from_utf8(html).unwrap();
    let kinds = [
        ("<figure class=\"map-figure\">", BYTES_OF_MAP),
        ("<figure class=\"vicinity\">", BYTES_OF_SMALL_MAP),
    ];
    let found = kinds.into_iter().find_map(|(figure, most)| Some((html.split_once(figure)?.1, most)));
    found.map_or((0, 0), |(rest, most)| {
        let figure = rest.split_once("</figure>").unwrap().0;
        (compressed(figure.as_bytes()), most)
    })
}

fn compressed(html: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(html).unwrap();
    encoder.finish().unwrap().len()
}

/// How many elements a page has: every tag that opens one.
fn elements(html: &[u8]) -> usize {
    html.windows(2).filter(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic()).count()
}
