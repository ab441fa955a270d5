"""What holds for every text."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.text import LONGEST, Kind, find, normalise
from bot.text.findings import REFUSED

NAMES = ("Anna Lindqvist", "Björn Ek", "Ali (natt)")
FRAGMENTS = ("Anna", "björn", "850314", "-", "1230", "070", " ", "@", "<@U1>", "rum 4", "cancer")
SEPARATORS = ("", "", " ", "-", "+", "/", " - ", "  ")
INVISIBLE = ("\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d")

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(FRAGMENTS)).map("".join))


@st.composite
def grouped(draw: st.DrawFn, digits: st.SearchStrategy[str], joints: Sequence[str]) -> str:
    """Draw digits with something between them, anywhere."""
    number = draw(digits)
    between = [draw(st.sampled_from(joints)) for _ in number[1:]]
    return number[0] + "".join(map("".join, zip(between, number[1:], strict=True)))


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """Draw ten or twelve digits that begin with a date, or with one of a coordination number."""
    century = draw(st.sampled_from(("", "19", "20")))
    year, last = draw(st.integers(0, 99)), draw(st.integers(0, 9999))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    return f"{century}{year:02}{month:02}{day + draw(st.sampled_from((0, 60))):02}{last:04}"


mobiles = st.integers(0, 9_999_999).map(lambda rest: f"070{rest:07}")


@given(texts)
def test_findings_are_pieces_of_the_text(text: str) -> None:
    """Whatever is written, findings quote it, each once, in no more characters than it has."""
    findings = find(text, NAMES)
    everything = (*findings.refused, *findings.warned)
    assert len(set(everything)) == len(everything)
    assert all(0 < len(one.text) <= LONGEST for one in everything)
    assert all(one.text in normalise(text) for one in everything)
    assert sum(len(one.text) for one in everything) <= len(normalise(text))
    assert all(one.kind in REFUSED for one in findings.refused)
    assert not any(one.kind in REFUSED for one in findings.warned)


@given(texts)
def test_a_normalised_text_stays_as_it_is(text: str) -> None:
    """To normalise twice changes nothing, so what a finding quotes can be found again."""
    assert normalise(normalise(text)) == normalise(text)


@given(grouped(identity_numbers(), SEPARATORS))
def test_an_identity_number_is_refused_however_it_is_grouped(number: str) -> None:
    """All of it is found as one, though it may as well look like a phone number."""
    (finding,) = find(f"Hon heter {number} sa dom", ()).refused
    assert finding.text.endswith(number)
    assert finding.kind in {Kind.IDENTITY_NUMBER, Kind.PHONE}


@given(
    grouped(mobiles, ("", "", " ", "-")), st.sampled_from(("0", "+46", "+46 ", "+46 (0)", "0046"))
)
def test_a_mobile_number_is_refused_however_it_is_grouped(number: str, prefix: str) -> None:
    """Also with the country before it."""
    assert find(f"Ring {prefix}{number[1:].lstrip(' -')} sa dom", ()).refused


@given(grouped(identity_numbers(), INVISIBLE))
def test_invisible_signs_hide_no_number(number: str) -> None:
    """What can't be seen is not there."""
    assert find(f"Hon heter {number} sa dom", ()).refused


@given(st.text("bcdfgkmpt ,.\n", max_size=200))
def test_letters_that_make_no_names_are_clean(text: str) -> None:
    """Words that nobody knows are left alone."""
    findings = find(text, NAMES)
    assert findings.refused == findings.warned == ()


@given(
    st.sampled_from(("Anna", "Lindqvist", "Björn", "Ali")), st.sampled_from(("", "s", ":s", "'s"))
)
def test_a_name_is_found_between_any_signs(name: str, ending: str) -> None:
    """Quotes, brackets and slashes around a name do not hide it."""
    for left, right in (("", ""), ("(", ")"), ("”", "”"), ("/", "/"), ("*", "*"), ("\n", "\n")):
        warned = find(f"och {left}{name}{ending}{right} sa", NAMES).warned
        first = name == "Björn" and left == "\n"  # a line may begin with a bear
        assert [one.kind for one in warned] == [Kind.NAME] or (first and not ending)
