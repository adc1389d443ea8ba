"""Two states of a plan, or of what plans share: what changed, in the plan's own terms."""
