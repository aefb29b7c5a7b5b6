//! Deserializing typed values from the tree, places included.
//!
//! Two newtype names are agreed upon with [`Spanned`](crate::Spanned) and
//! [`Markup`](crate::Markup): asked for them, the tree answers with the place beside the
//! value; any other deserializer answers with the bare value, and the place is detached.

use std::fmt;

use kuliah_source::{FileId, Span};
use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{Data, Node, Style, TextMap};

/// Asks for `(file, start, end, value)`.
pub(crate) const SPANNED: &str = "$spanned";

/// Asks for `(file, start, end, bare, [value offset, file offset, …], text)`.
const PLACED: &str = "$placed";

/// A decoding error and the innermost value it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Error {
    /// What is wrong, in serde's words.
    pub(crate) message: String,
    /// Where; detached until the error passes through a value.
    pub(crate) span: Span,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            span: Span::DETACHED,
        }
    }
}

impl Error {
    fn or_at(mut self, span: Span) -> Self {
        if self.span.is_detached() {
            self.span = span;
        }
        self
    }
}

/// The parts of a span, as they travel.
fn parts(span: Span) -> [u32; 3] {
    let narrow = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let file = span.file().map_or(u32::MAX, FileId::raw);
    [file, narrow(span.start()), narrow(span.end())]
}

/// Reads a span's parts off the front of a sequence.
pub(crate) fn read_span<'de, A: SeqAccess<'de>>(seq: &mut A) -> Result<Span, A::Error> {
    let mut next = || {
        seq.next_element::<u32>()?
            .ok_or_else(|| A::Error::custom("incomplete place"))
    };
    let (file, start, end) = (next()?, next()?, next()?);
    Ok(if file == u32::MAX {
        Span::DETACHED
    } else {
        Span::new(FileId::new(file), start as usize..end as usize)
    })
}

/// A text and where it was written.
pub(crate) struct PlacedText {
    pub(crate) text: String,
    pub(crate) map: TextMap,
    pub(crate) span: Span,
    /// Whether it is a plain scalar of YAML.
    pub(crate) bare: bool,
}

/// Reads a text with its place, where the deserializer knows it.
pub(crate) fn placed_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<PlacedText, D::Error> {
    struct PlacedVisitor;

    impl<'de> Visitor<'de> for PlacedVisitor {
        type Value = PlacedText;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("text")
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, d: D) -> Result<PlacedText, D::Error> {
            String::deserialize(d).map(|text| PlacedText {
                text,
                map: TextMap::default(),
                span: Span::DETACHED,
                bare: false,
            })
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<PlacedText, A::Error> {
            let span = read_span(&mut seq)?;
            let missing = || A::Error::custom("incomplete place");
            let bare: u32 = seq.next_element()?.ok_or_else(missing)?;
            let offsets: Vec<u32> = seq.next_element()?.ok_or_else(missing)?;
            let text = seq.next_element()?.ok_or_else(missing)?;
            let pairs = offsets.chunks_exact(2).filter_map(|pair| match pair {
                [value, file] => Some((*value, *file)),
                _ => None,
            });
            Ok(PlacedText {
                text,
                map: TextMap::from_pieces(pairs),
                span,
                bare: bare != 0,
            })
        }
    }

    deserializer.deserialize_newtype_struct(PLACED, PlacedVisitor)
}

/// Reads a tree.
#[derive(Copy, Clone)]
pub(crate) struct TreeReader<'de>(pub(crate) &'de Node);

impl<'de> Deserializer<'de> for TreeReader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.data {
            Data::Null => visitor.visit_unit(),
            Data::Bool(value) => visitor.visit_bool(*value),
            Data::Int(value) => visitor.visit_i64(*value),
            Data::Float(value) => visitor.visit_f64(*value),
            Data::Str(text) => visitor.visit_borrowed_str(&text.value),
            Data::Seq(items) => {
                visitor.visit_seq(SeqDeserializer::new(items.iter().map(TreeReader)))
            }
            Data::Map(entries) => visitor.visit_map(MapDeserializer::new(
                entries
                    .iter()
                    .map(|(key, node)| (key.name.as_str(), TreeReader(node))),
            )),
        }
        .map_err(|error| error.or_at(self.0.span))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let place = parts(self.0.span).map(Part::Number);
        match (name, &self.0.data) {
            (SPANNED, _) => {
                let parts = place.into_iter().chain([Part::Value(self)]);
                visitor.visit_seq(SeqDeserializer::new(parts))
            }
            (PLACED, Data::Str(text)) => {
                let bare = Part::Number(u32::from(text.style == Style::Plain));
                let parts =
                    place
                        .into_iter()
                        .chain([bare, Part::Map(&text.map), Part::Value(self)]);
                visitor.visit_seq(SeqDeserializer::new(parts))
            }
            _ => visitor.visit_newtype_struct(self),
        }
        .map_err(|error: Error| error.or_at(self.0.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.data {
            Data::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let variant = match &self.0.data {
            Data::Str(text) => Variant {
                tag: &text.value,
                value: None,
            },
            Data::Map(entries) if let [(key, node)] = entries.as_slice() => Variant {
                tag: &key.name,
                value: Some(TreeReader(node)),
            },
            _ => {
                let found = Unexpected::Other("value");
                return Err(Error::invalid_type(found, &"a name").or_at(self.0.span));
            }
        };
        visitor
            .visit_enum(variant)
            .map_err(|error| error.or_at(self.0.span))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for TreeReader<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A part of a placed value: each is of another type, so each is a deserializer of its own.
#[derive(Copy, Clone)]
enum Part<'de> {
    Number(u32),
    Map(&'de TextMap),
    Value(TreeReader<'de>),
}

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Number(number) => visitor.visit_u32(number),
            Self::Map(map) => {
                let offsets = map.pieces().iter().flat_map(|&(value, file)| [value, file]);
                visitor.visit_seq(SeqDeserializer::new(offsets))
            }
            Self::Value(node) => node.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Value(node) => node.deserialize_newtype_struct(name, visitor),
            other => visitor.visit_newtype_struct(other),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Value(node) => node.deserialize_option(visitor),
            other => visitor.visit_some(other),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Value(node) => node.deserialize_enum(name, variants, visitor),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Part<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

struct Variant<'de> {
    tag: &'de str,
    value: Option<TreeReader<'de>>,
}

impl<'de> Variant<'de> {
    fn node(&self) -> Result<TreeReader<'de>, Error> {
        self.value
            .ok_or_else(|| Error::custom(format_args!("`{}` needs a value", self.tag)))
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let tag: StrDeserializer<'de, Error> = self.tag.into_deserializer();
        Ok((seed.deserialize(tag)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.value {
            None => Ok(()),
            Some(node) => Err(Error::custom("no value belongs here").or_at(node.0.span)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.node()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.node()?.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.node()?.deserialize_any(visitor)
    }
}
