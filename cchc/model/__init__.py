"""What the files of a workspace may hold: frozen records, shape rules only."""
