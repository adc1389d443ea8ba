"""Working days and days off of Vietnamese civil servants."""
