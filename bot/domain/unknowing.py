"""Comments that say nothing: "vet ej", "inget", "-". They are counted, and never quoted."""

from __future__ import annotations

import re

from bot.domain.themes import fold

# The whole text, folded: small letters, no accents, one space between words.
_NOTHING = re.compile(
    r"""
    (?: (?:nej|na|tja|hm+|no|well) [ ] )?
    (?: jag [ ] | i [ ] )?
    (?:
        vet (?:[ ] (?:verkligen|faktiskt))? [ ] (?: ej | inte | icke )
      | (?:har [ ])? ingen (?: [ ] (?: aning | asikt | kommentar | synpunkt | uppfattning ))?
      | (?:har [ ])? inga (?: [ ] (?: kommentarer | synpunkter | asikter | ideer | forslag ))?
      | (?:har [ ])? (?: ingenting | inget | intet )
        (?: [ ] (?: sarskilt | speciellt | mer | annat | alls | att [ ] (?:saga|tillagga|skriva) ))?
      | kommer [ ] inte [ ] pa [ ] (?: nagot | nat | nagonting )
      | nej | nej [ ] tack | na
      | (?: don [ ] t | dont | do [ ] not ) [ ] know | dunno | not [ ] sure
      | no | nope | none | n [ ] a
      | (?:have [ ])? no [ ] (?: idea | opinion | comments? | thoughts | suggestions )
      | (?:have [ ])? nothing
        (?: [ ] (?: special | else | more | at [ ] all | to [ ] (?:add|say) ))?
    )
    (?: [ ] (?: just [ ] nu | nu | idag | i [ ] dag | riktigt | tyvarr | tack
              | right [ ] now | now | today | sorry | thanks ))*
    """,
    re.VERBOSE,
)
_MARKS = re.compile(r"[-–—_?.…/~*\s]+")


def says_nothing(comment: str) -> bool:
    """Whether all that a comment says is that its writer does not know, or has nothing to say.

    An empty comment is none. What holds anything else, however little, says something.
    """
    if not comment:
        return False
    return bool(_MARKS.fullmatch(comment) or _NOTHING.fullmatch(fold(comment)))
