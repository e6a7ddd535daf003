//! What the targets share: the golden project's knowledge, and the property
//! that every import keeps.

use std::path::Path;
use std::sync::LazyLock;

use kompass::import::{Boilerplate, Document, Knowledge, Request, import};
use kompass::source::Sources;
use kompass::{load, validate};

static WORLD: LazyLock<validate::Reference> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/project");
    let raw = load::reference(&root, &mut Sources::default()).expect("the golden project can be read");
    raw.and_then(|raw| validate::reference(&raw)).value.expect("the golden project has no faults")
});

/// Imports a document and checks that every byte of it has a fate.
pub fn check(document: Document) {
    let (editions, municipalities) = &*WORLD;
    let knowledge = Knowledge { editions, municipalities, boilerplate: Boilerplate::known() };
    let request = Request { file: "report".to_owned(), ..Request::default() };
    let Some(import) = import(document, &request, &knowledge, &mut Sources::default()).value else { return };
    for (line, fates) in import.document.lines.iter().zip(&import.account.lines) {
        let end = fates.iter().fold(0, |at, (range, _)| {
            assert_eq!(range.start, at);
            range.end
        });
        assert_eq!(end, line.text.len());
    }
}
