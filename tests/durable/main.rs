//! Publishing while everything goes wrong: readers, kills, faults of the file system,
//! power failures, places that are no ordinary folders.
//!
//! `cargo test --test durable` does a short, seeded part of it within a minute. `cargo
//! test --test durable -- long` does all, for an hour or so; names behind that choose
//! proofs. Every proof is also tried on a publisher that does it wrong, which it must
//! catch. What this machine does not allow is said with `SKIPPED`. `DURABLE_SEED` chooses
//! other chances.
//!
//! The subject is mostly this program itself: as `publish TARGET NUMBER` it publishes a
//! small site by the same functions as `kompass build`, within milliseconds.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a proof that cannot go on has failed, and its result is a line"
)]

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod places;
#[cfg(target_os = "linux")]
mod power;
#[cfg(target_os = "linux")]
mod readers;
#[cfg(target_os = "linux")]
mod same;
#[cfg(target_os = "linux")]
mod subject;

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("SKIPPED: the proofs of durability need Linux");
}

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "publish") {
        return subject::publish(&arguments[1..]);
    }
    let words: Vec<&str> = arguments.iter().map(String::as_str).filter(|it| !it.starts_with('-')).collect();
    let scale = if words.contains(&"long") { Scale::Long } else { Scale::Short };
    let proofs: [(&str, Proof); 5] = [
        ("readers", readers::prove),
        ("calls", calls::prove),
        ("power", power::prove),
        ("places", places::prove),
        ("same", same::prove),
    ];
    let names: Vec<&str> = words.iter().copied().filter(|word| *word != "long").collect();
    let mut failed = 0;
    for (name, prove) in proofs {
        // A filter of cargo's is a name as well.
        if !names.is_empty() && !names.contains(&name) {
            continue;
        }
        let began = std::time::Instant::now();
        for line in prove(scale) {
            println!("{name}: {line}");
            failed += usize::from(!line.is_good());
        }
        println!("{name}: {:.1} s", began.elapsed().as_secs_f64());
    }
    println!("{}", if failed == 0 { "all good" } else { "FAILED" });
    std::process::ExitCode::from(u8::from(failed > 0))
}

/// Does a proof and gives its results.
#[cfg(target_os = "linux")]
type Proof = fn(Scale) -> Vec<Line>;

/// How much of a proof is done.
#[cfg(target_os = "linux")]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    Short,
    Long,
}

#[cfg(target_os = "linux")]
impl Scale {
    fn of<T>(self, short: T, long: T) -> T {
        match self {
            Self::Short => short,
            Self::Long => long,
        }
    }
}

/// One result.
#[cfg(target_os = "linux")]
enum Line {
    /// So many tries of what must hold, and those in which it did not.
    Held { what: String, tries: usize, bad: Vec<String> },
    /// So many tries of what does it wrong, and in how many that was seen.
    Caught { what: String, tries: usize, caught: usize },
    /// Not tried, and why.
    Skipped(String),
}

#[cfg(target_os = "linux")]
impl Line {
    fn is_good(&self) -> bool {
        match self {
            Self::Held { tries, bad, .. } => *tries > 0 && bad.is_empty(),
            Self::Caught { caught, .. } => *caught > 0,
            Self::Skipped(_) => true,
        }
    }
}

#[cfg(target_os = "linux")]
impl std::fmt::Display for Line {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Held { what, tries, bad } => {
                write!(out, "{what}: n = {tries}, bad = {}", bad.len())?;
                bad.iter().take(5).try_for_each(|bad| write!(out, "\n    {bad}"))
            }
            Self::Caught { what, tries, caught } => {
                write!(out, "{what} (does it wrong): n = {tries}, caught = {caught}")
            }
            Self::Skipped(why) => write!(out, "SKIPPED: {why}"),
        }
    }
}
