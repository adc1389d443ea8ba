"""YAML text to model and back: the only place that knows how a plan is written down."""
