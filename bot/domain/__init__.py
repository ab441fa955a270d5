"""What aptbot is about: frozen records and pure functions. `now` is always an argument."""
