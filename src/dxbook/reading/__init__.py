"""Reading next year's prose report.

    files         a .txt or .docx file → its text
    words         a text → words in one spelling; `language` has what is known of Vietnamese
    amounts       its numbers that can be values
    clauses       the text cut so that each clause has one number; `tables` does it for rows
    saying        what a clause says by itself; `views` adds what it leans on
    wordings      how each indicator may be worded; `lastyear` how it was worded last year
    scopes        whom a number is measured over
    headings      the lines that others stand under
    circumstances what makes it something else: an aim, another year, another place
    candidates    how likely each number is to be each indicator's value
    choose        one reading for each number; `shares` and `changes` complete it
    calibration   a score that means something

Nothing here knows any one report: what it knows of Vietnamese is in `vietnamese.toml`, and what
it knows of indicators is in the catalogue.
"""

from .files import read_file
from .reading import read_report
from .values import Proposal, Reading, Unclaimed

__all__ = ["Proposal", "Reading", "Unclaimed", "read_file", "read_report"]
