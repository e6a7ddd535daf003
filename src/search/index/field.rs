//! Where words stand, and what that is worth.

/// A field of a document. A smaller one weighs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// What the thing is called besides its title.
    Names,
    /// The heading of a hit.
    Title,
    /// What the page is about, such as the evaluation.
    Place,
    /// Headings within the text.
    Headings,
    /// The text.
    Text,
    /// Words inside compounds of title and text (S2).
    Parts,
}

impl Field {
    /// All fields.
    pub(super) const ALL: [Self; 6] =
        [Self::Names, Self::Title, Self::Place, Self::Headings, Self::Text, Self::Parts];

    /// How many occurrences in the text one in this field is worth. Tuned on the
    /// acceptance set.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Names => 8.0,
            Self::Title => 4.0,
            Self::Headings => 2.0,
            Self::Place | Self::Text => 1.0,
            Self::Parts => 0.5,
        }
    }
}

/// How often a term stands in each field of a document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frequencies([u16; Field::ALL.len()]);

/// Where the worth of repetition begins to level off (BM25's k₁).
const SATURATION: f32 = 1.2;

/// How much the length of a text counts against it (BM25's b).
const LENGTH: f32 = 0.6;

/// The largest value of [`Frequencies::impact`] without its marks.
const IMPACTS: f32 = 31.0;

/// Marks an impact: the term is written out, not only inside a compound.
pub(super) const WRITTEN: u8 = 0x80;

/// Marks an impact: the term stands in the title or a name.
pub(super) const TITLED: u8 = 0x40;

impl Frequencies {
    /// Counts one more.
    pub(super) fn add(&mut self, field: Field) {
        if let Some(count) = self.0.get_mut(field as usize) {
            *count = count.saturating_add(1);
        }
    }

    fn of(self, field: Field) -> u16 {
        self.0.get(field as usize).copied().unwrap_or(0)
    }

    /// What the term says of a document whose text is `length` times as long as
    /// those of a portal are on average: the part of BM25F that needs no other
    /// document, from 0 to 1 in 31 steps, with [`WRITTEN`] and [`TITLED`].
    pub(super) fn impact(self, length: f32) -> u8 {
        let weighted = |field: Field| {
            let count = f32::from(self.of(field)) * field.weight();
            // Most terms stand in few fields, and to divide takes long.
            if count > 0.0 && matches!(field, Field::Text | Field::Parts) {
                count / (1.0 - LENGTH + LENGTH * length)
            } else {
                count
            }
        };
        let count: f32 = Field::ALL.into_iter().map(weighted).sum();
        let step = (count / (SATURATION + count) * IMPACTS).clamp(1.0, IMPACTS);
        let is_titled = self.of(Field::Names) + self.of(Field::Title) > 0;
        let is_written = Field::ALL.into_iter().any(|field| field != Field::Parts && self.of(field) > 0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=31")]
        // Rounded; `round` is a call on processors as old as those that we build for.
        let step = (step + 0.5) as u8;
        step | if is_written { WRITTEN } else { 0 } | if is_titled { TITLED } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn impact(fields: &[Field], length: f32) -> u8 {
        let mut frequencies = Frequencies::default();
        for field in fields {
            frequencies.add(*field);
        }
        frequencies.impact(length)
    }

    #[test]
    fn a_heading_says_more_than_a_text_and_a_short_text_more_than_a_long_one() {
        let value = |fields: &[Field], length| impact(fields, length) & 0x1f;
        assert!(value(&[Field::Title], 1.0) > value(&[Field::Text], 1.0));
        assert!(value(&[Field::Text], 1.0) > value(&[Field::Parts], 1.0));
        assert!(value(&[Field::Text], 0.5) > value(&[Field::Text], 2.0));
        assert!(value(&[Field::Text; 3], 1.0) > value(&[Field::Text], 1.0));
        assert!(value(&[Field::Text], f32::INFINITY) == 1);
    }

    #[test]
    fn marks_tell_where_a_term_stands() {
        let marks = |field| impact(&[field], 1.0) & (WRITTEN | TITLED);
        assert_eq!(marks(Field::Parts), 0);
        assert_eq!(marks(Field::Text), WRITTEN);
        assert_eq!(marks(Field::Title), WRITTEN | TITLED);
    }
}
