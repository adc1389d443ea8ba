"""What each diagnostic means, with an example, in English."""

from cchc.messages.en import (
    explanations_deadlines,
    explanations_references,
    explanations_shape,
    explanations_text,
    explanations_warnings,
)

EXPLANATIONS: dict[str, str] = (
    explanations_text.EXPLANATIONS
    | explanations_shape.EXPLANATIONS
    | explanations_references.EXPLANATIONS
    | explanations_deadlines.EXPLANATIONS
    | explanations_warnings.EXPLANATIONS
)
