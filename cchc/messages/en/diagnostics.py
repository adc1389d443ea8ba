"""What is wrong with a plan, in English."""

from cchc.messages import Words

DIAGNOSTICS = {
    "unreadable-file": Words("The file cannot be read: {why}.", "Check who may read the file."),
    "too-large": Words("The file is larger than {limit} MB and is not read.", "Split it into smaller files."),
    "too-large/values": Words("The file holds more than {limit} values and is not read.", "Split it into smaller files."),
    "too-large/errors": Words("The file has more than {limit} errors of one kind.", "Mend the ones listed and run it again."),
    "not-utf8": Words("The file is not UTF-8 (byte {byte}).", "Save the file as UTF-8."),
    "not-utf8/utf-16": Words("The file was saved as UTF-16.", "In Notepad, choose Save as… and UTF-8."),
    "unsafe-character": Words("The character {character} shows a reader other text than is read.", "Delete the character."),
    "unsafe-character/escaped": Words(
        "The text holds {character}, which shows a reader other text than is read.",
        "Take the character out of the text.",
    ),
    "conflict-marker": Words(
        "A merge conflict is left over: “{marker}”.", "Keep one of the two versions, delete the marker lines."
    ),
    "yaml-syntax": Words("This is not valid YAML: {problem}.", "Look at the indentation, colons and brackets of this line."),
    "yaml-syntax/colon": Words(
        "A colon may not stand here.", "If the text contains “: ”, put it in quotes, or write it as a block after “>-”."
    ),
    "yaml-syntax/tab": Words("The line is indented with a tab.", "Use spaces: two for each level."),
    "yaml-syntax/quote": Words("The quote that opens here is not closed well.", "Add the closing quote at the end of the text."),
    "yaml-syntax/bracket": Words("The bracket that opens here is not closed.", "Add the missing bracket or comma."),
    "yaml-syntax/start": Words("A text may not begin with this character.", "Put the text in quotes."),
    "yaml-syntax/indent": Words(
        "This line does not fit the lines before it (indentation or “-”).", "Indent it as the lines of its level above."
    ),
    "yaml-syntax/directive": Words("The directive %YAML is not used here.", "Delete the line."),
    "yaml-syntax/complex-key": Words("A key must be one word.", "Write “key: value”."),
    "too-deep": Words("The data is nested deeper than {limit} levels.", "Write it with fewer levels."),
    "yaml-tag": Words("YAML tags are not used here ({tag}).", "Delete the tag; a text that begins with “!” goes in quotes."),
    "yaml-tag/directive": Words("The directive %TAG is not used here.", "Delete the line."),
    "yaml-alias/anchor": Words("The anchor “&{name}” is not used here.", "Write the content out, or put it in quotes."),
    "yaml-alias/alias": Words("The alias “*{name}” is not used here.", "Write the content out, or put it in quotes."),
    "yaml-alias/merge": Words("The merge key “<<” is not used here.", "Write the keys out."),
    "yaml-alias": Words("Anchors and aliases are not used here.", "Write the content out."),
    "multiple-documents": Words("The file holds more than one document (a second “---”).", "Split it, or delete the line “---”."),
    "duplicate-key": Words("The key “{key}” is given twice.", "Keep one of them."),
    "unknown-key": Words("There is no key “{key}” here.", "{did_you_mean}Keys that may stand here: {known}."),
    "unknown-key/second-rule": Words(
        "A deadline has one rule; “{key}” is a second one.", "Several rules at once go under the key “all”."
    ),
    "unknown-key/other-rule": Words("The key “{key}” does not go with this rule.", "It belongs to another rule."),
    "missing-key": Words("The key “{key}” is missing.", "Add the key “{key}”."),
    "wrong-type": Words("The value is of the wrong kind.", "See: cchc explain --code wrong-type"),
    "wrong-type/text": Words("A text is needed here.", "Write a text, or a list of lines that begin with “- ”."),
    "wrong-type/list": Words("A list is needed here.", "Write [a, b], or one item a line after “- ”."),
    "wrong-type/record": Words("Keys with values are needed here.", "Write “key: value”, one a line."),
    "wrong-type/date": Words("A date is needed here.", "Write it as 2025-11-30."),
    "wrong-type/number": Words("A number is needed here.", "Write it in digits, as 45 or 97.5."),
    "wrong-type/flag": Words("Either true or false is needed here.", "Write true or false."),
    "wrong-type/term": Words("A term is needed here.", "Write, for example: 45 days, 5 working days, 2 months."),
    "wrong-type/period": Words("A period is needed here.", "Write 2025-06, 2025-Q1, 2025-H1 or 2025."),
    "wrong-type/hour": Words("A time of day is needed here.", "Write it as 17:00."),
    "wrong-type/id": Words("An id is needed here.", "Use a-z, 0-9 and hyphens, as in van-phong."),
    "invalid-value": Words("The value “{value}” is not valid."),
    "invalid-value/choice": Words("The value “{value}” is not valid.", "{did_you_mean}Choose one of: {choices}."),
    "invalid-value/range": Words("The number {value} is not between {first} and {last}.", "Check the number."),
    "invalid-value/id": Words("“{value}” cannot be an id.", "Use a-z, 0-9 and hyphens, at most 64 characters, as in van-phong."),
    "invalid-value/device": Words("“{value}” is a name that Windows keeps for itself.", "Choose another id."),
    "invalid-value/blank": Words("The text is empty.", "Write the text, or delete the key."),
    "invalid-value/too-many": Words("The list is too long.", "Shorten the list."),
    "invalid-value/only-true": Words("This key takes only the value true.", "Delete the key if it is not meant."),
    "invalid-value/hour": Words("“{value}” is not a time of day.", "Write it as 17:00."),
    "invalid-value/period": Words("“{value}” is not a period.", "Write 2025-06, 2025-Q1, 2025-H1, 2025 or 2025-Q1..2025-Q2."),
    "invalid-value/order": Words("The end ({value}) comes before the beginning.", "Check both ends."),
    "invalid-value/term": Words(
        "“{value}” is not a term.", "Write, for example: 45 days, 5 working days, 2 months, 15 days + 8 working days."
    ),
    "invalid-value/email": Words("“{value}” is not a mail address.", "Write it as name@office.gov.vn."),
    "invalid-value/two-days": Words("The rule names its day twice, by “{other}” and “{key}”.", "Keep one of the two keys."),
    "invalid-value/one-bound": Words("A target needs exactly one bound.", "Use one of: at_least, above, at_most, below."),
    "invalid-value/year-and-period": Words("A plan has “year” or “period”, not both.", "Delete one of the two."),
    "invalid-value/plan-id": Words(
        "The id “{value}” differs from the folder “{folder}”.", "Write id: {folder}, or rename the folder."
    ),
    "invalid-value/section-file": Words("“{value}” is not a .yaml file.", "Name a file such as sections/b-ii.yaml."),
    "invalid-value/section-twice": Words("The file “{value}” is put in twice.", "Keep one of them."),
    "invalid-value/no-such-file": Words("The plan's folder has no file “{value}”.", "Check the name of the file."),
    "invalid-value/timezone": Words("There is no time zone “{value}”.", "Use Asia/Ho_Chi_Minh."),
    "invalid-date": Words("There is no day {value}.", "Check the day and the month."),
    "invalid-date/form": Words("“{value}” is not a date.", "Write it as 2025-11-30 (year-month-day)."),
    "invalid-date/range": Words("The year of {value} is not between {first} and {last}.", "Check the year."),
    "path-outside": Words("“{path}” lies outside the plan's folder.", "Use only files inside the plan's folder."),
    "path-outside/link": Words(
        "“{path}” is a link or not a regular file, and is not read.", "Put the file itself in place of the link."
    ),
    "duplicate-id": Words("The id “{id}” is taken already.", "Give this record another id."),
    "duplicate-record": Words("This was recorded for the task “{task}” already.", "Keep one of the records."),
    "duplicate-record/extension": Words(
        "The task “{task}” has an extension approved on the same day already.", "Keep one of the records."
    ),
    "duplicate-record/unit-name": Words("“{name}” is the name of the unit “{first}” already.", "Use the id “{first}”."),
    "duplicate-record/day": Words("The day {day} is listed already.", "Keep one record for each day."),
    "calendar-conflict": Words(
        "The day {day} is listed as a day off already; here it is a day worked.",
        "Check the announcement and keep the record that is right.",
    ),
    "calendar-conflict/off": Words(
        "The day {day} is listed as a day worked already; here it is a day off.",
        "Check the announcement and keep the record that is right.",
    ),
    "unknown-unit": Words("units.yaml has no unit “{unit}”.", "{did_you_mean}Add the unit to units.yaml, or mend the id."),
    "unknown-event-type": Words(
        "events.yaml has no event type “{type}”.", "{did_you_mean}Add it under “types” of events.yaml, or mend the id."
    ),
    "unknown-task": Words("There is no task “{task}”.", "{did_you_mean}Use the task's id, not its printed number."),
    "unknown-part": Words("The task “{task}” has no part “{part}”.", "Check the ids under the task's “parts”."),
    "unknown-target": Words("The task “{task}” has no target “{target}”.", "{did_you_mean}Check the ids under “targets”."),
    "unknown-occurrence": Words("The task has no occurrence “{occurrence}”.", "{did_you_mean}Occurrences: {known}."),
    "unknown-occurrence/missing": Words("It is not said which occurrence is meant.", "Add the key occurrence, one of: {known}."),
    "unit-cycle": Words("Units contain each other in a circle: {circle}.", "Take one unit out of the circle."),
    "unreadable-wording": Words(
        "The deadline “{text}” cannot be read without doubt.",
        "Write it as a record: “text” for the words, and a rule, such as by: 2025-12-20.",
    ),
    "ambiguous-wording": Words(
        "The deadline “{text}” can be read in several ways.", "Keep the words in “text” and choose a rule: {readings}."
    ),
    "wording-disagrees": Words("The words say “{said}” but the rule says “{ruled}”.", "Mend the words or the rule."),
    "missing-event-type": Words(
        "The deadline counts from “{anchor}” and needs an event type.",
        "Write it as a record: text, {rule}; put an event type of events.yaml in place of “…”.",
    ),
    "missing-event-type/unnamed": Words(
        "The deadline “{anchor}” does not say from which event it counts.",
        "Write it as a record: text, {rule}; put an event type of events.yaml in place of “…”.",
    ),
    "missing-event-date": Words(
        "The event “{event}” lacks “{key}”, from which a deadline counts.", "Add {key} once it is known."
    ),
    "unnamed-rule": Words("Two rules under “all” give the same occurrence.", "Add an id to this rule."),
    "unnamed-rule/wording": Words(
        "Two parts of the wording give the same occurrence.", "Write the deadline as a record, with an id for each rule: {rule}."
    ),
    "completion-before-event": Words(
        "Completed on {completed_on}, before the event “{event}” of {happened_on}.", "Check both dates."
    ),
    "number-gap": Words(
        "The numbers jump from {previous} to {number}.",
        "If it is meant, write allow: {{number-gap: reason}} on the task; else the next number is {expected}.",
    ),
    "number-repeat": Words("The number {number} is used above already.", "Mend it, or delete the key number to count on."),
    "lead-also-coordinating": Words("The unit “{unit}” both leads and coordinates.", "Take it out of one of the two."),
    "unused-unit": Words("Nothing refers to the unit “{unit}”.", "Delete it, or write allow: {{unused-unit: reason}}."),
    "unused-event-type": Words(
        "Nothing refers to the event type “{type}”.", "Delete it, or write allow: {{unused-event-type: reason}}."
    ),
    "outside-period": Words("The day is outside the plan's period ({first_day} to {last_day}).", "Check the year."),
    "missing-evidence": Words("Completed, but without evidence.", "Add the key evidence: number and date of the document."),
    "missing-deadline": Words("The task has no deadline.", "Add the key deadline."),
    "duplicate-duty": Words(
        "This task repeats task {number} ({first}): the same deadline for the same units.",
        "Remove one of the two, or accept it by allow: {{duplicate-duty: reason}}.",
    ),
    "document-number": Words(
        "“{number}” does not look like a document number.", "Write it as 123/QĐ-BNV, 5566/UBND-KSTT or 30/2020/NĐ-CP."
    ),
    "not-nfc": Words("The text is written with separate accents (not NFC).", "Type it again, or run cchc fmt."),
    "odd-character": Words("It holds a character that is invisible or of an old font: {character}.", "Delete or retype it."),
    "flow-prose": Words(
        "In brackets [ ] each comma begins an item: these are {count} items.", "Write one item a line after “- ”."
    ),
    "text-cut-by-comment": Words(
        "“{rest}” counts as a comment and is not part of the text.",
        "Put the whole text in quotes; if it is a comment, put two spaces before the #.",
    ),
    "unused-allow": Words("“allow: {code}” matches no warning.", "Delete it."),
    "unused-allow/error": Words("“{code}” is an error, which cannot be allowed.", "Mend the error and delete this."),
    "edited-after-issue": Words(
        "The plan prints something else than what was signed (tag {tag}), and no document that amends it is named.",
        "Put the number of the amending document into document.amended_by, or undo the edit. "
        "See what was signed: cchc render appendix.docx --plan {plan} --rev {rev}",
    ),
}
