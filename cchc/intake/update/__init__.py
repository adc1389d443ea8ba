"""Edits made in Word to a document of ours as changes to its plan: document, plan and what was printed are compared."""
