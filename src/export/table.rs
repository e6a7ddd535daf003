//! The CSV files: UTF-8, fields separated by commas, the names of the columns in
//! the first line.

use csv::Writer;

use super::value::{parts, total_parts};
use crate::derive::{Distribution, Insights, Statistics, Summary};
use crate::model::{BaseAddress, Edition, Entry, Lesson, LessonKind, Licence, Measure, Peers, Portal, Texts};
use crate::route::{Anchor, Route};

/// The results that count in an edition: one row per municipality.
pub(super) fn edition(
    edition: &Edition,
    portal: &Portal,
    insights: &Insights<'_>,
    base: &BaseAddress,
) -> (Route, Vec<u8>) {
    let entries = insights.editions.get(&edition.id).into_iter().flatten();
    let rows = entries.map(|entry| result_row(*entry, portal, base));
    (Route::EditionData(edition.id.clone()), csv(result_head(edition), rows))
}

fn result_head(edition: &Edition) -> Vec<String> {
    let fixed = ["kommunkod", "kommun", "lan", "kommungrupp", "ar", "manad", "utgava", "utgava_grund"];
    let totals = ["totalpoang", "totalpoang_grund", "totalpoang_saknas"];
    let areas = edition
        .areas
        .iter()
        .flat_map(|area| [format!("omrade_{}", area.number), format!("omrade_{}_saknas", area.number)]);
    let head = fixed.into_iter().chain(totals).map(str::to_owned);
    head.chain(areas).chain(["kalla", "kalla_adress", "sida", "rattade"].map(str::to_owned)).collect()
}

fn result_row(entry: Entry<'_>, portal: &Portal, base: &BaseAddress) -> Vec<String> {
    let Entry { municipality, edition, evaluation } = entry;
    let (total, basis, absence) = total_parts(evaluation.total());
    let mut row = vec![
        municipality.code.to_string(),
        municipality.name.clone(),
        municipality.county.name.clone(),
        municipality.group.name.clone(),
        evaluation.key.year.to_string(),
        evaluation.month.map(|month| month.to_string()).unwrap_or_default(),
        edition.id.to_string(),
        evaluation.basis.name().to_owned(),
        total,
        basis.to_owned(),
        absence.to_owned(),
    ];
    for area in &evaluation.areas {
        let (value, absence) = parts(area.value());
        row.extend([value, absence.to_owned()]);
    }
    let page = Route::Evaluation(municipality.slug.clone(), evaluation.key.year).url(base);
    row.extend([evaluation.source.title.clone(), evaluation.source.url.clone().unwrap_or_default(), page]);
    row.push(corrected_columns(entry, portal));
    row
}

/// The columns whose values have been corrected, with blanks between them (P9).
fn corrected_columns(entry: Entry<'_>, portal: &Portal) -> String {
    let total = (Measure::Total, "totalpoang".to_owned());
    let areas = entry.edition.areas.iter();
    let areas = areas.map(|area| (Measure::Area(area.number), format!("omrade_{}", area.number)));
    let corrected = std::iter::once(total).chain(areas);
    let corrected = corrected.filter(|(of, _)| portal.is_corrected(&entry.evaluation.key, *of));
    corrected.map(|(_, column)| column).collect::<Vec<_>>().join(" ")
}

/// How the values of an edition are spread: one row per measure and per those compared.
/// Of fewer than eight values only how many there are is told (P6).
pub(super) fn statistics(statistics: &Statistics<'_>) -> (Route, Vec<u8>) {
    let head = [
        "utgava",
        "bland",
        "bland_namn",
        "matt",
        "matt_namn",
        "max",
        "antal",
        "senaste_ar",
        "senaste_manad",
        "lagst",
        "undre_kvartil",
        "median",
        "ovre_kvartil",
        "hogst",
    ];
    let rows = statistics.all().map(|(peers, measure, distribution)| {
        statistics_row(statistics.edition, peers, measure, distribution)
    });
    (Route::StatisticsData(statistics.edition.id.clone()), csv(head.map(str::to_owned).to_vec(), rows))
}

