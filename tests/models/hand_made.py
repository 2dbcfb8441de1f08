"""Two resumes written by hand, of people who do not exist."""

from __future__ import annotations

from models.corpus.content import Job, Month, Named, Person, Resume, SkillGroup, Span, Study

ENGLISH = Resume(
    language="en",
    person=Person(
        "Orla", "Tennick", "Data Engineer", "orla.tennick@example.org", "+44 7700 900123", "14 Mill Lane", "Leeds, UK",
        ("linkedin.com/in/orla-tennick", "https://orla.example.org"), (("Date of birth", "12 March 1991"), ("Nationality", "Irish")),
    ),
    summary="Engineer with nine years of practice in moving data. Calm under pressure. Looking for a team that writes tests.",
    jobs=(
        Job(
            "Senior Data Engineer", "Brackwater Logistics Ltd", "Leeds", Span(Month(2020, 3), ongoing=True),
            ("Cut the nightly load from six hours to forty minutes.", "Led a team of four and hired two of them"),
            contract="Full-time", about="Freight forwarder, 300 staff", tools=("Python", "PostgreSQL", "Airflow"),
        ),
        Job(
            "Data Engineer", "Brackwater Logistics Ltd", "Leeds", Span(Month(2017, 9), Month(2020, 2)),
            ("Built reports for the sales department that are still in use today in all of the nine offices of the company",),
        ),
        Job("Freelance Analyst", None, None, Span(Month(2016), Month(2017)), ("Studies of passenger numbers.",)),
        Job("Intern", "Harrow & Finch", "York, UK", None),
    ),
    studies=(
        Study(
            "MSc", "Statistics", "University of Northgate", "Leeds", Span(Month(2014, 9), Month(2015, 9)), "Distinction",
            ("Bayes at work",),
        ),
        Study("BSc", None, "Easter College", None, Span(Month(2011), Month(2014))),
    ),
    projects=(Job("Tidewatch", None, None, Span(Month(2021)), ("An open map of tides",), tools=("Rust",)),),
    volunteering=(Job("Treasurer", "Leeds Rowing Club", None, Span(Month(2019), ongoing=True)),),
    skills=(SkillGroup("Databases", ("PostgreSQL", "SQLite")), SkillGroup(None, ("Python", "Go"), ("Expert", "Basic"))),
    soft_skills=("Patience", "Clear writing"),
    spoken=(("English", "native"), ("Irish", "C1"), ("Welsh", None)),
    certifications=(Named("Cloud Practitioner", "Amazon Web Services", Span(Month(2022, 5))),),
    courses=(Named("Streaming Systems", None, Span(Month(2021))),),
    awards=(Named("Best Newcomer", "Data North", None),),
    interests=("Rowing", "Bread baking"),
    references=("Available on request",),
)  # fmt: skip
GERMAN = Resume(
    language="de",
    person=Person(
        "Jörn", "Weidenhöfer", None, "jw@example.org", "0151 23456789", "Große Gasse 3", "04109 Leipzig",
        personal=(("Geburtsdatum", "03.07.1988"), ("Familienstand", "ledig")),
    ),
    summary=None,
    jobs=(
        Job(
            "Fachkraft für Lagerlogistik", "Kühnel Großhandel GmbH", "Leipzig", Span(Month(2015, 4), ongoing=True),
            ("Wareneingang und Prüfung der Lieferscheine", "Einarbeitung neuer Kräfte"), contract="Vollzeit",
        ),
        Job("Staplerfahrer", "Spedition Aumann", "Halle (Saale)", Span(Month(2011, 8), Month(2015, 3)), ("Be- und Entladung",)),
    ),
    studies=(Study("Ausbildung", "Fachlagerist", "Berufsschule Süd", "Leipzig", Span(Month(2008), Month(2011)), "2,1"),),
    skills=(SkillGroup("EDV", ("SAP", "Excel")),),
    spoken=(("Deutsch", "Muttersprache"), ("Englisch", "B1")),
    certifications=(Named("Gabelstaplerschein"),),
    interests=("Angeln",),
)  # fmt: skip
