"""What stands around the tables of keys, in each language: see make_keys.py."""

from __future__ import annotations

from typing import NamedTuple


class Texts(NamedTuple):
    """What a page of keys says besides the names of commands."""

    head: str
    tags: str
    box: str
    panes: str
    titles: tuple[str, str, str, str, str]  # desk, tags, box, words, everywhere
    key: str
    does: str
    section_tag: str
    passage_tag: str
    menu: str


ENGLISH = Texts(
    head="""\
# The keys

<!-- Made by tools/make_keys.py from the registry of commands. Do not edit it: run that. -->

F1 opens the manual at what you have before you, Shift+F1 shows the keys that work here. Every command is
also in the menus, with its key. Enter of the keyboard and Enter of the keypad are the same.

Single letters work on the reading desk, in **reading mode** only. In **editing mode** (F2) they type; Esc
goes back to reading. The caret moves by the usual keys: arrows, Ctrl with an arrow, Home, End, PgUp, PgDn.
With Shift they select. Where letters come one upon the other, as in words, what they did is taken back, and
it is asked whether you want to type: Enter types them, Esc does what the keys say.
""",
    tags="""\
They work on the reading desk too. A passage tag goes to the selection, or to the word at the caret. A
section tag goes to the section at the caret; with a selection it starts a section there. These are the
tags of the codebook for Kamerbrieven; [another codebook](codebook.md) has its own.
""",
    box="""\
Alt+1 to Alt+9 choose a suggestion by its number, for Enter to accept or to type on in; Alt+Enter accepts the
first at once. Shift+F3 goes to the suspect before. Where the field was changed, Ctrl+Z undoes in the field.
""",
    panes="""\
## In the panes

F6 goes from pane to pane, Esc back to the letter. These keys belong to the panes themselves.

| where | keys | does |
|---|---|---|
| letters | type | filter the list; Ctrl+L goes to the filter from anywhere |
| letters | Enter | open the letter and go to it |
| letters | Shift and arrows, Ctrl and a click | choose several; Ctrl+1 to Ctrl+4 set their status |
| letters | F2 | rename the letter |
| letters | Delete | remove the letters that are chosen; it asks first |
| form | Enter | the next field; a proposed value is confirmed |
| form | Ctrl+Enter | another value, where the field may hold several |
| form | Ctrl+Backspace in an empty field | take the value out |
| form | F4 | go to the value's evidence |
| form | Alt+Down | the list of choices |
| page images | arrows, PgUp, PgDn, Home, End | scroll |
| page images | +, - | larger, smaller; Ctrl and the wheel do it too |
| page images | Enter | to the text, at the place that the marks at the sides point to |
| page images | a click, a double click on a word | to the word in the text; its correction box |
| outline, passages, corrections | Enter | go to the place in the letter |
| passages | Delete | remove the passage |
| passages | F2 | its note |
| corrections | R | bring the OCR's reading back |
| list of places of a correction | Space, A | tick or untick this place, all places |
| codebook | Insert, Shift+Insert | add a tag, field, part or choice; below the chosen one |
| codebook | F2 or Enter | its name; Esc comes back to the list |
| codebook | Alt+Up, Alt+Down | move it |
| codebook | Alt+Right, Alt+Left | put a tag under the one before, take it out again |
| codebook | Delete | delete what is not used, retire what is |
| codebook | M | merge a tag with another |
""",
    titles=(
        "On the reading desk, in reading mode",
        "The keys of tags",
        "In the correction box",
        "Going through words (F7)",
        "Everywhere",
    ),
    key="key",
    does="does",
    section_tag="section tag",
    passage_tag="passage tag",
    menu="menu",
)

