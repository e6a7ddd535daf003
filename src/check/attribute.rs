//! Attributes that are judged, whatever element they stand in.

/// What an attribute means that is judged in whatever element it stands.
pub(super) enum Meaning {
    /// The element's id.
    Id,
    /// Style within the page.
    Style,
    /// A script within the page.
    Script,
    /// An address that must not be empty: it would be that of the page itself.
    File,
    /// An address.
    Link,
    /// Addresses of one picture in several sizes.
    Candidates,
}

/// What the attribute `name`, in small letters, means; `None` if it is not judged.
pub(super) fn meaning(name: &[u8]) -> Option<Meaning> {
    match name {
        b"id" => Some(Meaning::Id),
        b"style" => Some(Meaning::Style),
        b"src" | b"action" | b"formaction" | b"poster" => Some(Meaning::File),
        b"href" | b"xlink:href" => Some(Meaning::Link),
        b"srcset" | b"imagesrcset" => Some(Meaning::Candidates),
        _ if name.starts_with(b"on") => Some(Meaning::Script),
        _ => None,
    }
}
