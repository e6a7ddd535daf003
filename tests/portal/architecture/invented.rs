//! The reader of imports and the finder of circles, tried on invented crates.

use super::imports::{Import, Sources, imports};
use super::storeys::{House, circles, list};

/// Sources by path; the root declares what stands at the top.
fn sources(files: &[(&str, &str)]) -> Sources {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Every import as `from → to: names`.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let imports = imports(&sources(files), "invented").inner;
    list(imports.iter()).lines().map(|line| line.trim().to_owned()).collect()
}

const ROOT: (&str, &str) = ("lib.rs", "mod a; mod b; mod c;");

fn circles_of(a: &str, b: &str, c: &str) -> Vec<Vec<String>> {
    let imports = imports(&sources(&[ROOT, ("a.rs", a), ("b.rs", b), ("c.rs", c)]), "invented").inner;
    let own = |files: std::collections::BTreeSet<&str>| files.into_iter().map(str::to_owned).collect();
    circles(&imports).into_iter().map(own).collect()
}

#[test]
fn circles_are_found() {
    let none: [Vec<String>; 0] = [];
    let (a, b) = ("use crate::b::B; pub struct A;", "pub struct B;");
    assert_eq!(circles_of(a, b, ""), none);
    assert_eq!(circles_of(a, "use super::a::A; pub struct B;", ""), [["a.rs", "b.rs"]]);
    assert_eq!(circles_of(a, "pub struct B(crate::a::A);", ""), [["a.rs", "b.rs"]]);
    assert_eq!(
        circles_of(a, "use crate::{c::{self, C as D}}; pub struct B;", "use crate::a::A; pub struct C;"),
        [["a.rs", "b.rs", "c.rs"]]
    );
    // The third hangs on the circle of two but is none of it.
    let (b, c) = ("use crate::{a::A, c::C}; pub struct B;", "pub struct C;");
    assert_eq!(circles_of(a, b, c), [["a.rs", "b.rs"]]);
}

#[test]
fn paths_are_read_wherever_they_stand() {
    let target = "pub struct B; pub fn build() -> u8 { 1 } pub const SIZE: u8 = 1; pub enum E { One }";
    for (text, names) in [
        ("use crate::b::B;", "B"),
        ("use super::b::{B, E as Kind};", "B, E"),
        ("use super::{b::{self, build}}; fn f() { b::SIZE; }", "SIZE, build"),
        ("use crate::b as other; fn f() { other::build(); }", "build"),
        ("use crate::{c, b::{B as _}};", "B"),
        ("fn f() -> crate::b::B { todo!() }", "B"),
        ("fn f() { crate::b::E::One; }", "E"),
        ("fn f() { println!(\"{}\", super::b::build()); }", "build"),
        ("fn f() { fn g() { self::super::b::build(); } }", "build"),
        ("mod inner { use super::super::b::B; }", "B"),
        ("use crate::b::*; fn f() { build(); }", "build"),
        ("#[serde(default = \"x\", with(crate::b::build))] struct S;", "build"),
    ] {
        let files = [ROOT, ("a.rs", text), ("b.rs", target), ("c.rs", "")];
        assert_eq!(found(&files), [format!("a.rs → b.rs: {names}")], "{text}");
    }
}

#[test]
fn what_is_no_import_is_left_out() {
    for text in [
        "mod child;",
        "use crate::b;",
        "// use crate::b::B;\n/// [`crate::b::B`]\nfn f() { \"crate::b::B\"; }",
        "#[cfg(test)] mod tests { use crate::b::B; }",
        "#[cfg(test)] use crate::b::B;",
        "#[cfg(test)] fn f() { crate::b::build(); }",
        "struct S; impl S { #[cfg(test)] fn f() { crate::b::build(); } }",
        "pub struct B; fn f() -> B { B }",
        "use std::fmt::Display;",
    ] {
        let b = "pub struct B; pub fn build() {}";
        let files = [ROOT, ("a.rs", text), ("a/child.rs", ""), ("b.rs", b), ("c.rs", "")];
        assert_eq!(found(&files), [""; 0], "{text}");
    }
}

#[test]
fn what_a_facade_passes_on_belongs_to_the_file_that_defines_it() {
    let files = [
        ("lib.rs", "mod a; mod b; pub use self::b::deep::Deep;"),
        ("a.rs", "use crate::b::{Deep, Renamed}; fn f() { crate::Deep; crate::b::own(); }"),
        ("b/mod.rs", "mod deep; pub use deep::*; pub use self::deep::Other as Renamed; pub fn own() {}"),
        ("b/deep.rs", "pub struct Deep; pub struct Other;"),
        ("main.rs", "fn main() { invented::b::own(); }"),
    ];
    assert_eq!(
        found(&files),
        [
            "a.rs → b/deep.rs: Deep, Other",
            "a.rs → b/mod.rs: own",
            "b/mod.rs → b/deep.rs: Other",
            "lib.rs → b/deep.rs: Deep",
            "main.rs → b/mod.rs: own",
        ]
    );
}

#[test]
fn paths_that_begin_outside_are_told() {
    let a = "use std::{fs, io::Read}; fn f() { fs::read(\"\"); tera::Tera::default(); }";
    let outer = imports(&sources(&[("lib.rs", "mod a;"), ("a.rs", a)]), "invented").outer;
    for path in ["std::fs", "std::fs::read", "std::io::Read", "tera::Tera::default"] {
        assert!(outer.contains(&("a.rs".to_owned(), path.to_owned())), "{path}: {outer:?}");
    }
}

#[test]
fn imports_upwards_are_found() {
    const HOUSE: House = House { folder: "house", storeys: &[&["cellar"], &["left", "right"], &["*"]] };
    let import = |from: &str, to: &str| Import { from: from.into(), to: to.into(), name: "X".into() };
    for (from, to, is_upward) in [
        ("house/cellar.rs", "house/left/mod.rs", true),
        ("house/cellar/a.rs", "house/cellar/b.rs", false),
        ("house/left/mod.rs", "house/cellar.rs", false),
        ("house/left.rs", "house/right.rs", true),
        ("house/right.rs", "house/mod.rs", true),
        ("house/mod.rs", "house/right.rs", false),
        ("house/attic.rs", "house/loft.rs", true),
        ("garden.rs", "house/mod.rs", false),
        ("house/cellar.rs", "household/mod.rs", false),
    ] {
        let imports = [import(from, to)].into();
        assert_eq!(!HOUSE.upward(&imports).is_empty(), is_upward, "{from} → {to}");
    }
    let strict = House { folder: "house", storeys: &[&["cellar"]] };
    let paths = ["house/cellar/a.rs", "house/shed.rs", "garden.rs"];
    assert_eq!(strict.homeless(paths.into_iter()), ["shed"].into());
}