DUTCH = Texts(
    head="""\
# De toetsen

<!-- Made by tools/make_keys.py from the registry of commands. Do not edit it: run that. -->

F1 opent de handleiding bij wat je voor je hebt, Shift+F1 toont de toetsen die hier werken. Elke opdracht
staat ook in de menu's, met haar toets. Enter van het toetsenbord en Enter van het cijferblok zijn
hetzelfde.

Losse letters werken in de tekst, alleen in de stand **lezen**. In de stand **typen** (F2) typ je ermee;
Esc gaat terug naar lezen. De cursor verplaats je met de gewone toetsen: pijlen, Ctrl met een pijl, Home,
End, PgUp, PgDn. Met Shift selecteren ze. Komen letters vlak na elkaar, zoals in woorden, dan wordt
teruggedraaid wat ze deden en gevraagd of je wilt typen: Enter typt ze, Esc doet wat de toetsen zeggen.
""",
    tags="""\
Ook deze werken in de tekst. Een label voor passages gaat naar de selectie, of naar het woord bij de
cursor. Een label voor secties gaat naar de sectie bij de cursor; met een selectie begint daar een sectie.
Dit zijn de labels van het codeboek voor Kamerbrieven; [een ander codeboek](../codebook.md) heeft eigen
labels.
""",
    box="""\
Alt+1 tot en met Alt+9 kiezen een suggestie met haar nummer, die je met Enter overneemt of nog wijzigt;
Alt+Enter neemt de eerste meteen over. Shift+F3 gaat naar het vorige twijfelgeval. Is het veld gewijzigd, dan
maakt Ctrl+Z in het veld ongedaan.
""",
    panes="""\
## In de panelen

F6 gaat van paneel naar paneel, Esc terug naar de brief. Deze toetsen horen bij de panelen zelf.

| waar | toetsen | doet |
|---|---|---|
| brieven | typen | filtert de lijst; Ctrl+L gaat overal vandaan naar het filter |
| brieven | Enter | opent de brief en gaat ernaartoe |
| brieven | Shift en pijlen, Ctrl en een klik | kiest er meer; Ctrl+1 tot en met Ctrl+4 geven hun de status |
| brieven | F2 | hernoemt de brief |
| brieven | Delete | verwijdert de gekozen brieven, na een vraag |
| formulier | Enter | het volgende veld; een voorgestelde waarde wordt bevestigd |
| formulier | Ctrl+Enter | nog een waarde, als het veld er meer mag hebben |
| formulier | Ctrl+Backspace in een leeg veld | haalt de waarde weg |
| formulier | F4 | gaat naar de vindplaats van de waarde |
| formulier | Alt+Down | de lijst met keuzes |
| paginabeelden | pijlen, PgUp, PgDn, Home, End | schuift |
| paginabeelden | +, - | groter, kleiner; Ctrl met het muiswiel doet het ook |
| paginabeelden | Enter | naar de tekst, op de plaats die de tekens aan de zijkant aanwijzen |
| paginabeelden | een klik, een dubbelklik op een woord | naar het woord in de tekst; het correctievenster |
| indeling, passages, correcties | Enter | gaat naar de plaats in de brief |
| passages | Delete | haalt de passage weg |
| passages | F2 | de notitie |
| correcties | R | zet de OCR-lezing terug |
| lijst van plaatsen van een correctie | Space, A | zet deze plaats, of alle plaatsen, aan of uit |
| codeboek | Insert, Shift+Insert | voegt een label, veld, onderdeel of keuze toe; onder het gekozene |
| codeboek | F2 of Enter | de naam; Esc gaat terug naar de lijst |
| codeboek | Alt+Up, Alt+Down | verplaatst het |
| codeboek | Alt+Right, Alt+Left | zet een label onder het vorige, of haalt het er weer uit |
| codeboek | Delete | verwijdert wat niet wordt gebruikt, laat vervallen wat wel wordt gebruikt |
| codeboek | M | voegt een label samen met een ander |
""",
    titles=(
        "In de tekst, in de stand lezen",
        "De toetsen van labels",
        "In het correctievenster",
        "Woorden nalopen (F7)",
        "Overal",
    ),
    key="toets",
    does="doet",
    section_tag="label voor secties",
    passage_tag="label voor passages",
    menu="menu",
)
