import pytest

from resume_parser.nlp.text_language import identify


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Experience\nResponsible for the design of a new platform and the training of the team in Python"),
        ("fr", "Expérience\nResponsable de la conception d'une nouvelle plateforme et de la formation des équipes en Python"),
        ("de", "Berufserfahrung\nVerantwortlich für die Entwicklung einer neuen Plattform und die Schulung des Teams mit Python"),
        ("es", "Experiencia\nResponsable del diseño de una nueva plataforma y de la formación de los equipos con Python"),
        ("it", "Esperienza\nResponsabile della progettazione di una nuova piattaforma e della formazione del personale con Python"),
        ("pt", "Experiência\nResponsável pelo desenvolvimento de uma nova plataforma e pela formação da equipe com Python"),
        ("nl", "Ervaring\nVerantwoordelijk voor het ontwerp van een nieuw platform en de opleiding van het team met Python"),
        ("pl", "Doświadczenie\nOdpowiedzialny za projektowanie nowej platformy oraz szkolenie zespołu w języku Python"),
        ("sv", "Erfarenhet\nAnsvarig för utveckling av en ny plattform och utbildning av teamet inom Python"),
        ("ru", "Опыт работы\nРазработка новой платформы на Python и обучение команды"),
        ("uk", "Досвід роботи\nРозробка нової платформи на Python і навчання команди"),
        ("zh", "工作经验\n负责使用 Python 开发新平台"),
        ("ja", "職務経歴\nPython で新しいプラットフォームを開発しました"),
        ("ko", "경력\nPython으로 새로운 플랫폼을 개발"),
        ("ar", "الخبرة\nمسؤول عن تصميم منصة جديدة باستخدام Python"),
        ("el", "Εμπειρία\nΥπεύθυνος για τον σχεδιασμό μιας νέας πλατφόρμας"),
    ],
)
def test_the_language_of_running_text_is_named(language: str, text: str) -> None:
    assert identify(text) == language


def test_english_headings_do_not_hide_the_language_of_the_body() -> None:
    text = "Work Experience\nEducation\nSkills\nLanguages\nResponsable de la gestion des projets et du suivi des équipes pour les clients"
    assert identify(text) == "fr"


def test_english_technology_does_not_hide_the_language_of_the_body() -> None:
    text = (
        "Machine Learning, Continuous Integration, Cloud, Docker, Software as a Service"
        "\nMitarbeit an der Einführung von Docker und Kubernetes für das Team"
    )
    assert identify(text) == "de"


def test_a_name_in_another_script_does_not_decide() -> None:
    assert identify("Li Wei (李伟)\nResponsible for the design of the platform and the training of a team of engineers") == "en"


def test_a_text_that_says_nothing_is_english() -> None:
    assert identify("") == "en"
    assert identify("12345 %%%") == "en"
