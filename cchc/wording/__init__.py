"""Vietnamese wordings of deadlines: to rules, and back."""
