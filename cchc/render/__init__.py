"""Views to bytes: one package for each thing that is rendered, its formats imported when asked for."""
