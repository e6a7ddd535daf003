//! Which file imports what from which file, read with `syn`, the parser that
//! Rust's macros use, instead of by searching the text.
//!
//! A path counts wherever it stands: in a `use`, in an expression or a type, or
//! among the tokens of a macro or an attribute. A name that a façade passes on
//! (`pub use`) belongs to the file that defines it. `mod child;` is no import,
//! and neither is naming a module alone: what is used of it is. Unit tests may
//! import what they like.

use std::collections::{BTreeMap, BTreeSet};

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, File, Ident, ImplItemFn, Item, ItemMod, ItemUse, Macro, Meta, UseTree, Visibility};

/// Source files by their path below `src`.
pub(super) type Sources = BTreeMap<String, String>;

/// The names of a path, `crate::model::Area`, or those of a module from the
/// crate's root down.
type Path = Vec<String>;

/// Re-exports of re-exports that are followed before a name counts as lost;
/// the sources have two at most.
const MAX_STEPS: usize = 16;

/// One file names something that another one defines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Import {
    /// The file that names it.
    pub from: String,
    /// The file that defines it.
    pub to: String,
    /// Its name there.
    pub name: String,
}

/// All imports of a crate.
pub(super) struct Imports {
    /// Those between its own files, each once, sorted.
    pub inner: BTreeSet<Import>,
    /// Paths that begin outside, such as `std::fs`, with the files that name them.
    pub outer: BTreeSet<(String, String)>,
    /// Every file that has been read, because a module declares it.
    pub files: BTreeSet<String>,
}

/// Reads the imports of the crates whose roots are `lib.rs` and `main.rs`; the
/// latter calls the former `name`.
pub(super) fn imports(sources: &Sources, name: &str) -> Imports {
    let mut library = Crate::read(sources, "lib.rs");
    let binary = Crate::read(sources, "main.rs");
    library.name = Some(name.to_owned());
    let files = library.modules.values().chain(binary.modules.values());
    let files = files.map(|module| module.file.clone()).collect();
    let mut imports = Imports { inner: BTreeSet::new(), outer: BTreeSet::new(), files };
    library.collect(&library, &mut imports);
    library.collect(&binary, &mut imports);
    imports
}

/// A module: a file, or a block inside one.
#[derive(Default)]
struct Module {
    file: String,
    /// Names that it defines, but for modules.
    items: BTreeSet<String>,
    /// Modules that it declares.
    children: BTreeSet<String>,
    /// Paths by the names that `use` gives them.
    bound: BTreeMap<String, BTreeSet<Path>>,
    /// Paths before `::*`.
    globs: BTreeSet<Path>,
    /// Every path that is written in it.
    paths: BTreeSet<Path>,
}

/// What a path leads to.
enum Target {
    Item { file: String, name: String },
    Module,
    Outside(Path),
}

#[derive(Default)]
struct Crate {
    name: Option<String>,
    modules: BTreeMap<Path, Module>,
}

impl Crate {
    fn read(sources: &Sources, root: &str) -> Self {
        let mut read = Self::default();
        if sources.contains_key(root) {
            read.file(sources, root, &Vec::new());
        }
        read
    }

    /// Reads a file and the files of the modules that it declares.
    fn file(&mut self, sources: &Sources, file: &str, path: &Path) {
        let text = &sources[file];
        let syntax: File = syn::parse_file(text).unwrap_or_else(|error| panic!("src/{file}: {error}"));
        self.module(sources, file, path, &syntax.items);
    }

    fn module(&mut self, sources: &Sources, file: &str, path: &Path, items: &[Item]) {
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        for item in items {
            module.visit_item(item);
        }
        self.modules.insert(path.clone(), module);
        for item in items {
            let Item::Mod(child) = item else { continue };
            if is_test(&child.attrs) {
                continue;
            }
            let child_path = [path.clone(), vec![child.ident.to_string()]].concat();
            match &child.content {
                Some((_, items)) => self.module(sources, file, &child_path, items),
                None => self.file(sources, &child_file(sources, file, &child.ident), &child_path),
            }
        }
    }

