"""Vietnamese, as an official would write it."""
