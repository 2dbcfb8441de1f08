"""Files that are no resumes: every field stays empty and a warning says so."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from resume_parser import Options, parse

TEXTS = {
    "invoice": [
        "INVOICE",
        "Northwind Supplies Ltd",
        "12 Harbour Road, Bristol BS1 4QA",
        "Invoice No: 2023-114   Date: 03/04/2023",
        "Bill to: Acme Tools GmbH, Hauptstr. 5, 10115 Berlin",
        "Description  Qty  Price",
        "Steel bolts M8  200  45.00",
        "Delivery  1  12.00",
        "Total  57.00 EUR",
        "Payment within 30 days. Thank you for your business.",
    ],
    "code": [
        "import os",
        "import sys",
        "def main(argv):",
        "    for name in argv[1:]:",
        "        print(os.path.basename(name))",
        "class Manager:",
        "    pass",
        "if __name__ == '__main__':",
        "    main(sys.argv)",
    ],
    "report": [
        "Quarterly Report",
        "1 Introduction",
        "Sales in the first quarter of 2021 rose by 4 percent compared with 2020. The Nordic region was the strongest.",
        "2 Experience with the new process",
        "Since March 2020 the plant has run in two shifts. Output grew from 120 to 150 units.",
        "3 Summary",
        "The board will decide in June 2021.",
    ],
    "letter": [
        "Dear Mr. Brown,",
        "Thank you for your letter of 3 May 2022. We will reply in detail by the end of the month.",
        "Kind regards,",
        "Peter Smith",
        "Head of Sales",
    ],
    "recipe": [
        "Apple Cake",
        "Ingredients",
        "200 g flour",
        "3 apples",
        "2 eggs",
        "Method",
        "Mix the flour and eggs. Add the apples. Bake for 40 minutes at 180 degrees.",
    ],
    "minutes": [
        "Minutes of the meeting",
        "Date: 12 January 2024, 10:00 - 11:30",
        "Present: Anna Berg, Tom Lee, Ravi Patel",
        "1. Budget",
        "Tom Lee presented the budget for 2024 - 2025.",
        "2. Next meeting: 2 February 2024",
    ],
    "contract": [
        "Lease Agreement",
        "between John Carter (landlord) and Mary Jones (tenant)",
        "The lease runs from 01/09/2022 to 31/08/2024.",
        "The rent is 850 EUR per month.",
    ],
    "menu": [
        "Restaurant La Plaza",
        "Starters",
        "Soup of the day  5.50",
        "Salad  6.00",
        "Main courses",
        "Grilled salmon  14.90",
        "Opening hours: Mon - Fri 12:00 - 22:00",
        "Tel. 030 1234567",
    ],
}


def word_file(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", TEXTS)
def test_nothing_is_invented_for_a_file_that_is_no_resume(kind: str) -> None:
    result = parse(word_file(TEXTS[kind]), options=Options(reference_date=date(2026, 1, 15)))
    info = result.profile.info
    assert (info.full_name, info.email, info.phone, info.summary, info.location.text, info.date_birth) == (None,) * 6
    lists = (result.profile.experiences, result.profile.educations, result.profile.skills, result.profile.languages, info.urls)
    assert not any(lists)
    assert "not_a_resume" in {warning.code for warning in result.warnings}
    assert result.profile.text
