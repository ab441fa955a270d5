"""What stands on the paper, whole and in its place."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.domain.programme import Language
from bot.handouts import Item, booklet, sheet
from bot.handouts.markup import Html, passage, tag
from tests.tools.conftest import Run
from tests.tools.papers import EVIL, deck, mirror, programme, theme

GOLDEN = Path(__file__).parent / "golden"
ITEMS: dict[str, Item] = {"theme": theme(), "deck": deck(), "mirror": mirror()}


class Shape(HTMLParser):
    """Reads a page, and finds what is not closed, and what is fetched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.tags.append((name, dict(attributes)))
        if name != "meta":
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        """See that it closes the last one that is open."""
        assert self.open.pop() == name

    def handle_data(self, text: str) -> None:
        """Note the text."""
        if "style" not in self.open:
            self.texts.append(text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", list(ITEMS))
def test_paper_is_the_one_agreed_on(name: str, language: Language, update_golden: bool) -> None:
    """Every text is in its place; the styles are left out of the comparison."""
    page = sheet(programme(), ITEMS[name], language)
    page = re.sub(r"<style>.*</style>", "<style></style>", page, flags=re.DOTALL)
    page = re.sub(r"(</(?:p|li|h1|h2|tr|div|section|header|article|ul|ol|title)>)", "\\1\n", page)
    path = GOLDEN / f"{name}.{language}.html"
    if update_golden:
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


def test_booklet_holds_everything_in_order() -> None:
    """A cover with the contents, and then each sheet."""
    said = " ".join(Shape(booklet(programme(), "sv")).texts)
    places = [said.index(text) for text in ("Därför.", "Innehåll", "Filmens text", "Klipp längs")]
    assert places == sorted(places)
    assert said.count("Fastnat?") == 2


@pytest.mark.parametrize("item", ITEMS.values(), ids=list(ITEMS))
def test_page_is_well_formed_and_fetches_nothing(item: Item) -> None:
    """No element is left open, and nothing comes from elsewhere."""
    shape = Shape(sheet(programme(), item, "sv"))
    for _, attributes in shape.tags:
        assert not attributes.keys() & {"src", "href", "srcset", "action", "data"}
    page = sheet(programme(), item, "sv")
    assert not re.search(r"@import|url\(", page)
    assert ("html", {"lang": "sv"}) in shape.tags


def test_what_is_written_is_shown_and_never_run() -> None:
    """A text with signs of HTML in it comes out as it stands."""
    for item in (theme(), deck()):
        shape = Shape(sheet(programme(), item, "sv"))
        assert EVIL in shape.texts
        assert "script" not in [name for name, _ in shape.tags]
    assert "onclick" not in sheet(programme(), theme(), "sv", with_button=False)
    assert "onclick" in sheet(programme(), theme(), "sv")


def test_markup_escapes_all_but_itself() -> None:
    """Texts and the values of attributes are escaped, and what is HTML already is not."""
    assert tag("p", "<&>", Html("<b>"), title='"<') == '<p title="&quot;&lt;">&lt;&amp;&gt;<b></p>'
    assert passage("Ett\n\n<två>\n- a\n- b") == (
        '<p>Ett</p><p>&lt;två&gt;</p><ul class="points"><li>a</li><li>b</li></ul>'
    )


def test_english_page_says_so() -> None:
    """A screen reader hears the language of the page; easy Swedish is Swedish."""
    assert '<html lang="en">' in sheet(programme(), theme(), "en")
    assert '<html lang="sv">' in sheet(programme(), theme(), "lattlast")


def test_theme_without_questions_has_none_on_paper() -> None:
    """Where nothing is asked, there is nothing to fill in."""
    steps = [{"kind": "exercise", "minutes": 20, "text": {"sv": "Gå ut.", "en": "Go out."}}]
    none: dict[str, object] = {key: {} for key in ("questions", "keep_questions", "next_questions")}
    plain = theme(length=20, steps=steps, free_question=None, stuck=(), **none)
    said = Shape(sheet(programme(), plain, "sv")).texts
    assert "Gå ut." in said
    headings = {"Frågorna", "Håll i det", "Prata vidare", "Fastnat?"}
    assert not headings & set(said)
    assert headings <= set(Shape(sheet(programme(), theme(), "sv")).texts)


def test_paper_asks_nobody_to_hand_it_in() -> None:
    """Handwriting can be recognised: the sheet is one's own, and says so."""
    assert "Ingen samlar in det" in sheet(programme(), theme(), "sv")
    assert "Nobody collects it" in sheet(programme(), theme(), "en")


def test_command_writes_a_page(aptbot: Run) -> None:
    """The file is named after the theme, and can be made anew."""
    for _ in range(2):
        done = aptbot("print", "tema1", "--language", "en")
        assert (done.exit_code, done.output.partition(" ")[0]) == (0, "✓")
    assert "A theme" in Path("tema1.html").read_text("utf-8")
    assert aptbot("print", "prov").exit_code == 0
    assert "Innehåll" in Path("prov.html").read_text("utf-8")
    assert "<!doctype html>" in aptbot("print", "prov/tema1", "--out", "-").output


def test_command_writes_over_nothing_else(aptbot: Run, dialogues: Path) -> None:
    """A file that is no such page stays: it may be the theme itself."""
    file = dialogues / "prov" / "tema1.yaml"
    before = file.read_bytes()
    done = aptbot("print", "tema1", "--out", file)
    assert done.exit_code == 1
    assert "finns redan" in done.stderr
    assert file.read_bytes() == before
    assert aptbot("print", "tema1", "--out", "ingen/mapp.html").exit_code == 1


def test_command_suggests_what_was_meant(aptbot: Run) -> None:
    """A misspelled name is not just refused."""
    done = aptbot("print", "tma1")
    assert done.exit_code == 1
    assert "Menade du tema1?" in done.stderr
    assert "Jag hittar inget" in aptbot("print", "xyz").stderr
