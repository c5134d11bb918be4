"""Spreadsheets that leave the admin hold words and numbers, and nothing that a spreadsheet would calculate.

A headline like ``=HYPERLINK(…)`` is text to us and a formula to the program
that opens the export. Every export of Wagtail passes one method for each cell.
"""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(value):
    """Return a cell's value with an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def guard_exports():
    """Make every cell of every export harmless, whichever view writes it; called once when the portal starts."""
    stock = SpreadsheetExportMixin.preprocess_field_value

    def preprocess_field_value(self, field, value, export_format):
        return harmless(stock(self, field, value, export_format))

    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
