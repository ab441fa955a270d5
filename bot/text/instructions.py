"""Texts that talk to a language model instead of to colleagues.

It is conservative: whatever may be an instruction is kept from the model, at the price of a few
honest comments about AI or about systems. It can't find all; what a model says is checked anyway.
"""

from __future__ import annotations

import re

from bot.text.normal import normalise

_SIGNS = re.compile(r"<\||\|>|\[/?inst\b|```|###|[{}<>]|</?\w+>|\\n|https?://|www\.")
"""What marks the parts of a prompt, and what leads elsewhere."""

_ROLES = re.compile(r"\b(?:system|assistant|assistent|user|developer|human|tool|ai)\W{0,3}:")

_WORDS = re.compile(
    r"\b(?:ignorer\w*|ignore\w*|disregard\w*|överskrid\w*|åsidosätt\w*|override\w*|bortse\w*"
    r"|strunta i (?:allt|alla|det|ovan\w*|tidigare|resten)|glöm (?:allt|alla|det|dina|tidigare)"
    r"|forget (?:all|every\w*|the|your|previous)|instru[kc]tion\w*|prompt\w*|jailbreak\w*"
    r"|språkmodell\w*|language model\w*|llm|chatgpt|chatbot\w*|gpt\w*|ai|json|utkast\w*|draft\w*"
    r"|(?:skriv|svara|säg|hävda|påstå|ange|inkludera|returnera|avsluta|börja|upprepa|översätt)"
    r"(?: \w+){0,2} (?:att|med|endast|bara|exakt|följande|alltid|istället|ordagrant)"
    r"|(?:write|say|answer|reply|respond|output|state|print|repeat|return|include|translate)"
    r"(?: \w+){0,2} (?:that|with|only|just|exactly|the following|always|instead|verbatim)"
    r"|(?:summari[sz]e|sammanfatta)\w*|du är (?:nu|en|ett)|you are (?:now|a|an)|agera som|act as"
    r"|låtsas|pretend|från och med nu|from now on|i (?:stället|sammanfattningen) (?:ska|skriv)\w*)"
)


def may_instruct(text: str) -> bool:
    """Whether the text may be meant for a model that reads it."""
    seen = " ".join(normalise(text).casefold().split())
    return any(pattern.search(seen) for pattern in (_SIGNS, _ROLES, _WORDS))
