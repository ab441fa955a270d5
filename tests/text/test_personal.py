"""Names, rooms and illness: what is found, what is left alone, and in which form it comes."""

from __future__ import annotations

import pytest

from bot.text import LONGEST, Finding, Findings, Kind, find
from tests.text.looking import ROSTER, found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Det är Anna som bestämmer", "Anna"),
        ("det är anna som bestämmer", "anna"),
        ("ANNA BESTÄMMER", "ANNA"),
        ("Annas fel", "Annas"),
        ("Anna:s fel", "Anna:s"),
        ("Anna's fault", "Anna's"),
        ("Lars' fel", "Lars'"),
        ("Lars:s fel", "Lars:s"),
        ("Anna Lindqvists fel", "Anna Lindqvists"),
        ("Anna Nyberg sa det", "Anna Nyberg"),
        ("hela Anna-gänget", "Anna"),
        ("ann-sofies fel", "ann-sofies"),
        ("Åsas fel", "Åsas"),
        ("Jose García", "Jose García"),
        ("lukasz", "lukasz"),
        ("O'Brien's shift", "O'Brien's"),
        ("fråga Li", "Li"),
        ("李明", "李明"),
        ("محمد", "محمد"),
        ("Kim", "Kim"),
        ("vi saknar Zeynep", "Zeynep"),
        ("Birgitta", "Birgitta"),
        ("Birgitta Falkvall", "Birgitta Falkvall"),
        ("hos Johanssons", "Johanssons"),
        ("Annas Volvo", "Annas"),
        ("hos garcia", "garcia"),
    ],
)
def test_names_are_found_in_all_their_forms(text: str, name: str) -> None:
    """Roster names in every case and genitive, in any script, and common names of others."""
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    "name", ["Björn", "Bo", "My", "Liv", "Hans", "Saga", "Maj", "Glad", "Berg"]
)
def test_a_name_that_is_a_word_counts_with_a_capital(name: str) -> None:
    """Inside a sentence the capital tells the name from the word."""
    assert found(f"Det sägs att {name} vet") == [("name", name)]
    assert found(f"Det sägs att {name.lower()} vet") == []
    assert found(f"DET SÄGS {name.upper()} VET") == []


@pytest.mark.parametrize("text", ["Björn sa det", "Bo Glad var där", "My och Anna", "Björns fel"])
def test_a_sentence_can_begin_with_such_a_name(text: str) -> None:
    """What follows tells that the first word is a person."""
    assert found(text)[0][0] == "name"


@pytest.mark.parametrize(
    "text",
    [
        "Hans sätt",
        "Vem? Björn i skogen",
        "Dags att gå",
        "klass 7",
        "Per vecka",
        "lex Sarah",
        "Lex Maria-anmälan",
        "en annan gång",
        "vi som är på kök",
        "hon är ledig, nattis i kassan",
        "Stig in",
        "40 tim i jan",
    ],
)
def test_words_like_names_are_left_alone(text: str) -> None:
    """Ordinary words, statutes, and what stands beside a name on the roster."""
    assert found(text) == []


@pytest.mark.parametrize(
    "room",
    [
        "rum 12",
        "Rum B12",
        "sal 4",
        "lägenhet 1203",
        "lgh 1104",
        "avd 5",
        "avd. 5",
        "rum nr 9",
        "avdelning B",
        "klassrum 14",
        "vårdrummet 6",
        "rum fyra",
        "ward 4",
        "rum 2-3",
    ],
)
def test_rooms_are_found(room: str) -> None:
    """A room, ward or flat with its number or letter."""
    assert found(f"Det är kallt i {room} igen") == [("room", room)]


@pytest.mark.parametrize(
    "text",
    [
        "ett rum 20 minuter",
        "rum 2-3 personer",
        "forum 2024",
        "centrum 3",
        "salen 14 grader",
        "rum kl 13",
        "rum kräver",
        "rum 12.30",
        "hela avdelningen",
        "i rum i huset",
    ],
)
def test_room_to_do_something_is_left_alone(text: str) -> None:
    """Amounts, times and other words that end alike."""
    assert found(text) == []


@pytest.mark.parametrize(
    "word",
    [
        "cancer",
        "hjärncancern",
        "demensen",
        "diabetiker",
        "gravida",
        "sjukskriven",
        "utbränd",
        "depressionen",
        "ADHD",
        "missbrukare",
        "panikångest",
        "psykosen",
        "KOL",
        "HIV-positiv",
    ],
)
def test_illness_is_found(word: str) -> None:
    """Words for a person's illness, inflected and in compounds."""
    assert found(f"Då hade hon {word} redan") == [("health", word)]


@pytest.mark.parametrize(
    "text",
    [
        "sjukdom i personalen",
        "vård",
        "hälsa",
        "psykosocial",
        "sjukskrivningarna",
        "demensboendet",
        "missbruksvården",
        "deprimerande lokaler",
        "diagnostik",
        "grillkol",
        "grill med kol",
        "vi har ms teams",
        "i MS Teams",
    ],
)
def test_everyday_words_of_care_are_left_alone(text: str) -> None:
    """Work talk about illness in general, places and professions."""
    assert found(text) == []


@pytest.mark.parametrize("word", ["kol", "ms", "als", "väntar barn", "psykiskt dåligt"])
def test_illness_is_found_by_the_words_around_it(word: str) -> None:
    """Short words that mean other things elsewhere, and illness in two words."""
    assert found(f"att hon har {word} vet alla") == [("health", word)]


def test_findings_stand_in_reading_order_and_once() -> None:
    """Refused and warned apart, each in the order of the text; the same words only once."""
    text = "Anna i rum 4: ring 0701740605 eller @anna. Anna, 0701740605, har cancer i rum 4"
    assert find(text, ROSTER) == Findings(
        refused=(Finding(Kind.PHONE, "0701740605"), Finding(Kind.MENTION, "@anna")),
        warned=(
            Finding(Kind.NAME, "Anna"),
            Finding(Kind.ROOM, "rum 4"),
            Finding(Kind.HEALTH, "cancer"),
        ),
    )


def test_a_long_finding_is_cut() -> None:
    """No more than sixty characters of the text are quoted."""
    (finding,) = find("x" * 100 + "@example.se", ()).refused
    assert finding.text == "x" * LONGEST


def test_an_empty_text_and_an_empty_roster_are_clean() -> None:
    """Nothing is found in nothing, and names without letters match nothing."""
    assert find("", ("", "()", "123", "|")) == Findings((), ())
    assert find("Allt är bra här.", ("", "()", "123", "|")) == Findings((), ())
