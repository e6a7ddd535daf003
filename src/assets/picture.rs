//! How large a picture is, so that a page keeps its place free before it has come.

/// Width and height in pixels, or in the units of an SVG.
pub(super) type Size = (u32, u32);

/// What a picture is written in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Lines and surfaces.
    Svg,
    /// Pixels.
    Png,
}

impl Kind {
    /// The kind of the file `name`; nothing if a logo cannot be of that kind.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1 {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// The size of the picture `bytes`; nothing if it does not say.
    pub(super) fn size(self, bytes: &[u8]) -> Option<Size> {
        let (width, height) = match self {
            Self::Svg => of_svg(bytes)?,
            Self::Png => of_png(bytes)?,
        };
        (width > 0 && height > 0).then_some((width, height))
    }
}

/// PNG (ISO/IEC 15948), 11.2.2: after the signature comes the chunk `IHDR`, which begins
/// with width and height.
fn of_png(bytes: &[u8]) -> Option<Size> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..)?.strip_prefix(b"IHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    Some((number(0)?, number(4)?))
}

/// Its `viewBox`, or else its `width` and `height`.
fn of_svg(bytes: &[u8]) -> Option<Size> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tag = text.get(text.find("<svg")?..)?;
    let tag = tag.get(..tag.find('>')?)?;
    if let Some(view_box) = attribute(tag, "viewBox") {
        let mut numbers = view_box.split([' ', ',', '\n']).filter(|it| !it.is_empty()).skip(2);
        return Some((whole(numbers.next()?)?, whole(numbers.next()?)?));
    }
    Some((whole(attribute(tag, "width")?)?, whole(attribute(tag, "height")?)?))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut places = tag.match_indices(name);
    places.find_map(|(at, _)| {
        let is_whole = tag.get(..at)?.ends_with(char::is_whitespace);
        let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| is_whole && matches!(quote, '"' | '\''))?;
        value.get(1..)?.split(quote).next()
    })
}

/// A length in pixels, fractions left out.
fn whole(length: &str) -> Option<u32> {
    let length = length.trim().trim_end_matches("px");
    let (whole, fraction) = length.split_once('.').unwrap_or((length, "0"));
    fraction.bytes().all(|byte| byte.is_ascii_digit()).then(|| whole.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_say_how_large_they_are() {
        let svg = |head: &str| {
            Kind::Svg.size(format!("<?xml version=\"1.0\"?>\n<svg {head}><g/></svg>").as_bytes())
        };
        assert_eq!(svg("xmlns='x' viewBox=\"0 0 120.5 40\" width='3'"), Some((120, 40)));
        assert_eq!(svg("stroke-width='9' width='12px' height='8'"), Some((12, 8)));
        assert_eq!(svg("width='100%' height='8'"), None);
        assert_eq!(svg("viewBox='0 0 0 40'"), None);
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\0\x10\x08";
        assert_eq!(Kind::Png.size(png), Some((256, 16)));
        assert_eq!(Kind::Png.size(png.get(..20).unwrap()), None);
        assert_eq!(Kind::Png.size(b"GIF89a"), None);
    }
}
