"""Next year's plan from this year's: what moves with the year, and what only a person can decide."""
