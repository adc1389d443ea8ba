"""Word files: their parts, what a template may carry and say, the table of rows."""
