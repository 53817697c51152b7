"""Makes reads of people who don't exist, and says what those people carry."""
