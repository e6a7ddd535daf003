//! PDF → document. The only file that names the library pdf-extract.
//!
//! A PDF knows where each letter stands and nothing else: lines, cells,
//! paragraphs and items are concluded from the gaps between them.

pub(super) mod block;
pub(super) mod layout;
mod score;

use std::collections::BTreeSet;

use pdf_extract::{
    ColorSpace, Document as File, MediaBox, Object, OutputDev, OutputError, Path, PathOp, Transform,
    output_doc,
};

use self::layout::{Glyph, Page};
use crate::import::line::document::{Document, Unseen};

/// The most letters of a PDF. Real reports have some 70,000; one with more than
/// this is made to fill the memory.
const MAX_GLYPHS: usize = 4_000_000;

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
    spell_out_widths(&mut file);
    let has_pictures = file.objects.values().any(is_picture);
    let mut collector = Collector::default();
    let is_whole = output_doc(&file, &mut collector).is_ok();
    let is_empty = collector.pages.iter().all(|page| page.glyphs.is_empty());
    if is_empty {
        return Err("it has no text; most likely it has been scanned".to_owned());
    }
    let mut document = block::document(&collector.pages);
    document.unseen = collector.unseen(is_whole, has_pictures);
    Ok(document)
}

/// Writes out the widths of letters that a font gives for a row of codes at
/// once (`3 17 250`): the library takes all of those for missing, and then no
/// letter stands where it should.
fn spell_out_widths(file: &mut File) {
    let fonts = file.objects.values().filter_map(|it| it.as_dict().ok()?.get(b"W").ok());
    let shared: BTreeSet<_> = fonts.filter_map(|it| it.as_reference().ok()).collect();
    for (id, object) in &mut file.objects {
        let widths = match object {
            Object::Array(widths) if shared.contains(id) => Some(widths),
            Object::Dictionary(font) => font.get_mut(b"W").and_then(Object::as_array_mut).ok(),
            _ => None,
        };
        if let Some(widths) = widths {
            *widths = spelled_out(widths);
        }
    }
}

/// `first [width …] first last width …` with lists only; what is neither ends
/// the row.
fn spelled_out(widths: &[Object]) -> Vec<Object> {
    let mut lists = Vec::new();
    let mut rest = widths;
    let mut left = MAX_CODES;
    loop {
        rest = match rest {
            [first, list @ Object::Array(_), rest @ ..] => {
                lists.extend([first.clone(), list.clone()]);
                rest
            }
            [Object::Integer(first), Object::Integer(last), width, rest @ ..] => {
                let count =
                    usize::try_from(last.saturating_sub(*first)).unwrap_or(0).saturating_add(1).min(left);
                left -= count;
                lists.extend([Object::Integer(*first), Object::Array(vec![width.clone(); count])]);
                rest
            }
            _ => return lists,
        };
    }
}

/// The least width and height of a picture, in its dots: smaller ones are lines and spots.
const PICTURE: i64 = 16;

/// Whether an object of a file is a picture that is large enough to show something.
fn is_picture(object: &Object) -> bool {
    let Ok(stream) = object.as_stream() else { return false };
    let key = |key: &[u8]| stream.dict.get(key).ok();
    let is_large = |name: &[u8]| key(name).and_then(|it| it.as_i64().ok()).is_some_and(|it| it >= PICTURE);
    let is_image = key(b"Subtype").and_then(|it| it.as_name().ok()).is_some_and(|it| it == b"Image");
    is_image && is_large(b"Width") && is_large(b"Height")
}

/// How wide a drawn bullet is, in points.
const BULLET: std::ops::Range<f64> = 1.5..8.0;

/// The height of a bullet as a share of the height of its font.
const BULLET_HEIGHT: f64 = 0.36;

/// The most codes of a font: they have two bytes.
const MAX_CODES: usize = 0x1_0000;

/// Collects the letters of every page.
#[derive(Default)]
struct Collector {
    pages: Vec<Page>,
    count: usize,
}

