//! Which licence is claimed for whose words (P10).

use std::fs;

use crate::project::{Compiled, GOLDEN_DAY, compile, golden_project};

/// A record of the golden project whose texts are the report's.
const RECORD: &str = "content/evaluations/sabro/2019/evaluation.toml";
const ADDRESS: &str = "kommuner/sabro/2019/";

/// The golden project with this instead of the line that says so.
fn site(texts: &str) -> Compiled {
    let project = golden_project();
    let record = fs::read_to_string(project.join(RECORD)).unwrap();
    assert!(record.contains("texts = \"verbatim\"\n"));
    project.write(RECORD, &record.replace("texts = \"verbatim\"\n", texts));
    let compiled = compile(project.path(), GOLDEN_DAY);
    assert_eq!(compiled.report, "");
    compiled
}

fn licence(compiled: &Compiled) -> serde_json::Value {
    let json = compiled.site().tree.get(&format!("{ADDRESS}utvardering.json")).unwrap();
    serde_json::from_slice::<serde_json::Value>(json).unwrap()["texts_licence"].clone()
}

/// Whose words, and under which licence, are the examples of a municipality's report.
fn cells(compiled: &Compiled, municipality: &str) -> Vec<[String; 3]> {
    let bytes = compiled.site().tree.get("data/goda-exempel.csv").unwrap();
    let mut reader = csv::Reader::from_reader(bytes);
    let column = |name: &str, head: &csv::StringRecord| head.iter().position(|it| it == name).unwrap();
    let head = reader.headers().unwrap();
    let (about, texts) = (column("rapport_kommun", head), column("texter", head));
    let rows = reader.records().map(Result::unwrap);
    rows.filter(|row| &row[about] == municipality)
        .map(|row| std::array::from_fn(|cell| row[texts + cell].to_owned()))
        .collect()
}

const WITHOUT: &str = "Texterna är rapportens egna, ord för ord. Ingen licens är angiven för dem. Licensen \
                       längst ned på sidan gäller bara poäng och andra uppgifter.";
const REFERENCE: &str = "För utvärderingarnas texter gäller det som står intill dem.";
const WHOLE_PAGE: &str = "rel=\"license\"";

#[test]
fn the_licence_of_the_data_does_not_cover_the_words_of_reports() {
    let compiled = site("texts = \"verbatim\"\n");
    assert!(compiled.text(ADDRESS).contains(WITHOUT));
    // Hits show texts, and so may any page: none is claimed as a whole.
    for (path, html) in compiled.site().tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        assert!(html.contains(REFERENCE) && !html.contains(WHOLE_PAGE), "{path}");
    }
    let report = "kB). Licensen längst ned på sidan gäller inte rapporten.";
    assert!(compiled.text("kommuner/ostervik/2011/").contains(report));
    assert_eq!(licence(&compiled), serde_json::Value::Null);
    assert_eq!(cells(&compiled, "Sabro"), [["verbatim", "", ""]; 2].map(|row| row.map(str::to_owned)));
    // What is said in the publisher's words has the publisher's licence beside it.
    let own = "Texterna sammanfattar rapporten med portalens egna ord. De får användas enligt CC0 1.0.";
    assert!(compiled.text("kommuner/wedby/2021/").contains(own));
    let address = "https://creativecommons.org/publicdomain/zero/1.0/deed.sv";
    let row = ["own", "CC0 1.0", address].map(str::to_owned);
    assert_eq!(cells(&compiled, "Wedby"), [row.clone(), row]);
}

#[test]
fn texts_have_the_licence_that_their_record_states() {
    let stated = "texts-licence = { name = \"CC BY 4.0\", url = \"https://licence.example/by\" }\n";
    for (texts, whose) in [("verbatim", "rapportens egna, ord för ord."), ("own", "portalens egna ord.")] {
        let compiled = site(&format!("texts = \"{texts}\"\n{stated}"));
        let page = compiled.text(ADDRESS);
        assert!(page.contains(&format!("{whose} De får användas enligt CC BY 4.0.")), "{page}");
        assert!(compiled.page(ADDRESS).contains("<a href=\"https://licence.example/by\">CC BY 4.0</a>"));
        assert!(page.contains(REFERENCE), "{texts}");
        let expected = serde_json::json!({ "name": "CC BY 4.0", "url": "https://licence.example/by" });
        assert_eq!(licence(&compiled), expected);
        let row = [texts, "CC BY 4.0", "https://licence.example/by"].map(str::to_owned);
        assert_eq!(cells(&compiled, "Sabro"), [row.clone(), row]);
    }
    // The site's own licence is nothing to refer to.
    let compiled = site("texts = \"own\"\n");
    for (path, html) in compiled.site().tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        assert!(!html.contains(REFERENCE) && html.contains(WHOLE_PAGE), "{path}");
    }
}
