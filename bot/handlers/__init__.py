"""Slack in: parse, call a service, reply. Nothing is decided here."""
