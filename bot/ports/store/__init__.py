"""What the services need of the database, a module for each subject."""
