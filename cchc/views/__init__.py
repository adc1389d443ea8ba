"""What a reader sees of a plan: final strings, without layout."""
