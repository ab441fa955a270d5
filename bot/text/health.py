"""Words for a person's illness. Everyday words of work in care and school are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.text.findings import Kind, Span
from bot.text.tokens import Token

# Parts of words: compounds and inflections follow (bröstcancer, demensen, diabetiker).
_ILLNESS = re.compile(
    r"""
    cancer | leukemi | tumör | cellgift | kemoterapi
    | demens | dementia | alzheimer | parkinson | ^afasi
    | diabet | epilep | ^astma | migrän | fibromyalgi | artros | reumati | endometrios | borrelia
    | ^stroke | hjärtinfarkt | hjärtsvikt | hjärtfel | hjärnblödning | hjärnskak | blodpropp
    | diskbråck | ryggskott | ^hiv(?:$|-) | hepatit | tuberkulos | klamydia
    | gravid | missfall | pregnan | miscarriage
    | sjukskriven | sjukskrivna | sjukskrivning(?:en)?$ | ^diagnos(?:en)?$
    | depression | deprimerade?$ | depressed | antidepressiv | utbränd | burnout | ^burned-out
    | utmattningssy | utmattningsdep | ångest | ^anxiety
    | bipolär | schizo | ^psykos(?:en|er|erna)?$ | psykotisk | anorexi | bulimi | ätstörning
    | självmord | självskad | suicid
    | missbruk | narkoman | alkoholis | alkoholprob | (?:alkohol|drog|spel)beroende | alcoholic
    | adhd | ^autis | asperger | tourette | dyslexi | dyslekti | dyskalkyli | utvecklingsstör
    """,
    re.VERBOSE,
)
# What makes a compound a place, a profession or a subject.
_WORK = re.compile(
    "boende|avdelning|enhet|vård|utbild|team|sköters|fond|förening|förbund|kurs|polic|center|centrum"
    "|forskning|plan(?:en)?$|mottagning|behandlare|omsorg|område|förebygg|prevent|test|screening"
    "|statistik|uppdrag"
)
# Short names that are ordinary words in lower case, and illnesses of two words.
_CAPITALS = frozenset({"ADD", "AIDS", "ALS", "KOL"})
_PHRASES = re.compile(
    r"\bmultipel skleros|(?<=on )sick leave\b|\bburn(?:ed|t) out\b"
    r"|\bväntar barn\b|\bpsykiskt dåligt\b|\bdåligt psykiskt\b"
    r"|(?-i:\bMS\b)(?! ?(?:teams|office|word|excel|outlook|365|project))"
    r"|(?:(?<=\bhar )|(?<=\bfått ))(?:kol|als|ms(?! teams))\b",
    re.IGNORECASE,
)


def health(text: str, words: Iterable[Token]) -> Iterator[Span]:
    """Yield where words for illness stand in a normalised text."""
    for match in _PHRASES.finditer(text):
        yield Span(match.start(), match.end(), Kind.HEALTH)
    for word in words:
        if word.text in _CAPITALS or _is_illness(word.text.lower()):
            yield Span(word.start, word.end, Kind.HEALTH)


def _is_illness(word: str) -> bool:
    found = _ILLNESS.search(word)
    return found is not None and not _WORK.search(word, found.end())
