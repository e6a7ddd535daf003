//! Invented portals: as many municipalities as wanted, each with two
//! evaluations of about 57 kB of Markdown, which is what a report of average
//! length holds. The same number gives the same files.

mod random;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use kompass::language;

use self::random::Random;
use self::words::{AREAS, FIRST, PREFIXES, SECOND};

/// Editions, oldest first, with the years of their evaluations.
const EDITIONS: [(u16, [u16; 4]); 3] =
    [(2010, [2012, 2013, 2014, 2015]), (2016, [2016, 2017, 2018, 2019]), (2020, [2020, 2021, 2022, 2023])];

/// Maxima of an area's sub-areas.
const MAXIMA: [u64; 5] = [15, 20, 25, 20, 20];

const SITE: &str = r#"format = 1
title = "Resultat"
base-address = "https://resultat.example/"
language = "sv"
theme = "kompass"
error-contact = "fel@resultat.example"

[publisher]
name = "Ett påhittat förbund"

[data-licence]
name = "CC0 1.0"
url = "https://creativecommons.org/publicdomain/zero/1.0/deed.sv"
"#;

/// A municipality of the register.
struct Municipality {
    name: String,
    slug: String,
    code: String,
}

/// Writes a project with `count` municipalities to the folder `root`, which is
/// not there yet; the size of its evaluations in bytes.
pub(crate) fn write(root: &Path, count: usize) -> usize {
    let register = register(count);
    put(root, "site.toml", SITE);
    for (stem, title) in [("om", "Om"), ("metod", "Metod"), ("data", "Data")] {
        put(root, &format!("content/pages/{stem}.md"), &format!("# {title}\n\nAllt är påhittat.\n"));
    }
    put(root, "content/municipalities.csv", &register_csv(&register));
    if let Some(shapes) = shapes_csv(&register) {
        put(root, "content/shapes.csv", &shapes);
    }
    put(root, "content/groups.csv", "code,name\nP1,Påhittad kommun\n");
    for (edition, _) in EDITIONS {
        put(root, &format!("content/editions/{edition}.toml"), &edition_toml(edition));
    }
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"), &root.join("themes"));
    register.iter().map(|municipality| evaluations(root, municipality, &register)).sum()
}

fn register(count: usize) -> Vec<Municipality> {
    let mut slugs = BTreeSet::new();
    let names = PREFIXES.iter().flat_map(|prefix| {
        FIRST
            .iter()
            .flat_map(move |first| SECOND.iter().map(move |second| format!("{prefix}{first}{second}")))
    });
    let with_slugs = names.filter_map(|name| Some((language::slug(&name)?, name)));
    let unique = with_slugs.filter(|(slug, _)| slugs.insert(slug.clone()));
    let register: Vec<_> = (1000..)
        .zip(unique)
        .map(|(code, (slug, name))| Municipality { name, slug, code: format!("{code}") })
        .take(count)
        .collect();
    assert_eq!(register.len(), count, "there are no more names");
    register
}

fn register_csv(register: &[Municipality]) -> String {
    let mut csv = String::from(
        "code,name,genitive,official_name,also_called,slug,county_code,county,group,population,population_year\n",
    );
    for Municipality { name, slug, code } in register {
        let county = code.get(..2).unwrap();
        writeln!(csv, "{code},{name},{name}s,{name}s kommun,,{slug},{county},Län {county},P1,15000,2025")
            .unwrap();
    }
    csv
}

/// Shapes of real municipalities, as many as are needed, so that maps weigh what they do in
/// the portal; none where there are not as many.
fn shapes_csv(register: &[Municipality]) -> Option<String> {
    let real = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/shapes.csv")).unwrap();
    let paths: Vec<_> = real.lines().skip(1).map(|row| row.split_once(',').unwrap().1).collect();
    let rows =
        register.iter().zip(&paths).map(|(municipality, path)| format!("{},{path}\n", municipality.code));
    (register.len() <= paths.len()).then(|| format!("code,path\n{}", rows.collect::<String>()))
}

fn edition_toml(edition: u16) -> String {
    let mut toml =
        format!("format = 1\nid = \"{edition}\"\nname = \"{edition} års utgåva\"\nyear = {edition}\n");
    let current = EDITIONS.last().map(|(edition, _)| *edition).filter(|current| *current != edition);
    if let Some(current) = current {
        writeln!(toml, "succeeded-by = \"{current}\"").unwrap();
    }
    toml += "comparability = \"Poäng jämförs bara inom utgåvan.\"\n";
    for (number, area) in (1..).zip(AREAS) {
        let kind = match current {
            Some(_) => format!("successor = {number}"),
            None => format!("slug = \"{}\"", language::slug(area).unwrap()),
        };
        write!(
            toml,
            "\n[[areas]]\nnumber = {number}\nname = \"{area}\"\n{kind}\ndescription = \"Om {area}.\"\n"
        )
        .unwrap();
        toml += "sub-areas = [\n";
        for (index, maximum) in (1..).zip(MAXIMA) {
            let name = sub_area_name(area, index);
            writeln!(toml, "  {{ number = \"{number}.{index}\", name = \"{name}\", maximum = {maximum} }},")
                .unwrap();
        }
        toml += "]\n";
    }
    toml
}

