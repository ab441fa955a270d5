"""Benchmarks: what the bot's own work costs, as ratios within one run. `make bench` runs all."""
