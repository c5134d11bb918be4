"""What came of an import, told so that anybody can check it: on the terminal, as JSON, as a page, as tables."""

from news.intake.verification.report import Report, report_of
from news.intake.verification.writing import write_report

__all__ = ["Report", "report_of", "write_report"]
