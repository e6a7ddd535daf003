//! The shape of a file, read off its type.
//!
//! serde's derived code asks for what a type is made of: it names the fields of a struct and the
//! words of an enumeration, and says where it wants a number or a text. The tracer here answers
//! with the simplest value there is, and writes down what it was asked for. So the description of a
//! file is the code that reads it, and cannot fall behind.

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// What a value looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing has been asked for yet.
    #[default]
    Unknown,
    /// A text.
    Text,
    /// A whole number from 0 to this one.
    Whole(u64),
    /// `true` or `false`.
    Truth,
    /// One of these words.
    Word(Vec<&'static str>),
    /// Any number of values of one shape.
    List(Box<Shape>),
    /// Values of one shape by keys of one's own.
    Map(Box<Shape>),
    /// Fields, in the order in which the type has them.
    Fields(Vec<Field>),
}

/// A field of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    /// Its key.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether the table is refused without it.
    pub is_required: bool,
}

/// The shape of a `T`; nothing if it holds what a file cannot, such as a tuple.
pub(super) fn shape<T: DeserializeOwned>() -> Option<Shape> {
    let mut shape = traced::<T>(None)?;
    for path in paths(&shape) {
        let is_required = traced::<T>(Some(&path)).is_none();
        if let Some(field) = field(&mut shape, &path) {
            field.is_required = is_required;
        }
    }
    Some(shape)
}

/// What a `T` asks for when the field at `left_out` is not there; nothing if it needs that.
fn traced<T: DeserializeOwned>(left_out: Option<&[usize]>) -> Option<Shape> {
    let mut shape = Shape::Unknown;
    T::deserialize(Tracer { shape: &mut shape, left_out }).ok().map(|_| shape)
}

/// The way to every field, by the numbers of fields.
fn paths(shape: &Shape) -> Vec<Vec<usize>> {
    match shape {
        Shape::List(inner) | Shape::Map(inner) => paths(inner),
        Shape::Fields(fields) => {
            let of_field = |(at, field): (usize, &Field)| {
                let below = paths(&field.shape).into_iter().map(move |path| [vec![at], path].concat());
                std::iter::once(vec![at]).chain(below).collect::<Vec<_>>()
            };
            fields.iter().enumerate().flat_map(of_field).collect()
        }
        _ => Vec::new(),
    }
}

fn field<'s>(shape: &'s mut Shape, path: &[usize]) -> Option<&'s mut Field> {
    match shape {
        Shape::List(inner) | Shape::Map(inner) => field(inner, path),
        Shape::Fields(fields) => {
            let (first, rest) = path.split_first()?;
            let found = fields.get_mut(*first)?;
            if rest.is_empty() { Some(found) } else { field(&mut found.shape, rest) }
        }
        _ => None,
    }
}

/// Why a type cannot be made of the simplest values.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field is missing, or a type is no part of a file")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Answers a type, and writes down what it asks for.
struct Tracer<'t> {
    shape: &'t mut Shape,
    /// The way from here to the field that is not given.
    left_out: Option<&'t [usize]>,
}

/// The words of a date with nothing but a day, the only kind that files have.
const DAY: &str = "2020-12-08";

impl<'de> Deserializer<'de> for Tracer<'_> {
    type Error = Refused;

    /// Only days are taken in several ways; as a text all of them can be written.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Text;
        visitor.visit_str(DAY)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Truth;
        visitor.visit_bool(false)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Whole(u8::MAX.into());
        visitor.visit_u8(1)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Whole(u16::MAX.into());
        visitor.visit_u16(1)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Whole(u32::MAX.into());
        visitor.visit_u32(1)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Text;
        visitor.visit_str("")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let mut inner = Shape::Unknown;
        let item = Tracer { shape: &mut inner, left_out: self.left_out };
        let value = visitor.visit_seq(Once(Some(item)))?;
        *self.shape = Shape::List(Box::new(inner));
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let mut inner = Shape::Unknown;
        let item = Tracer { shape: &mut inner, left_out: self.left_out };
        let value = visitor.visit_map(Once(Some(item)))?;
        *self.shape = Shape::Map(Box::new(inner));
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        // toml asks in this way for a value together with its place.
        if let (true, [start, end, value]) = (name.ends_with("Spanned"), names) {
            return visitor.visit_map(Placed { keys: [start, end, value].into_iter(), tracer: Some(self) });
        }
        let mut fields = Vec::new();
        let value = visitor.visit_map(Given {
            names: names.iter().enumerate(),
            fields: &mut fields,
            left_out: self.left_out,
        })?;
        *self.shape = Shape::Fields(fields);
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        *self.shape = Shape::Word(words.to_vec());
        visitor.visit_enum(Word(words.first().ok_or(Refused)?))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
        identifier ignored_any
    }
}

