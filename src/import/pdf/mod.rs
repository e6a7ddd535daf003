//! PDF → document. Alone names pdf-extract.
//!
//! A PDF knows where each letter stands and nothing else: lines, cells,
//! paragraphs and items are concluded from the gaps between them.

pub mod block;
pub mod layout;

use pdf_extract::{Document as File, MediaBox, OutputDev, OutputError, Transform, output_doc};

use self::layout::{Glyph, Page};
use super::document::{Document, Unseen};

/// Letters of a report; more is a trap.
const MOST_GLYPHS: usize = 4_000_000;

/// Reads the bytes of a PDF.
///
/// # Errors
/// With a message for people, when they are no PDF, locked or a trap. The
/// library panics on some damaged files; that is why it runs in a process of
/// its own.
pub fn read(bytes: &[u8]) -> Result<Document, String> {
    let mut file = File::load_mem(bytes).map_err(|_| "it is a damaged PDF".to_owned())?;
    if file.is_encrypted() {
        file.decrypt("").map_err(|_| "it is locked with a password".to_owned())?;
    }
    let mut collector = Collector::default();
    let is_whole = output_doc(&file, &mut collector).is_ok();
    let is_empty = collector.pages.iter().all(|page| page.glyphs.is_empty());
    if is_empty {
        return Err("it has no text; most likely it has been scanned".to_owned());
    }
    let mut document = block::document(&collector.pages);
    document.unseen = collector.unseen(is_whole);
    Ok(document)
}

/// Collects the letters of every page.
#[derive(Default)]
struct Collector {
    pages: Vec<Page>,
    count: usize,
}

impl Collector {
    fn unseen(&self, is_whole: bool) -> Vec<Unseen> {
        let is_unknown = |text: &str| text.contains(char::REPLACEMENT_CHARACTER) || text.contains('\0');
        let unknown = self.pages.iter().flat_map(|page| &page.glyphs).any(|glyph| is_unknown(&glyph.text));
        let blank = self.pages.iter().any(|page| page.glyphs.is_empty());
        [(!is_whole, Unseen::BadBytes), (blank, Unseen::PageWithoutText), (unknown, Unseen::UnknownCharacter)]
            .into_iter()
            .filter_map(|(is_so, unseen)| is_so.then_some(unseen))
            .collect()
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        _media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page::default());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        if self.count > MOST_GLYPHS {
            return Err(OutputError::IoError(std::io::Error::other("too many letters")));
        }
        // The side of the square that the transform makes of a letter's.
        let size = font_size * (transform.m11 * transform.m22 - transform.m12 * transform.m21).abs().sqrt();
        let glyph =
            Glyph { x: transform.m31, y: transform.m32, width: width * size, size, text: text.to_owned() };
        if let Some(page) = self.pages.last_mut().filter(|_| glyph.is_sound()) {
            page.glyphs.push(glyph);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
