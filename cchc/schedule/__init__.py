"""The pure engine: when what is due, why, and where it stands on a day."""
