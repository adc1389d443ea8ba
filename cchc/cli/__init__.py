"""The command line: the edge where files, the clock and the terminal are."""
