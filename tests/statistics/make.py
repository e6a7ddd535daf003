#!/usr/bin/env python3
"""Invents results and works out their statistics, without any code of Kompass.

    python3 tests/statistics/make.py

writes results.csv, from which tests/portal/statistics.rs makes a portal, and
expected.csv, which that portal's statistics have to be. The rules are those of
docs/rules.md (P6). Standard library only.
"""

import csv
import random
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
# The editions of the golden project: maxima of sub-areas, area by area.
EDITIONS = {"2016": [[30, 45, 25], [40, 60], [35, 25, 40]], "2020": [[50, 50], [20, 50, 30], [25, 30, 20, 25]]}
YEARS = {"2016": (2016, 2019), "2020": (2020, 2025)}
COUNTIES = ["Norrvala län", "Arlinge län", "Sjöbygdens län"]
GROUPS = ["G1", "G2", "G3"]
SIZES = [0, 15_000, 30_000, 70_000, 200_000]
FEWEST = 8


def invent(chance):
    """Rows of results: one per evaluation; an empty cell is a value that is not published."""
    rows = []
    for number in range(26):
        municipality = {
            "code": f"{7001 + number}",
            "name": f"Provby{chr(97 + number)}",
            "county": chance.choice(COUNTIES),
            "group": chance.choice(GROUPS),
            "population": chance.choice([4_900, 14_999, 15_000, 28_000, 69_999, 70_000, 212_000]),
        }
        for edition, areas in EDITIONS.items():
            first, last = YEARS[edition]
            years = chance.sample(range(first, last + 1), chance.choice([0, 1, 1, 1, 2]))
            for year in sorted(years):
                row = municipality | {"edition": edition, "year": year}
                row["month"] = chance.choice(["", 1, 5, 12])
                row["ordinal"] = chance.choice(["", 1, 1, 2])
                values = [[chance.randint(0, maximum) for maximum in area] for area in areas]
                for at, area in enumerate(values, 1):
                    row[str(at)] = sum(area)
                    for index, points in enumerate(area, 1):
                        row[f"{at}.{index}"] = chance.choice([points, points, points, ""])
                row["total"] = sum(map(sum, values))
                if chance.random() < 0.2:
                    row["total"] = ""  # then the portal computes it
                rows.append(row)
    return rows


def measures(edition):
    yield "total"
    for at, area in enumerate(EDITIONS[edition], 1):
        yield str(at)
        for index in range(1, len(area) + 1):
            yield f"{at}.{index}"


def value(row, measure):
    if measure == "total" and row["total"] == "":
        return sum(row[str(at)] for at in range(1, len(EDITIONS[row["edition"]]) + 1))
    return row[measure]


def size(population):
    lower = max(it for it in SIZES if it <= population)
    above = [it for it in SIZES if it > lower]
    return f"{lower}-{above[0] - 1 if above else ''}"


def peers(row):
    yield "alla", ""
    yield "lan", row["county"]
    yield "kommungrupp", {"G1": "Större stad", "G2": "Pendlingskommun", "G3": "Landsbygdskommun"}[row["group"]]
    yield "storlek", size(row["population"])
    if row["ordinal"] == 1:
        yield "forsta", ""


def quantile(ordered, part):
    place = (len(ordered) - 1) * part
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def text(number):
    """A fraction whose denominator is 1, 2 or 4, as a decimal."""
    shown = f"{float(number):.2f}".rstrip("0").rstrip(".")
    assert Fraction(shown) == number
    return shown


def expected(rows):
    for edition in EDITIONS:
        latest = {}
        for row in rows:
            if row["edition"] == edition:
                latest[row["code"]] = row
        found = defaultdict(list)
        for row in latest.values():
            for who in peers(row):
                for measure in measures(edition):
                    if value(row, measure) != "":
                        found[who, measure].append((value(row, measure), (row["year"], row["month"] or 0)))
        for ((among, name), measure), values in sorted(found.items()):
            ordered = sorted(Fraction(it) for it, _ in values)
            year, month = max(when for _, when in values)
            parts = [Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1)]
            told = [text(quantile(ordered, part)) for part in parts] if len(ordered) >= FEWEST else [""] * 5
            yield [edition, among, name, measure, len(ordered), year, month or "", *told]


def write(name, head, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def main():
    rows = invent(random.Random(20_261_128))
    scores = sorted({key for edition in EDITIONS for key in measures(edition)} - {"total"})
    head = ["code", "name", "county", "group", "population", "edition", "year", "month", "ordinal", "total", *scores]
    write("results.csv", head, [[row.get(key, "") for key in head] for row in rows])
    head = ["utgava", "bland", "bland_namn", "matt", "antal", "senaste_ar", "senaste_manad"]
    write("expected.csv", [*head, "lagst", "undre_kvartil", "median", "ovre_kvartil", "hogst"], expected(rows))


if __name__ == "__main__":
    main()