    /// Adds what `other`, which may be this crate itself, imports from it.
    fn collect(&self, other: &Self, imports: &mut Imports) {
        for (path, module) in &other.modules {
            let bound = module.bound.values().flatten();
            for written in bound.chain(&module.globs).chain(&module.paths) {
                match other.resolve(path, written, self, MAX_STEPS) {
                    Some(Target::Item { file, name }) if file != module.file => {
                        imports.inner.insert(Import { from: module.file.clone(), to: file, name });
                    }
                    Some(Target::Outside(path)) => {
                        imports.outer.insert((module.file.clone(), path.join("::")));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Follows a path that is written in the module `from`.
    fn resolve(&self, from: &[String], path: &[String], library: &Self, steps: usize) -> Option<Target> {
        let steps = steps.checked_sub(1)?;
        match path.split_first()? {
            (first, rest) if first == "crate" => self.follow(&[], rest, library, steps),
            (first, rest) if library.name.as_ref() == Some(first) => {
                library.follow(&[], rest, library, steps)
            }
            (first, _) if first == "Self" => None,
            _ => Some(
                self.follow(from, path, library, steps).unwrap_or_else(|| Target::Outside(path.to_vec())),
            ),
        }
    }

    /// What `path` is, seen from inside the module `at`.
    fn follow(&self, at: &[String], path: &[String], library: &Self, steps: usize) -> Option<Target> {
        let Some((name, rest)) = path.split_first() else { return Some(Target::Module) };
        let child = || [at, std::slice::from_ref(name)].concat();
        let module = self.modules.get(at)?;
        match name.as_str() {
            "self" => self.follow(at, rest, library, steps),
            "super" => self.follow(at.split_last()?.1, rest, library, steps),
            // A module and a function may share a name: what goes on is the module.
            _ if !rest.is_empty() && module.children.contains(name) => {
                self.follow(&child(), rest, library, steps)
            }
            _ if module.items.contains(name) => {
                Some(Target::Item { file: module.file.clone(), name: name.clone() })
            }
            _ => {
                let bound = module.bound.get(name).into_iter().flatten();
                let bound = bound.map(|path| [path.as_slice(), rest].concat());
                let globs = module.globs.iter().map(|glob| [glob.as_slice(), path].concat());
                let mut found: Vec<_> =
                    bound.filter_map(|path| self.resolve(at, &path, library, steps)).collect();
                found.extend(
                    globs
                        .filter_map(|path| self.resolve(at, &path, library, steps))
                        .filter(|target| !matches!(target, Target::Outside(_))),
                );
                found.sort_by_key(|target| !matches!(target, Target::Item { .. }));
                let is_module = module.children.contains(name);
                found.into_iter().next().or_else(|| is_module.then_some(Target::Module))
            }
        }
    }
}

/// Where `mod name;` in `file` leads.
fn child_file(sources: &Sources, file: &str, name: &Ident) -> String {
    let (folder, stem) = file.rsplit_once('/').unwrap_or(("", file));
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    if !["lib.rs", "main.rs", "mod.rs"].contains(&stem) {
        parts.push(stem.trim_end_matches(".rs"));
    }
    let name = name.to_string();
    parts.push(&name);
    let parts = parts.join("/");
    let places = [format!("{parts}.rs"), format!("{parts}/mod.rs")];
    let found = places.into_iter().find(|place| sources.contains_key(place));
    found.unwrap_or_else(|| panic!("src/{file}: no file for `mod {name};`"))
}

/// Whether something is left out of the program: `#[cfg(test)]`.
fn is_test(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        list.path.is_ident("cfg") && list.tokens.to_string() == "test"
    };
    attributes.iter().any(is_test)
}

/// The name of an item and its attributes.
fn head(item: &Item) -> (Option<&Ident>, &[Attribute]) {
    match item {
        Item::Const(item) => (Some(&item.ident), &item.attrs),
        Item::Enum(item) => (Some(&item.ident), &item.attrs),
        Item::Fn(item) => (Some(&item.sig.ident), &item.attrs),
        Item::Macro(item) => (item.ident.as_ref(), &item.attrs),
        Item::Static(item) => (Some(&item.ident), &item.attrs),
        Item::Struct(item) => (Some(&item.ident), &item.attrs),
        Item::Trait(item) => (Some(&item.ident), &item.attrs),
        Item::TraitAlias(item) => (Some(&item.ident), &item.attrs),
        Item::Type(item) => (Some(&item.ident), &item.attrs),
        Item::Union(item) => (Some(&item.ident), &item.attrs),
        Item::Mod(item) => (None, &item.attrs),
        Item::Impl(item) => (None, &item.attrs),
        Item::Use(item) => (None, &item.attrs),
        _ => (None, &[]),
    }
}

impl Module {
    fn bind(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(tree) => self.bind(&tree.tree, &with(&tree.ident)),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.bind(tree, before)),
            UseTree::Glob(_) => _ = self.globs.insert(before.to_vec()),
            UseTree::Name(tree) if tree.ident == "self" => self.name(before.last(), before.to_vec()),
            UseTree::Name(tree) => self.name(Some(&tree.ident.to_string()), with(&tree.ident)),
            UseTree::Rename(tree) if tree.ident == "self" => {
                self.name(Some(&tree.rename.to_string()), before.to_vec());
            }
            UseTree::Rename(tree) => self.name(Some(&tree.rename.to_string()), with(&tree.ident)),
        }
    }

    fn name(&mut self, name: Option<&String>, path: Path) {
        self.bound.entry(name.unwrap().clone()).or_default().insert(path);
    }

    /// Paths among tokens that nobody has parsed.
    fn tokens(&mut self, mut at: Cursor<'_>) {
        let mut path: Path = Vec::new();
        // Colons since the last name: two of them continue a path.
        let mut colons = 0;
        while !at.eof() {
            if let Some((name, next)) = at.ident() {
                if colons != 2 {
                    self.written(std::mem::take(&mut path));
                }
                path.push(name.to_string());
                (colons, at) = (0, next);
            } else if let Some((_, next)) = at.punct().filter(|(mark, _)| mark.as_char() == ':') {
                colons += 1;
                at = next;
            } else {
                self.written(std::mem::take(&mut path));
                colons = 0;
                if let Some((inside, _, _, next)) = at.any_group() {
                    self.tokens(inside);
                    at = next;
                } else {
                    at = at.token_tree().unwrap().1;
                }
            }
        }
        self.written(path);
    }

    fn written(&mut self, path: Path) {
        if !path.is_empty() {
            self.paths.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item(&mut self, item: &'ast Item) {
        let (name, attributes) = head(item);
        if !is_test(attributes) {
            self.items.extend(name.map(Ident::to_string));
            visit::visit_item(self, item);
        }
    }

    /// Only declared: what is inside is a module of its own.
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.children.insert(item.ident.to_string());
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.bind(&item.tree, &[]);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.written(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        visit::visit_macro(self, item);
        self.tokens(TokenBuffer::new2(item.tokens.clone()).begin());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.tokens(TokenBuffer::new2(list.tokens.clone()).begin());
        }
    }

    /// `pub(in path)` imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
