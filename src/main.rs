use kompass::{diagnostic::Diagnostic, load::load, report::{Report, Style}, validate::validate};
fn main() {
    let root = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    let loaded = load(std::path::Path::new(&root)).unwrap();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let project = loaded.project.collect(&mut faults);
    if let Some(project) = project {
        let portal = validate(&project.content, jiff::civil::date(2026, 11, 22)).collect(&mut faults);
        eprintln!("{:?}", portal.map(|p| p.evaluations.len()));
    }
    print!("{}", Report::new(&loaded.sources, Style::Plain).text(&faults));
}
