"""The XML that Europass attaches gives the values, traced to the page, where it tells of the same person."""

from __future__ import annotations

from dataclasses import replace

from resume_parser.document import Notice
from resume_parser.entities import Annotations, Entity
from resume_parser.nlp.pipeline import annotate
from resume_parser.structured import complete
from tests.nlp.page import OPTIONS, document_of

PAGE = """
## Ada Meyer
ada@example.org

# Berufserfahrung
= 03/2019 – heute
Leitung der Werkstatt
Tischlerei Holm, Kiel

- Plant und baut Küchen
"""
PASSPORT = """<?xml version="1.0"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Ada</FirstName><Surname>Meyer</Surname></PersonName>
<ContactInfo><Email><Contact>ada@example.org</Contact></Email></ContactInfo>
<Demographics><Birthdate year="1990" month="--08" day="---09"/><Gender><Code>F</Code></Gender></Demographics></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period>
<Position><Label>Leitung der Werkstatt</Label></Position>
<Activities>&lt;ul&gt;&lt;li&gt;Plant und baut Küchen&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Tischlerei Holm</Name>
<ContactInfo><Address><Contact><Municipality>Kiel</Municipality></Contact></Address></ContactInfo></Employer>
</WorkExperience></WorkExperienceList>
<Skills><Linguistic><ForeignLanguageList><ForeignLanguage><Description><Label>Dänisch</Label></Description>
<ProficiencyLevel><Listening>B2</Listening><Reading>B2</Reading><Writing>B1</Writing></ProficiencyLevel></ForeignLanguage>
</ForeignLanguageList></Linguistic></Skills></LearnerInfo></SkillsPassport>"""
CANDIDATE = """<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3"
 xmlns:eures="http://www.europass_eures.eu/1.0">
<CandidatePerson><PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Meyer</hr:FamilyName></PersonName></CandidatePerson>
<CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>Tischlerei Holm</hr:OrganizationName>
<PositionHistory><PositionTitle>Leitung der Werkstatt</PositionTitle><eures:EmploymentPeriod>
<eures:StartDate><hr:FormattedDateTime>2019-03-01</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator>
</eures:EmploymentPeriod><City>Kiel</City></PositionHistory></EmployerHistory></EmploymentHistory>
<Skills><PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>AutoCAD</hr:CompetencyName></PersonCompetency></Skills>
</CandidateProfile></Candidate>"""


def completed(xml: str, page: str = PAGE) -> tuple[Annotations, tuple[Notice, ...], str]:
    document = replace(document_of(page), attached=(xml.encode(),))
    annotations, notices = complete(document, annotate(document, OPTIONS))
    return annotations, notices, document.text


def first(annotations: Annotations, label: str) -> Entity:
    return annotations.every(label)[0]


def test_the_first_europass_gives_the_person_and_the_jobs() -> None:
    annotations, notices, _ = completed(PASSPORT)
    assert notices == ()
    assert [first(annotations, label).value for label in ("name", "first_name", "last_name")] == ["Ada Meyer", "Ada", "Meyer"]
    assert first(annotations, "date_birth").value == "1990-08-09"
    assert first(annotations, "gender").value == "female"
    (job,) = annotations.entries
    values = [(entity.label, entity.value) for entity in job.fields if entity.label != "description"]
    assert values == [
        *(("title", "Leitung der Werkstatt"), ("company", "Tischlerei Holm")),
        *(("date_start", "2019-03"), ("date_end", "present"), ("location", "Kiel")),
    ]
    assert job.every("description")[0].value == "Plant und baut Küchen"


def test_the_new_europass_gives_jobs_and_skills_and_keeps_what_only_the_page_says() -> None:
    annotations, notices, _ = completed(CANDIDATE)
    assert notices == ()
    assert first(annotations, "email").value == "ada@example.org"
    assert [skill.value for skill in annotations.every("skill")] == ["AutoCAD"]
    (job,) = annotations.entries
    assert job.every("date_start")[0].value == "2019-03"  # as the page prints it
    assert job.every("company")[0].value == "Tischlerei Holm"


def test_a_value_on_the_page_is_traced_to_it_and_one_that_is_not_has_a_lower_score() -> None:
    annotations, _, text = completed(PASSPORT)
    name, born = first(annotations, "name"), first(annotations, "date_birth")
    assert text[name.start : name.end] == "Ada Meyer"
    assert name.score > born.score
    assert (born.start, born.end) == (0, 0)
    start = annotations.entries[0].every("date_start")[0]
    assert text[start.start : start.end] == "03/2019"


def test_the_level_of_a_language_is_the_one_that_most_of_its_parts_have() -> None:
    annotations, _, _ = completed(PASSPORT)
    assert [(language.value, language.level) for language in annotations.every("language")] == [("Dänisch", "B2")]


def test_a_damaged_xml_leaves_what_the_pages_say_and_a_notice() -> None:
    annotations, (notice,), _ = completed(PASSPORT[:400])
    assert notice.code == "attachment_broken"
    assert annotations == annotate(document_of(PAGE), OPTIONS)


def test_the_xml_of_another_person_is_not_used() -> None:
    annotations, (notice,), _ = completed(PASSPORT.replace("Meyer", "Brandt"))
    assert notice.code == "attachment_differs"
    assert first(annotations, "name").value == "Ada Meyer"


def test_an_xml_with_other_jobs_than_the_pages_is_not_used() -> None:
    _, (notice,), _ = completed(PASSPORT.replace("Leitung der Werkstatt", "Pilotin").replace("Tischlerei Holm", "Luftbrücke AG"))
    assert notice.code == "attachment_differs"


def test_xml_of_another_kind_says_nothing() -> None:
    annotations, notices, _ = completed("<invoice><total>12</total></invoice>")
    assert notices == ()
    assert annotations == annotate(document_of(PAGE), OPTIONS)


def test_entities_and_external_files_of_an_xml_are_not_read() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    annotations, _, _ = completed(PASSPORT.replace("<SkillsPassport", f"{bomb}<SkillsPassport", 1).replace("<Surname>", "<Surname>&e;"))
    assert first(annotations, "name").value == "Ada Meyer"


def test_a_job_whose_title_the_summary_names_too_is_found_beside_its_employer() -> None:
    page = PAGE.replace(
        "ada@example.org", "ada@example.org\n\nLeitung der Werkstatt seit vielen Jahren und gern mit Lehrlingen in der Ausbildung"
    )
    annotations, _, text = completed(PASSPORT, page)
    title = annotations.entries[0].every("title")[0]
    assert title.start == text.rindex("Leitung der Werkstatt")
