"""Semantic views: what is to be shown, in words, for any platform. Renderers draw them."""
