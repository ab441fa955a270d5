"""Slack, outwards: views drawn as Block Kit, and the calls that bring them there."""