impl Collector {
    fn unseen(&self, is_whole: bool, has_pictures: bool) -> Vec<Unseen> {
        let is_unknown = |text: &str| text.contains(char::REPLACEMENT_CHARACTER) || text.contains('\0');
        let unknown = self.pages.iter().flat_map(|page| &page.glyphs).any(|glyph| is_unknown(&glyph.text));
        let blank = self.pages.iter().any(|page| page.glyphs.is_empty());
        let kinds = [
            (!is_whole, Unseen::BadBytes),
            (has_pictures, Unseen::Picture),
            (blank, Unseen::PageWithoutText),
            (unknown, Unseen::UnknownCharacter),
        ];
        kinds.into_iter().filter_map(|(is_so, unseen)| is_so.then_some(unseen)).collect()
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
        if self.count > MAX_GLYPHS {
            return Err(OutputError::IoError(std::io::Error::other("too many letters")));
        }
        // The side of the square that the transform makes of a letter's.
        let size = font_size * (transform.m11 * transform.m22 - transform.m12 * transform.m21).abs().sqrt();
        let glyph =
            Glyph { x: transform.m31, y: transform.m32, width: width * size, size, text: text.to_owned() };
        if glyph.is_sound()
            && let Some(page) = self.pages.last_mut()
        {
            page.glyphs.push(glyph);
        }
        Ok(())
    }

    fn fill(
        &mut self,
        transform: &Transform,
        _space: &ColorSpace,
        _color: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        if let (Some(bullet), Some(page)) = (drawn_bullet(transform, path), self.pages.last_mut()) {
            page.glyphs.push(bullet);
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

/// The bullet that a small spot stands for: browsers draw them.
fn drawn_bullet(transform: &Transform, path: &Path) -> Option<Glyph> {
    let points = path.ops.iter().flat_map(corners).map(|(x, y)| transform.transform_point((x, y).into()));
    let (xs, ys): (Vec<_>, Vec<_>) = points.map(|point| (point.x, point.y)).unzip();
    let (left, right) = extent(&xs)?;
    let (low, high) = extent(&ys)?;
    let (width, height) = (right - left, high - low);
    let is_spot = BULLET.contains(&width) && (width - height).abs() < 0.2 * width;
    let glyph = Glyph { x: left, y: low, width, size: height / BULLET_HEIGHT, text: "•".to_owned() };
    (is_spot && glyph.is_sound()).then_some(glyph)
}

/// The least and the greatest.
fn extent(numbers: &[f64]) -> Option<(f64, f64)> {
    let numbers = || numbers.iter().copied();
    numbers().reduce(f64::min).zip(numbers().reduce(f64::max))
}

/// The corners of a part of a path.
fn corners(op: &PathOp) -> Vec<(f64, f64)> {
    match *op {
        PathOp::MoveTo(x, y) | PathOp::LineTo(x, y) | PathOp::CurveTo(_, _, _, _, x, y) => vec![(x, y)],
        PathOp::Rect(x, y, width, height) => vec![(x, y), (x + width, y + height)],
        PathOp::Close => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_spots_are_bullets_and_other_drawings_are_not() {
        let drawn = |ops: Vec<PathOp>| {
            drawn_bullet(&Transform::row_major(0.75, 0.0, 0.0, 0.75, 10.0, 20.0), &Path { ops })
        };
        let spot = drawn(vec![PathOp::Rect(4.0, 8.0, 4.0, 4.0)]).unwrap();
        assert_eq!((spot.x, spot.y, spot.width, spot.text.as_str()), (13.0, 26.0, 3.0, "•"));
        let round = vec![
            PathOp::MoveTo(4.0, 0.0),
            PathOp::CurveTo(4.0, 2.0, 2.0, 4.0, 2.0, 4.0),
            PathOp::CurveTo(0.0, 4.0, 0.0, 2.0, 0.0, 2.0),
            PathOp::CurveTo(0.0, 0.0, 2.0, 0.0, 2.0, 0.0),
            PathOp::Close,
        ];
        assert!(drawn(round).is_some());
        let (rule, area) = (PathOp::Rect(0.0, 0.0, 400.0, 1.0), PathOp::Rect(0.0, 0.0, 40.0, 40.0));
        for other in [vec![rule], vec![area], vec![]] {
            assert!(drawn(other).is_none());
        }
    }

    #[test]
    fn widths_of_rows_of_codes_are_spelled_out() {
        let list = |widths: &[i64]| Object::Array(widths.iter().map(|it| Object::Integer(*it)).collect());
        let number = Object::Integer;
        let widths =
            [number(1), list(&[7, 8]), number(3), number(5), number(250), number(9), list(&[6]), number(1)];
        let expected = [number(1), list(&[7, 8]), number(3), list(&[250, 250, 250]), number(9), list(&[6])];
        assert_eq!(spelled_out(&widths), expected);
        assert_eq!(spelled_out(&[number(5), number(3), number(1)]), [number(5), list(&[1])]);
    }
}
