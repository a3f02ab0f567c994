"""What formats say by themselves, in the language of the export: headings, names of columns, labels."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "about": {"nl": "Over deze brief", "en": "About this letter"},
    "after": {"nl": "staat er nu", "en": "reads now"},
    "all": {"nl": "alle", "en": "all"},
    "analyst": {"nl": "analist", "en": "analyst"},
    "before": {"nl": "las de OCR", "en": "OCR read"},
    "codebook": {"nl": "Codeboek", "en": "Codebook"},
    "contents": {"nl": "Inhoud", "en": "Contents"},
    "correction": {"nl": "correctie", "en": "correction"},
    "corrections": {"nl": "Correcties", "en": "Corrections"},
    "counts": {"nl": "Aantallen", "en": "Counts"},
    "date": {"nl": "datum", "en": "date"},
    "day": {"nl": "op", "en": "on"},
    "dossier": {"nl": "dossier", "en": "dossier"},
    "evidence": {"nl": "vindplaats", "en": "found at"},
    "absent": {"nl": "niet in de brief", "en": "not in the letter"},
    "field": {"nl": "veld", "en": "field"},
    "form": {"nl": "Formulier", "en": "Form"},
    "labels": {"nl": "Labels", "en": "Tags"},
    "heading": {"nl": "kop", "en": "heading"},
    "level": {"nl": "niveau", "en": "level"},
    "letter": {"nl": "brief", "en": "letter"},
    "letter_count": {"nl": "brieven", "en": "letters"},
    "letters": {"nl": "Brieven", "en": "Letters"},
    "made_by": {"nl": "Gemaakt met {program} op {moment}", "en": "Made by {program} on {moment}"},
    "note": {"nl": "noot", "en": "note"},
    "notes": {"nl": "Noten", "en": "Notes"},
    "of_letter": {"nl": "Bij de brief", "en": "On the letter"},
    "page": {"nl": "pagina", "en": "page"},
    "passage": {"nl": "passage", "en": "passage"},
    "passage_count": {"nl": "passages", "en": "passages"},
    "passages": {"nl": "Passages", "en": "Passages"},
    "proposed": {"nl": "voorstel", "en": "proposed"},
    "proposed_count": {"nl": "waarvan voorstel", "en": "of which proposed"},
    "report": {"nl": "Verslag van passages", "en": "Report on passages"},
    "section": {"nl": "sectie", "en": "section"},
    "sections": {"nl": "Secties", "en": "Sections"},
    "sender": {"nl": "afzender", "en": "sender"},
    "sentence": {"nl": "zin", "en": "sentence"},
    "source": {"nl": "Bronbestand", "en": "Source file"},
    "status": {"nl": "Status", "en": "Status"},
    "tag": {"nl": "label", "en": "tag"},
    "tei_lines": {
        "nl": "Regels als op papier: bij elke regel staat een lb aan het begin. Een regeleinde in het bestand"
        " is er geen van de brief. Wat de OCR las staat in sic, wat een analist ervan maakte in corr.",
        "en": "Lines as on paper: each has an lb at its beginning. A line feed in the file is none of the"
        " letter's. What the OCR read is in sic, what an analyst made of it in corr.",
    },
    "text": {"nl": "Tekst", "en": "Text"},
    "to_text": {"nl": "Terug naar de tekst", "en": "Back to the text"},
    "unknown": {"nl": "onbekend", "en": "unknown"},
    "value": {"nl": "waarde", "en": "value"},
    "values": {"nl": "Waarden", "en": "Values"},
    "year": {"nl": "jaar", "en": "year"},
}


def word(key: str, language: str, **places: object) -> str:
    """Return a word in the language, "nl" or "en"; of another language in English."""
    said = WORDS[key]
    return said.get(language, said["en"]).format(**places)