fn sub_area_name(area: &str, index: u64) -> String {
    format!("{area}, del {index}")
}

/// Two evaluations, mostly of different editions; their size in bytes.
fn evaluations(root: &Path, municipality: &Municipality, register: &[Municipality]) -> usize {
    let mut random = Random::new(municipality.code.parse().unwrap());
    let newest = 1 + random.below(2);
    let write = |(edition, years): &(u16, [u16; 4])| {
        let year = *random.one_of(years);
        let folder = format!("content/evaluations/{}/{year}", municipality.slug);
        evaluation(root, &folder, *edition, year, municipality, register, &mut random)
    };
    EDITIONS.iter().skip(newest - 1).take(2).map(write).sum()
}

fn evaluation(
    root: &Path,
    folder: &str,
    edition: u16,
    year: u16,
    municipality: &Municipality,
    register: &[Municipality],
    random: &mut Random,
) -> usize {
    let record = record(edition, year, municipality, register, random);
    put(root, &format!("{folder}/evaluation.toml"), &record);
    let narratives = (1..).zip(AREAS).map(|(number, area)| {
        let narrative = narrative(number, area, random);
        put(root, &format!("{folder}/area-{number}.md"), &narrative);
        narrative.len()
    });
    record.len() + narratives.sum::<usize>()
}

fn record(
    edition: u16,
    year: u16,
    municipality: &Municipality,
    register: &[Municipality],
    random: &mut Random,
) -> String {
    let stems: Vec<_> = (1..=AREAS.len()).map(|number| format!("\"area-{number}\"")).collect();
    let points: Vec<Vec<u64>> =
        AREAS.iter().map(|_| MAXIMA.iter().map(|maximum| random.between(2, *maximum)).collect()).collect();
    let sums: Vec<u64> = points.iter().map(|area| area.iter().sum()).collect();
    // Now and then a sum is not what its parts add up to, as in reports that round.
    let printed: Vec<u64> = sums.iter().map(|sum| sum + u64::from(random.below(5) == 0)).collect();
    let mut toml = format!(
        "format = 1\ncode = \"{}\"\nedition = \"{edition}\"\nedition-basis = \"stated\"\nyear = {year}\n\
         narratives = [{}]\ntexts = \"own\"\n\n[source]\ntitle = \"Rapport {year}\"\n\n[scores]\ntotal = \"{}\"\n\n[scores.areas]\n",
        municipality.code,
        stems.join(", "),
        printed.iter().sum::<u64>() + random.between(0, 2),
    );
    for (number, points) in (1..).zip(&printed) {
        writeln!(toml, "{number} = \"{points}\"").unwrap();
    }
    toml += "\n[scores.points]\n";
    for (number, area) in (1..).zip(&points) {
        for (index, points) in (1..).zip(area) {
            writeln!(toml, "\"{number}.{index}\" = \"{points}\"").unwrap();
        }
    }
    for number in 1..=AREAS.len() {
        toml += &referral(number, municipality, register, random);
    }
    toml
}

/// At most one referral per area, to somebody else.
fn referral(number: usize, from: &Municipality, register: &[Municipality], random: &mut Random) -> String {
    let to = random.one_of(register);
    if to.slug == from.slug {
        return String::new();
    }
    format!(
        "\n[[referrals]]\nid = \"{}-{number}\"\nmunicipality = \"{}\"\narea = {number}\ntopic = \"{}\"\n\
         summary = \"{}\"\nplace = \"Område {number}\"\n",
        to.slug,
        to.name,
        random.phrase(),
        [random.phrase(), random.phrase()].map(|it| format!("{it}.")).join(" "),
    )
}

/// The narrative of an area: text before the first heading, a section per
/// sub-area, two lists.
fn narrative(number: u64, area: &str, random: &mut Random) -> String {
    let mut text = random.paragraphs(1);
    for index in 1..=MAXIMA.len() as u64 {
        write!(text, "## {number}.{index} {}\n\n", sub_area_name(area, index)).unwrap();
        text += &random.paragraphs(2);
    }
    for heading in ["Styrkor", "Förbättringsmöjligheter"] {
        let items = random.between(3, 8);
        write!(text, "## {heading}\n\n{}\n", random.list(items)).unwrap();
    }
    text
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Copies the folder `from` with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let destination = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &destination);
        } else {
            fs::copy(entry.path(), destination).unwrap();
        }
    }
}
