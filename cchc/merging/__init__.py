"""Two changed versions of a file of a workspace and what both came from, to one: record by record, key by key."""
