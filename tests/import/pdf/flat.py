"""Sets an invented report with ReportLab so that headings look like text: the same letters,
no space around them. Usage: python3 flat.py ../NAME/report.txt OUT.pdf"""
import re
import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

source, target = sys.argv[1:]
body = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12)
GAP = Spacer(1, 10)


def cell(text):
    items = [it.strip() for it in re.sub(r"<[^>]*>", "", text).split("•") if it.strip()]
    mark = "• " if "•" in text else ""
    return [Paragraph(mark + it, body) for it in items]


story, rows = [], []
lines = open(source, encoding="utf-8").read().splitlines()
is_text = False
for at, line in enumerate(lines):
    if "\t" in line and not re.search(r"(\t|\.\.)\d+$", line) or rows and line.startswith("\t"):
        rows.append([cell(it) for it in line.split("\t")])
        continue
    if "\t" in line and "%" not in line and not line.startswith("<") and not line.startswith("Antal"):
        story.append(Paragraph(line.replace("\t", " . . . . . . . . . . "), body))
        continue
    if "\t" in line:
        rows.append([cell(it) for it in line.split("\t")])
        continue
    if rows:
        count = max(len(row) for row in rows)
        rows = [row + [[]] * (count - len(row)) for row in rows]
        is_score = any("%" in line for line in lines[at - 2 : at])
        widths = {2: [12 * cm, 4 * cm], 3: [5.3 * cm] * 3, 5: [1.2 * cm, 9 * cm, 2 * cm, 2 * cm, 2 * cm]}
        story += [Table(rows, colWidths=widths[count], hAlign="LEFT"), GAP]
        rows = []
    text = line.strip()
    if not text:
        continue
    # Within an area's text nothing parts headings from paragraphs.
    if re.match(r"Område \d", text) or re.match(r"\d\.? [A-ZÅÄÖ]", text):
        story.append(GAP)
    story.append(Paragraph(("• " + text[2:]) if text.startswith("- ") else text, body))
    if re.match(r"Område \d", text) or re.match(r"\d\.? [A-ZÅÄÖ]", text) or text == "Allmänt":
        story.append(GAP)

if rows:
    story.append(Table(rows, hAlign="LEFT"))
SimpleDocTemplate(target, pagesize=A4, leftMargin=2.5 * cm, rightMargin=2.5 * cm, invariant=1).build(story)
