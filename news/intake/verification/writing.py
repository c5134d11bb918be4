"""Writes a report: lines for the terminal, and a folder with JSON, a page and tables for a spreadsheet."""

import csv
import json
from pathlib import Path

from django.template.loader import render_to_string

from news.intake.errors import IntakeError
from portal.exports import harmless

ROWS_ON_TERMINAL = 12
CELL_ON_TERMINAL = 60
STYLE = Path(__file__).with_name("report.css")


def terminal_lines(report):
    """Yield the report as lines of text, with the first rows of each table."""
    width = max((len(str(name)) for name, _value in report.facts), default=0)
    yield str(report.title)
    for name, value in report.facts:
        yield f"  {name:<{width}}  {value}"
    for table in report.tables:
        yield ""
        yield f"{table.title}. {table.hint}".rstrip(". ") if table.hint else str(table.title)
        rows = [[_cell(cell) for cell in row] for row in (table.headings, *table.rows[:ROWS_ON_TERMINAL])]
        widths = [max(len(row[place]) for row in rows) for place in range(len(table.headings))]
        for row in rows:
            yield "  " + "  ".join(f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True)).rstrip()
        if len(table.rows) > ROWS_ON_TERMINAL:
            yield "  …"


def write_report(report, folder):
    """Write report.json, report.html and a CSV file for each table into a folder, which is made where there is none.

    Raises `IntakeError` where the folder cannot be written.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.json").write_text(as_json(report), encoding="utf-8")
        (folder / "report.html").write_text(as_page(report), encoding="utf-8")
        for table in report.tables:
            _write_table(table, folder / f"{table.name}.csv")
    except OSError as error:
        raise IntakeError(f"{error.filename or folder} cannot be written: {error.strerror or error}") from error


def as_json(report):
    """Return the report as JSON, with the rows that a page shows."""
    values = {
        "title": str(report.title),
        "whole": report.is_whole,
        "facts": {str(name): str(value) for name, value in report.facts},
        "tables": {
            table.name: {
                "title": str(table.title),
                "headings": list(map(str, table.headings)),
                "rows": table.rows,
                "hint": table.hint,
            }
            for table in report.tables
        },
    }
    return json.dumps(values, ensure_ascii=False, indent=1, default=str)


def as_page(report):
    """Return the report as one page of HTML that needs nothing beside it."""
    style = STYLE.read_text(encoding="utf-8")
    return render_to_string("news/intake/report.html", {"report": report, "style": style})


def _write_table(table, path):
    """Write every row; no cell is one that a spreadsheet would calculate. The mark at its start is for Excel."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(str, table.headings))
        writer.writerows([harmless(cell) for cell in row] for row in table.all_rows())


def _cell(value):
    text = " ".join(str(value).split())
    return text if len(text) <= CELL_ON_TERMINAL else f"{text[: CELL_ON_TERMINAL - 1]}…"