impl<'t> IntoDeserializer<'_, Refused> for Tracer<'t> {
    type Deserializer = Tracer<'t>;

    fn into_deserializer(self) -> Tracer<'t> {
        self
    }
}

/// One item of a list, or one entry of a map.
struct Once<'t>(Option<Tracer<'t>>);

impl<'de> SeqAccess<'de> for Once<'_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        self.0.take().map(|tracer| seed.deserialize(tracer)).transpose()
    }
}

impl<'de> MapAccess<'de> for Once<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        if self.0.is_none() {
            return Ok(None);
        }
        // Keys are texts in every file.
        seed.deserialize(Tracer { shape: &mut Shape::Unknown, left_out: None }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        seed.deserialize(self.0.take().ok_or(Refused)?)
    }
}

/// A value and its place, which is nowhere.
struct Placed<'t, I> {
    keys: I,
    tracer: Option<Tracer<'t>>,
}

impl<'de, I: Iterator<Item = &'static &'static str> + ExactSizeIterator> MapAccess<'de> for Placed<'_, I> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        // toml compares with keys that it wants to borrow.
        self.keys.next().map(|key| seed.deserialize(BorrowedStrDeserializer::new(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        if self.keys.len() == 0 {
            seed.deserialize(self.tracer.take().ok_or(Refused)?)
        } else {
            seed.deserialize(0_u64.into_deserializer())
        }
    }
}

/// All fields but the one that is left out.
struct Given<'t, I> {
    names: I,
    fields: &'t mut Vec<Field>,
    left_out: Option<&'t [usize]>,
}

impl<'de, I: Iterator<Item = (usize, &'static &'static str)>> MapAccess<'de> for Given<'_, I> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        let is_given = |at: usize| self.left_out.is_none_or(|path| path != [at]);
        let Some((_, name)) = self.names.by_ref().find(|(at, _)| is_given(*at)) else { return Ok(None) };
        self.fields.push(Field { name, ..Field::default() });
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let at = self.fields.len().checked_sub(1).ok_or(Refused)?;
        let left_out = self.left_out.and_then(|path| path.strip_prefix(&[at]));
        let field = self.fields.last_mut().ok_or(Refused)?;
        seed.deserialize(Tracer { shape: &mut field.shape, left_out })
    }
}

/// A word of an enumeration.
struct Word(&'static str);

impl<'de> EnumAccess<'de> for Word {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Refused> {
        Ok((seed.deserialize(StrDeserializer::new(self.0))?, self))
    }
}

impl<'de> VariantAccess<'de> for Word {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Refused> {
        Err(Refused)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Refused> {
        Err(Refused)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Refused> {
        Err(Refused)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use toml::Spanned;

    use super::*;

    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[expect(dead_code, reason = "only its shape counts")]
    struct Whole {
        a_text: Spanned<String>,
        may_be: Option<Spanned<u8>>,
        #[serde(default)]
        list: Vec<Part>,
        word: Choice,
        map: BTreeMap<Spanned<String>, Spanned<u16>>,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its shape counts")]
    struct Part {
        #[serde(default)]
        is_so: bool,
        day: String,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Choice {
        OneThing,
        Other,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its shape counts")]
    struct Odd(u8, u8);

    #[test]
    fn the_shape_of_a_type_is_what_it_asks_for() {
        let field = |name, shape, is_required| Field { name, shape, is_required };
        let part = vec![field("is_so", Shape::Truth, false), field("day", Shape::Text, true)];
        let whole = vec![
            field("a-text", Shape::Text, true),
            field("may-be", Shape::Whole(255), false),
            field("list", Shape::List(Box::new(Shape::Fields(part))), false),
            field("word", Shape::Word(vec!["one-thing", "other"]), true),
            field("map", Shape::Map(Box::new(Shape::Whole(65535))), true),
        ];
        assert_eq!(shape::<Whole>(), Some(Shape::Fields(whole)));
        assert_eq!(shape::<Odd>(), None);
        let _ = [Choice::OneThing, Choice::Other];
    }
}
