"""Contact data of the candidate and of others."""

from __future__ import annotations

from tests.nlp.page import values

SKETCH = """
## Helen Marchbank
helen.marchbank@example.org

# Experience
= Nurse\t2015 - 2020
/ Northfield Hospital

# References
Rose Tarrant, rose.tarrant@example.com
"""


def test_the_mail_of_a_referee_is_not_the_candidates() -> None:
    assert values(SKETCH, "email") == ["helen.marchbank@example.org"]


def test_the_mail_beside_the_name_comes_before_one_in_the_text() -> None:
    sketch = """
# Experience
= Nurse\t2015 - 2020
/ Northfield Hospital
- Answered ward@example.com on weekends.

# Contact
helen.marchbank@example.org
"""
    assert values(sketch, "email")[0] == "helen.marchbank@example.org"
