"""English, without jargon."""
