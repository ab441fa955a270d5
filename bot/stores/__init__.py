"""Where things are kept: the database and the rounds' keys."""
