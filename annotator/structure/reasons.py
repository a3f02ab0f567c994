"""Why something is proposed: the codes that the engine gives, and the sentence for each."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.messages import QT_TRANSLATE_NOOP, Message

SURE = "sure"  # a parameter: how sure the program is, in per cent

SENTENCES: dict[str, str] = {
    # sections
    "before_salutation": QT_TRANSLATE_NOOP("Proposals", "It stands before the salutation."),
    "before_text": QT_TRANSLATE_NOOP("Proposals", "It stands before the text of the letter."),
    "salutation": QT_TRANSLATE_NOOP("Proposals", "The line greets the reader."),
    "before_headings": QT_TRANSLATE_NOOP("Proposals", "It is the text before the first heading."),
    "heading": QT_TRANSLATE_NOOP("Proposals", "The line looks and stands like a heading."),
    "closing_formula": QT_TRANSLATE_NOOP("Proposals", "The letter closes here."),
    "notes": QT_TRANSLATE_NOOP("Proposals", "The lines begin like footnotes."),
    "signed": QT_TRANSLATE_NOOP("Proposals", "A name and an office stand below the text."),
    "attachment": QT_TRANSLATE_NOOP("Proposals", "The line announces an attachment."),
    "notice": QT_TRANSLATE_NOOP("Proposals", "It is a notice that follows the letter."),
    "place": QT_TRANSLATE_NOOP("Proposals", "It follows from what stands before and after it."),
    # values
    "label": QT_TRANSLATE_NOOP("Proposals", "It stands behind its label in the letterhead."),
    "dateline": QT_TRANSLATE_NOOP("Proposals", "It is the date line of the letterhead."),
    "stamp": QT_TRANSLATE_NOOP("Proposals", "It looks like a date stamp."),
    "first_sentence": QT_TRANSLATE_NOOP("Proposals", "The first sentence says what the letter is about."),
    "words": QT_TRANSLATE_NOOP("Proposals", "Words in the subject or the introduction say so."),
    "default": QT_TRANSLATE_NOOP("Proposals", "Nothing in the letter says otherwise."),
    "in_first_sentence": QT_TRANSLATE_NOOP("Proposals", "The first sentence speaks of a meeting then."),
    "in_subject": QT_TRANSLATE_NOOP("Proposals", "The subject speaks of a meeting then."),
    "printed": QT_TRANSLATE_NOOP(
        "Proposals", "It is printed like this at the head of a parliamentary paper."
    ),
    "ministry": QT_TRANSLATE_NOOP("Proposals", "The letterhead names this ministry."),
    "first_unit": QT_TRANSLATE_NOOP("Proposals", "The letterhead names it first."),
    "chair": QT_TRANSLATE_NOOP("Proposals", "The letter is addressed to this chair."),
    "address": QT_TRANSLATE_NOOP("Proposals", "It stands at the head of the address."),
    # papers of parliament
    "paper": QT_TRANSLATE_NOOP("Proposals", "It is named as a paper of parliament."),
    "number": QT_TRANSLATE_NOOP("Proposals", "It has the form of the number of a paper of parliament."),
    "chained": QT_TRANSLATE_NOOP("Proposals", "It goes on from the paper that is named before it."),
    "annex": QT_TRANSLATE_NOOP("Proposals", "It is named as the annex of a paper of parliament."),
    # passages
    "date": QT_TRANSLATE_NOOP("Proposals", "It is a date."),
    "amount": QT_TRANSLATE_NOOP("Proposals", "It is a sum of money."),
    "trigger": QT_TRANSLATE_NOOP("Proposals", "The codebook gives “{phrase}” as a phrase of this tag."),
    "learnt": QT_TRANSLATE_NOOP("Proposals", "Passages of this tag say the same: {phrase}."),
    # commitments
    "promises": QT_TRANSLATE_NOOP("Proposals", "The writer promises it in so many words."),
    "will_report": QT_TRANSLATE_NOOP("Proposals", "The writer will report or send something."),
    "reports": QT_TRANSLATE_NOOP("Proposals", "The writer says what will be reported or sent."),
    "expects": QT_TRANSLATE_NOOP("Proposals", "The writer expects to send or finish something."),
    "receives": QT_TRANSLATE_NOOP("Proposals", "Parliament is to receive something."),
    "is_sent": QT_TRANSLATE_NOOP("Proposals", "Something is to be sent or published."),
    "comes_back": QT_TRANSLATE_NOOP("Proposals", "The writer will come back to it."),
    "goes_into": QT_TRANSLATE_NOOP("Proposals", "The writer will go into it later."),
    "from_now_on": QT_TRANSLATE_NOOP("Proposals", "The writer will do so from now on."),
    "includes": QT_TRANSLATE_NOOP("Proposals", "It will be taken up in a report or a letter."),
    "follows": QT_TRANSLATE_NOOP("Proposals", "Something is said to follow."),
}
_UNKNOWN = QT_TRANSLATE_NOOP("Proposals", "The program sees it so.")


def sentence(code: str, params: Mapping[str, str]) -> Message:
    """Return the reason as a sentence to translate and show."""
    return Message("Proposals", SENTENCES.get(code, _UNKNOWN), {"phrase": "", **params})
