"""A Word file as paragraphs and tables: an own walk over listed elements, so that nothing is lost unsaid."""
