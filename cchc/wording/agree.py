"""Whether a wording and the rule beside it say the same: nobody may be shown one date while another is computed."""

from cchc.model.deadlines import All, Deadline, Rule, SimpleRule, WordingOnly
from cchc.model.plan import Plan
from cchc.wording.figures import contradicted, ruled_figures
from cchc.wording.match import is_meant
from cchc.wording.read import read
from cchc.wording.reading import Reading
from cchc.wording.tokens import text_of
from cchc.wording.write import wording_of


def rule_of(deadline: Deadline, plan: Plan) -> Rule | None:
    """Return the rule of a deadline; of a wording alone where it has just one reading that needs no event type."""
    if isinstance(deadline, str | WordingOnly):
        readings = readings_of(deadline, plan)
        return readings[0].rule if len(readings) == 1 else None
    if isinstance(deadline, All) and any(isinstance(member, WordingOnly) for member in deadline.all):
        return deadline.model_copy(update={"all": tuple(_member(member, plan) for member in deadline.all)})
    return deadline


def _member(member: SimpleRule | WordingOnly, plan: Plan) -> SimpleRule | WordingOnly:
    """Return the rule of a wording under `all`, which keeps its own id, label and lead; the wording where it is not one rule."""
    if not isinstance(member, WordingOnly):
        return member
    rule = rule_of(member, plan)
    if rule is None or isinstance(rule, All):
        return member
    kept = {name: getattr(member, name) for name in ("text", "roll", "note", "id", "label", "lead")}
    return rule.model_copy(update=kept)


def readings_of(wording: str | WordingOnly, plan: Plan) -> tuple[Reading, ...]:
    return read(wording if isinstance(wording, str) else text_of(wording.text), plan.year)


def disagreement(rule: Rule, text: str, plan: Plan) -> tuple[str, str] | None:
    """Return what the text says and what the rule says where they differ, both as an official prints them.

    Each rule has to be in the text, which may say more. Of a text that is not read, the dates and counts that it
    names must hold one of the rule's.
    """
    members = [member for member in (rule.all if isinstance(rule, All) else (rule,)) if not isinstance(member, WordingOnly)]
    readings = read(text, plan.year)
    if any(is_meant(members, reading.parts, plan.year) for reading in readings):
        return None
    ruled = ruled_figures(members)
    said = contradicted(text, plan.year, ruled)
    if readings:
        return text, "; ".join(ruled.shown) if said else wording_of(rule, {})
    return ("; ".join(said), "; ".join(ruled.shown)) if said else None
