"""Office packages (zip and XML) read within limits; what one says belongs to those who ask."""
