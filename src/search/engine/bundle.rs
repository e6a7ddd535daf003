//! The files of a search, named and put together.

use std::collections::BTreeMap;
use std::mem;

use super::chunk::Chunk;
use super::corpus::Corpus;
use super::fragment::Fragment;
use super::overview::{self, Entry, NamedChunk, NamedFilter, NamedPage};
use super::pack::{Names, digest, packed};
use super::{Bundle, ENTRY, EngineError, INDEX};

/// How many signs of its digest the overview's name has, on top of as many as
/// the language has.
const OVERVIEW_NAME: usize = 8;

/// Puts together what belongs to a search of the corpus. Code and description
/// come from `model`, an index of other documents.
pub(super) fn bundle(
    model: Bundle,
    mut corpus: Corpus,
    chunks: Vec<Chunk>,
    language: &str,
) -> Result<Bundle, EngineError> {
    let mut entry: Entry =
        serde_json::from_slice(model.get(ENTRY).map_or(&[], Vec::as_slice)).map_err(EngineError::Json)?;
    let mut assembly = Assembly { language, bundle: code(model) };
    let pages = assembly.fragments(mem::take(&mut corpus.fragments));
    let page_count = pages.len();
    let chunks = assembly.chunks(chunks);
    let filters = assembly.filters(&corpus.filters)?;
    let orders: Vec<_> =
        corpus.orders.into_iter().map(|(name, keys)| (name, overview::order(keys))).collect();
    let fields: Vec<_> = corpus.fields.iter().collect();
    let overview = (&entry.version, pages, chunks, filters, orders, fields);
    let hash =
        assembly.overview(&minicbor::to_vec(overview).map_err(|error| EngineError::unwritten(&error))?)?;
    entry.describe(language, hash, page_count);
    let entry = serde_json::to_vec(&entry).map_err(EngineError::Json)?;
    assembly.bundle.insert(ENTRY.to_owned(), entry);
    Ok(assembly.bundle)
}

/// The files that are not the index proper.
fn code(model: Bundle) -> Bundle {
    let is_index = |path: &str| {
        let ending = path.rsplit('.').next();
        INDEX.iter().any(|(_, index)| ending == Some(index))
    };
    model.into_iter().filter(|(path, _)| !is_index(path)).collect()
}

struct Assembly<'a> {
    language: &'a str,
    bundle: Bundle,
}

impl Assembly<'_> {
    fn fragments(&mut self, fragments: Vec<Fragment>) -> Vec<NamedPage> {
        let mut names = Names::new(self.language);
        let pages = fragments.into_iter().map(|fragment| {
            let name = names.name(&fragment.digest);
            self.bundle.insert(format!("fragment/{name}.pf_fragment"), fragment.bytes);
            (name, fragment.words, "")
        });
        pages.collect()
    }

    fn chunks(&mut self, chunks: Vec<Chunk>) -> Vec<NamedChunk> {
        let mut names = Names::new(self.language);
        let ranges = chunks.into_iter().map(|chunk| {
            let name = names.name(&chunk.digest);
            self.bundle.insert(format!("index/{name}.pf_index"), chunk.bytes);
            (chunk.from, chunk.to, name)
        });
        ranges.collect()
    }

    fn filters(
        &mut self,
        filters: &BTreeMap<String, BTreeMap<String, Vec<u32>>>,
    ) -> Result<Vec<NamedFilter>, EngineError> {
        let mut names = Names::new(self.language);
        let mut files = Vec::with_capacity(filters.len());
        for (filter, values) in filters {
            let bytes = overview::filter(filter, values)?;
            let name = names.name(&digest(&bytes));
            self.bundle.insert(format!("filter/{name}.pf_filter"), packed(&bytes)?);
            files.push((filter.clone(), name));
        }
        Ok(files)
    }

    /// Adds the overview and returns what its name is told apart by.
    fn overview(&mut self, bytes: &[u8]) -> Result<String, EngineError> {
        let digest = digest(bytes);
        let short = digest.get(..self.language.len() + OVERVIEW_NAME).unwrap_or(&digest);
        let hash = format!("{}_{short}", self.language);
        self.bundle.insert(format!("pagefind.{hash}.pf_meta"), packed(bytes)?);
        Ok(hash)
    }
}