fn statistics_row(
    edition: &Edition,
    peers: Peers<'_>,
    measure: Measure,
    distribution: &Distribution,
) -> Vec<String> {
    let (among, name) = match peers {
        Peers::All => ("alla", String::new()),
        Peers::County(county) => ("lan", county.name.clone()),
        Peers::Group(group) => ("kommungrupp", group.name.clone()),
        Peers::Size(class) => (
            "storlek",
            format!("{}-{}", class.fewest(), class.most().map(|it| it.to_string()).unwrap_or_default()),
        ),
        Peers::FirstTime => ("forsta", String::new()),
    };
    let measured = match measure {
        Measure::Total => String::new(),
        Measure::Area(number) => edition.area(number).map(|it| it.name.clone()).unwrap_or_default(),
        Measure::SubArea(number) => edition.sub_area(number).map(|it| it.name.clone()).unwrap_or_default(),
    };
    let (year, month) = distribution.as_of;
    let mut row = vec![
        edition.id.to_string(),
        among.to_owned(),
        name,
        measure.to_string(),
        measured,
        measure.maximum(edition).map(|it| it.to_string()).unwrap_or_default(),
        distribution.count().to_string(),
        year.to_string(),
        month.map(|it| it.to_string()).unwrap_or_default(),
    ];
    row.extend(match distribution.summary() {
        Some(Summary { lowest, lower, median, upper, highest }) => {
            [lowest, lower, median, upper, highest].map(|it| it.normalize().to_string())
        }
        None => Default::default(),
    });
    row
}

/// All good examples and referrals: one row per passage.
pub(super) fn lessons(portal: &Portal, insights: &Insights<'_>, base: &BaseAddress) -> (Route, Vec<u8>) {
    let current = portal.current_edition().map(|edition| edition.id.to_string()).unwrap_or_default();
    // An area of an older edition is mapped to its successor, which is numbered as
    // in the current edition.
    let successor = format!("omrade_{current}");
    let head = [
        "typ",
        "amne",
        "kommunkod",
        "kommun",
        "lan",
        "rapport_kommunkod",
        "rapport_kommun",
        "ar",
        "utgava",
        "omrade",
        "delomrade",
        successor.as_str(),
        "plats",
        "sida",
        "texter",
        "texter_licens",
        "texter_licens_adress",
        "sammanfattning",
    ];
    let rows = insights.lessons.iter().map(|lesson| lesson_row(lesson, &portal.site.licence, base));
    (Route::ExampleData, csv(head.map(str::to_owned).to_vec(), rows))
}

fn lesson_row(lesson: &Lesson<'_>, of_site: &Licence, base: &BaseAddress) -> Vec<String> {
    let Lesson { kind, from, entry, place, area } = *lesson;
    let Entry { municipality: about, edition, evaluation } = entry;
    let page = Route::Evaluation(about.slug.clone(), evaluation.key.year);
    // Topic and summary may quote the report, so its licence has to be here as well (P10).
    let licence = evaluation.licence(of_site);
    vec![
        if kind == LessonKind::Own { "eget" } else { "hanvisning" }.to_owned(),
        place.topic.clone(),
        from.code.to_string(),
        from.name.clone(),
        from.county.name.clone(),
        about.code.to_string(),
        about.name.clone(),
        evaluation.key.year.to_string(),
        edition.id.to_string(),
        place.area.to_string(),
        place.sub_area.map(|number| number.to_string()).unwrap_or_default(),
        area.number.to_string(),
        place.passage.clone(),
        page.at(Anchor::Example(place.id.clone())).url(base),
        evaluation.texts.map(Texts::name).unwrap_or_default().to_owned(),
        licence.map(|it| it.name.clone()).unwrap_or_default(),
        licence.map(|it| it.url.clone()).unwrap_or_default(),
        place.summary.clone().unwrap_or_default(),
    ]
}

/// A CSV file as bytes. Writing to memory cannot fail, so errors are only looked
/// for in debug builds.
fn csv(head: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = Writer::from_writer(Vec::new());
    for row in std::iter::once(head).chain(rows) {
        let written = writer.write_record(row.into_iter().map(harmless));
        debug_assert!(written.is_ok(), "{written:?}");
    }
    writer.into_inner().unwrap_or_default()
}

/// What a cell begins with that spreadsheets take for a formula, in full width as well.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// `cell` as text that no spreadsheet computes: one that looks like a formula begins with
/// an apostrophe (D4). Numbers stay as they are.
fn harmless(cell: String) -> String {
    let is_number =
        || cell.len() > 1 && cell.chars().skip(1).all(|it| it.is_ascii_digit() || it == ',' || it == '.');
    if cell.starts_with(FORMULA) && !(cell.starts_with(['+', '-']) && is_number()) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(harmless(cell.to_owned()), expected);
        check("=HYPERLINK(\"https://example.com\")", "'=HYPERLINK(\"https://example.com\")");
        check("@SUM(A1)", "'@SUM(A1)");
        check("+46 8 123", "'+46 8 123");
        check("- en lista", "'- en lista");
        check("\t=1", "'\t=1");
        check("＝1+1", "'＝1+1");
        check("-", "'-");
        check("-4,5", "-4,5");
        check("4,5", "4,5");
        check("Lund=bra", "Lund=bra");
        check("", "");
    }
}
