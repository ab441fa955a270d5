"""Drafts by a language model behind any endpoint with OpenAI's chat completions."""

from bot.drafting.endpoint import HttpDrafter

__all__ = ["HttpDrafter"]
