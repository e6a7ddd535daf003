#!/usr/bin/env python3
"""Neutral dataset -> a Kompass project: to_kompass.py DATASET.json OUT_DIR

The dataset is what the side-by-side benchmark gives to every generator: invented
municipalities with evaluations of eight areas. Each value goes where Kompass
keeps it: the register in CSV files, editions and records in TOML, narratives in
one Markdown file per area. The theme is this repository's. Same dataset, same
bytes. Python 3, standard library only.

OUT_DIR is made anew; one that is there must be a project or empty.
"""
import csv
import json
import pathlib
import shutil
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
SUB_AREA_HEADING = "#### "

SITE = """format = 1
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
"""

PAGES = {
    "om": "# Om\n\nPåhittade uppgifter för att mäta hur lång tid ett bygge tar.\n",
    "metod": "# Metod\n\nPoängen är slumpade.\n",
    "data": "# Data\n\nUppgifterna kommer ur en generator.\n",
}

# Upper limit of the population, code and name of each invented group.
GROUPS = [
    (10_000, "M1", "Mindre kommun"),
    (50_000, "M2", "Mellanstor kommun"),
    (10**9, "M3", "Större kommun"),
]

COLUMNS = ["code", "name", "genitive", "official_name", "also_called", "slug", "county_code",
           "county", "group", "population", "population_year"]


def text(value):
    """A TOML string; JSON escapes the same characters."""
    return json.dumps(value, ensure_ascii=False)


def put(root, path, content):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8", newline="\n")


def put_rows(root, path, rows):
    with open(root / path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def genitive(name):
    return name if name[-1] in "sxz" else name + "s"


def group(population):
    return next(code for limit, code, _ in GROUPS if population < limit)


def register(data):
    """The rows of municipalities.csv, with a head."""
    counties = sorted({m["county"] for m in data["municipalities"]})
    numbers = {county: f"{number:02d}" for number, county in enumerate(counties, 1)}
    yield COLUMNS
    for m in data["municipalities"]:
        yield [m["code"], m["name"], genitive(m["name"]), genitive(m["name"]) + " kommun", "", m["slug"],
               numbers[m["county"]], m["county"], group(m["population"]), m["population"], 2025]


def editions(data):
    """Areas by edition; sub-areas must be the same wherever an edition is used."""
    found = {}
    for m in data["municipalities"]:
        for e in m["evaluations"]:
            areas = [(a["id"], a["slug"], a["name"],
                      tuple((s["id"], s["name"], s["max"]) for s in a["subareas"])) for a in e["areas"]]
            if found.setdefault(e["edition"], areas) != areas:
                raise SystemExit(f"{m['slug']} {e['year']}: other sub-areas than edition {e['edition']} has")
    return dict(sorted(found.items()))


def edition(year, areas, current):
    lines = ["format = 1", f'id = "{year}"', f'name = "{year} års utgåva"', f"year = {year}"]
    if year != current:
        lines.append(f'succeeded-by = "{current}"')
    lines.append('comparability = "Poäng jämförs bara inom utgåvan."')
    for number, slug, name, sub_areas in areas:
        if sum(maximum for _, _, maximum in sub_areas) != 100:
            raise SystemExit(f"area {number} of edition {year} is not worth 100 points")
        lines += ["", "[[areas]]", f"number = {number}", f"name = {text(name)}"]
        lines.append(f"successor = {number}" if year != current else f'slug = "{slug}"')
        lines += [f"description = {text('Om ' + name.lower() + '.')}", "sub-areas = ["]
        lines += [f'  {{ number = "{number}", name = {text(name)}, maximum = {maximum} }},'
                  for number, name, maximum in sub_areas]
        lines.append("]")
    return "\n".join(lines) + "\n"


def percent(sub_area):
    return round(100 * sub_area["achieved"] / sub_area["max"])


def record(m, e):
    """evaluation.toml"""
    sub_areas = [s for a in e["areas"] for s in a["subareas"]]
    stems = ", ".join(f'"area-{a["id"]}"' for a in e["areas"])
    lines = ["format = 1", f'code = "{m["code"]}"', f'edition = "{e["edition"]}"', 'edition-basis = "stated"',
             f'year = {e["year"]}', f"narratives = [{stems}]", 'texts = "own"', "",
             "[source]", f"title = {text('Rapport om ' + genitive(m['name']) + ' kommun')}", "",
             "[scores]", f'total = "{e["total"]}"', "", "[scores.areas]"]
    lines += [f'{a["id"]} = "{a["score"]}"' for a in e["areas"]]
    lines += ["", "[scores.points]"] + [f'"{s["id"]}" = "{s["achieved"]}"' for s in sub_areas]
    lines += ["", "[scores.percent]"] + [f'"{s["id"]}" = "{percent(s)}"' for s in sub_areas]
    for a in e["areas"]:
        for g in a["good_examples"]:
            lines += ["", "[[referrals]]", f'id = "{g["slug"]}-{a["id"]}"', f"municipality = {text(g['name'])}",
                      f'area = {a["id"]}', f"topic = {text(g['text'])}", f"summary = {text(g['text'][:300])}",
                      f'place = "Område {a["id"]}"']
    return "\n".join(lines) + "\n"


def narrative(a):
    """area-N.md: the dataset's text under numbered headings, then the lists."""
    sub_areas = iter(a["subareas"])
    lines = []
    for line in a["narrative"].rstrip("\n").split("\n"):
        if line.startswith(SUB_AREA_HEADING):
            sub_area = next(sub_areas)
            if line != SUB_AREA_HEADING + sub_area["name"]:
                raise SystemExit(f"the narrative of area {a['id']} has a heading out of order: {line}")
            line = f"## {sub_area['id']} {sub_area['name']}"
        lines.append(line)
    for heading, items in (("Styrkor", a["strengths"]), ("Förbättringsmöjligheter", a["improvements"])):
        lines += ["", f"## {heading}", ""] + ["- " + item for item in items]
    return "\n".join(lines) + "\n"


def fresh(root):
    if root.is_dir() and any(root.iterdir()) and not (root / "site.toml").exists():
        raise SystemExit(f"{root} is no project and not empty")
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)


def convert(data, root):
    put(root, "site.toml", SITE)
    for stem, content in PAGES.items():
        put(root, f"content/pages/{stem}.md", content)
    put_rows(root, "content/municipalities.csv", register(data))
    put_rows(root, "content/groups.csv", [("code", "name"), *((code, name) for _, code, name in GROUPS)])
    used = editions(data)
    for year, areas in used.items():
        put(root, f"content/editions/{year}.toml", edition(year, areas, max(used)))
    for m in data["municipalities"]:
        for e in m["evaluations"]:
            folder = f"content/evaluations/{m['slug']}/{e['year']}"
            put(root, f"{folder}/evaluation.toml", record(m, e))
            for a in e["areas"]:
                put(root, f"{folder}/area-{a['id']}.md", narrative(a))
    shutil.copytree(REPOSITORY / "themes", root / "themes")


def main():
    if len(sys.argv) != 3:
        raise SystemExit(f"usage: {sys.argv[0]} DATASET.json OUT_DIR")
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    root = pathlib.Path(sys.argv[2])
    fresh(root)
    convert(data, root)


if __name__ == "__main__":
    main()
