"""What the program said in other words before, where a project's file keeps the sentence.

Labels of changes and remarks of import are kept in English, with their parameters; by their English they are
translated. Where a sentence is reworded, the old one goes in here: it is still said in the screen's language.
"""

from __future__ import annotations

REWORDED = (
    (
        "{name} has {count} lines without text: they were left out.",
        "{name} has {count:line without text, which was|lines without text, which were} left out.",
    ),
    (
        "{name} does not say where {count} of its words stand: the page image cannot show them.",
        "{name} does not say where {count:of its words stands|of its words stand}: the page "
        "image cannot show that.",
    ),
    (
        "{name} has {count} elements with text that its format does not know ({kinds}): they were left out.",
        "{name} has {count:element|elements} with text that its format does not know "
        "({kinds}), left out here.",
    ),
    (
        "{name} names {count} parts in its reading order that are not there: they were passed over.",
        "{name} names {count:part in its reading order that is|parts in its reading order "
        "that are} not there.",
    ),
    (
        "{name} has {count} lines that say something else than their words: the words were taken.",
        "{name} has {count:line that says something else than its|lines that say something "
        "else than their} words: the words were taken.",
    ),
    (
        "{name} lists {count} pages whose files are not beside it: they were left out.",
        "{name} lists {count:page whose file is not beside it: it was|pages whose files are "
        "not beside it: they were} left out.",
    ),
    (
        "{name} has no text on {count} of its {pages} pages.",
        "{name} has no text on {count:page|pages} of {pages:,}.",
    ),
    (
        "{name} has tracked changes, read as accepted (insertions: {inserted}, deletions: {deleted}).",
        "{name} has tracked changes, read as accepted: {inserted:insertion|insertions}, "
        "{deleted:deletion|deletions}.",
    ),
    (
        "{name} has hidden text, which was left out (places: {count}).",
        "{name} has hidden text in {count:place|places}, which was left out.",
    ),
    (
        "{name} has pictures, charts or objects; what stands in them was left out ({count}).",
        "{name} has pictures, charts or objects ({count:,}); what stands in them was left out.",
    ),
    (
        "{name} takes in other documents, whose text was left out ({count}).",
        "{name} takes in {count:other document, whose text was|other documents, whose text was} left out.",
    ),
    (
        "{name} has marks of notes whose text is not in the file ({count}).",
        "{name} has {count:mark of a note whose text is|marks of notes whose text is} not in the file.",
    ),
    (
        "{name} has footnotes and endnotes: the endnotes ({count}) have the numbers behind the footnotes.",
        "{name} has footnotes and {count:endnote|endnotes}: endnotes have the numbers behind the footnotes.",
    ),
    (
        "{name} has signs of symbol fonts that nobody knows here ({count}): each now reads {sign}.",
        "{name} has {count:sign of a symbol font that is|signs of symbol fonts that are} not "
        "known here: each now reads {sign}.",
    ),
    (
        "{name} has more comments than are kept ({count} more).",
        "{name} has {count:more comment|more comments} than are kept.",
    ),
    (
        "{name} was left out with all its {count} files, because one of them cannot be read. {problem}",
        "{name} was left out with all its files ({count:,}), because one of them cannot be read. {problem}",
    ),
    (
        "{name} has no text on {count} of its {pages} pages: look whether there should be any.",
        "{name} has no text on {count:page|pages} of {pages:,}: look whether there should be any.",
    ),
    (
        "{name} has {count} signs that cannot be read, the first on page {page}: each now reads {sign}.",
        "{name} has {count:sign|signs} that cannot be read, the first on page {page}: each now reads {sign}.",
    ),
    (
        "{name} has {length} characters in line {line}, and a line may have at most {limit}: "
        "put line breaks in it, or choose another file.",
        "{name} has {length:,} characters in line {line}, and a line may have at most "
        "{limit:,}: put line breaks in it, or choose another file.",
    ),
    (
        "{name} is in two encodings: {count} signs that are no UTF-8, the first in line "
        "{line}, were read as Windows-1252.",
        "{name} is in two encodings: {count:sign that is|signs that are} not UTF-8, the "
        "first in line {line}, read as Windows-1252.",
    ),
    (
        "{name} is damaged in {count} places, the first in line {line}: each now reads {sign}.",
        "{name} is damaged in {count:place|places}, the first in line {line}: each now reads {sign}.",
    ),
    (
        "{name} holds signs that are no text ({count}, the first in line {line}): they were left out.",
        "{name} holds {count:sign that is no text|signs that are no text}, the first in line "
        "{line}: left out here.",
    ),
    (
        "The text of “{title}” is not in the file: it was left out, with its selections ({count}).",
        "The text of “{title}” is not in the file: it was left out, with {count:selection|selections}.",
    ),
    (
        "The text of “{title}” cannot be read: it was left out, with its selections ({count}).",
        "The text of “{title}” cannot be read: it was left out, with {count:selection|selections}.",
    ),
    (
        "“{title}” has selections that lie outside its text, or hold nothing ({count}): they were left out.",
        "“{title}” has {count:selection that lies outside its text or holds "
        "nothing|selections that lie outside its text or hold nothing}: left out here.",
    ),
    (
        "Pictures, sound, video and PDFs without a text were left out ({count}): {names}.",
        "Pictures, sound, video and PDFs without a text were left out ({count:,}): {names}.",
    ),
    (
        "Selections that are areas of a page or stretches of time were left out ({count}).",
        "Selections that are areas of a page or stretches of time were left out ({count:,}).",
    ),
    (
        "Codings with a code that is not in the codebook were left out ({count}).",
        "Codings with a code that is not in the codebook were left out ({count:,}).",
    ),
    (
        "Notes that belong to no text or selection were left out ({count}).",
        "Notes that belong to no text or selection were left out ({count:,}).",
    ),
    (
        "Sets, links and graphs were left out ({count}).",
        "Sets, links and graphs were left out ({count:,}).",
    ),
    (
        "Values of cases without a text were left out ({count}).",
        "Values of cases without a text were left out ({count:,}).",
    ),
    (
        "Values that their field cannot read were left out ({count}).",
        "Values that their field cannot read were left out ({count:,}).",
    ),
    (
        "Correct “{before}” to “{after}” in {places} places",
        "Correct “{before}” to “{after}” in {places:place|places}",
    ),
    (
        "Correct {words} words that are sure in {places} places",
        "Correct {words:sure word|sure words} in {places:place|places}",
    ),
    (
        "Confirm {count} proposals in {letters} letters",
        "Confirm {count:proposal|proposals} in {letters:letter|letters}",
    ),
    (
        "Turn down {count} proposals in {letters} letters",
        "Turn down {count:proposal|proposals} in {letters:letter|letters}",
    ),
    (
        "Confirm the outline ({n} sections)",
        "Confirm the outline ({n:section|sections})",
    ),
    (
        "Confirm the form ({n} values)",
        "Confirm the form ({n:value|values})",
    ),
    (
        "Confirm {n} passages",
        "Confirm {n:passage|passages}",
    ),
    (
        "Change the status of {n} letters",
        "Change the status of {n:letter|letters}",
    ),
    (
        "In its folder lie files of other kinds, which were left alone ({count}): {names}.",
        "Its folder holds {count:file of another kind, which was|files of other kinds, which "
        "were} left alone: {names}.",
    ),
    (
        "“{title}” is letter {id} already, with another text: its passages and sections were "
        "left out ({count}).",
        "“{title}” is letter {id} already, with another text: its passages and sections were "
        "left out ({count:,}).",
    ),
    (
        "Codes that no selection carries were left out, for want of room ({count}).",
        "Codes that no selection carries were left out, for want of room ({count:,}).",
    ),
    (
        "{name} was made of {count} files by the numbers in their names: {first} to {last}.",
        "{name} was made of {count:file|files} by the numbers in their names: {first} to {last}.",
    ),
)
_NOW = dict(REWORDED)


def as_said_now(text: str) -> str:
    """Return a sentence that was kept, in the words that stand for it now."""
    return _NOW.get(text, text)
