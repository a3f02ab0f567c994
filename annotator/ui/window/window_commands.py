"""The commands that need the window: files, going about, looking."""

from __future__ import annotations

from annotator.commands import DESK, EVERYWHERE, SESSION_COMMANDS, Command
from annotator.core.messages import QT_TRANSLATE_NOOP as N

WINDOW_COMMANDS: tuple[Command, ...] = (
    Command("new_project", N("Command", "New project…"), "File", lambda w: w.files.new_project(), ("Ctrl+N",), needs_letter=False),
    Command("open_project", N("Command", "Open project…"), "File", lambda w: w.files.open_project(), ("Ctrl+O",), needs_letter=False),
    Command("open_sample", N("Command", "Open the sample letters"), "File", lambda w: w.files.open_sample(), needs_letter=False),
    Command("import", N("Command", "Import letters…"), "File", lambda w: w.files.import_dialog(), ("Ctrl+I",), needs_letter=False,
            description=N("Command", "Text files or folders; they can be dropped on the window too.")),
    Command("export", N("Command", "Export…"), "File", lambda w: w.files.export_dialog(), ("Ctrl+Shift+S",), needs_letter=False,
            description=N("Command", "Corrected text, OCR text, JSON or tables: this letter or all.")),
    Command("backup", N("Command", "Save a copy of the project…"), "File", lambda w: w.files.backup_dialog(), needs_letter=False),
    Command("quit", N("Command", "Quit"), "File", lambda w: w.close(), ("Ctrl+Q",), needs_letter=False),
    Command("edit_mode", N("Command", "Editing mode"), "Edit", lambda w: w.moves.set_editing(True), ("F2",),
            description=N("Command", "Type freely in the letter; Esc goes back to reading."), changes=True),
    Command("next_suspect", N("Command", "Next suspect"), "Correct", lambda w: w.review_next(), ("F3",), EVERYWHERE,
            N("Command", "Opens the correction box on it.")),
    Command("previous_suspect", N("Command", "Previous suspect"), "Correct", lambda w: w.review_previous(), ("Shift+F3",)),
    Command("correct_word", N("Command", "Correct this word or selection"), "Correct", lambda w: w.moves.correct_here(), ("Return",), DESK,
            N("Command", "Opens the correction box; a double click does too."), changes=True),
    Command("next_letter", N("Command", "Next letter"), "Letter", lambda w: w.moves.go_letters(1), ("Ctrl+PgDown",)),
    Command("previous_letter", N("Command", "Previous letter"), "Letter", lambda w: w.moves.go_letters(-1), ("Ctrl+PgUp",)),
    Command("done_next", N("Command", "Done, next letter"), "Letter", lambda w: w.moves.done_next(), ("F9",), changes=True),
    Command("status_todo", N("Command", "Status: to do"), "Letter", lambda w: w.moves.set_status("todo"), ("Ctrl+1",), changes=True),
    Command("status_busy", N("Command", "Status: in progress"), "Letter", lambda w: w.moves.set_status("busy"), ("Ctrl+2",), changes=True),
    Command("status_done", N("Command", "Status: done"), "Letter", lambda w: w.moves.set_status("done"), ("Ctrl+3",), changes=True),
    Command("status_second_look", N("Command", "Status: needs a second look"), "Letter", lambda w: w.moves.set_status("second_look"),
            ("Ctrl+4",), changes=True),
    Command("go_to_line", N("Command", "Go to a line or page…"), "Letter", lambda w: w.moves.go_to_line(), ("Ctrl+G",)),
    Command("copy", N("Command", "Copy"), "Edit", lambda w: w.moves.copy(), ("Ctrl+C",), DESK),
    Command("copy_with_source", N("Command", "Copy with its source"), "Edit", lambda w: w.moves.copy_with_source(), ("Ctrl+Shift+C",),
            description=N("Command", "Quote, title, dossier number, page.")),
    Command("previous_field", N("Command", "Choose the field before"), "Form", lambda w: w.form.choose_previous(), (",",), DESK),
    Command("next_field", N("Command", "Choose the next field"), "Form", lambda w: w.form.choose_next(), (".",), DESK),
    Command("to_evidence", N("Command", "Go to the evidence of the chosen field"), "Form", lambda w: w.moves.go_to_evidence(), ("F4",)),
    Command("focus_filter", N("Command", "Filter the letters"), "View", lambda w: w.moves.focus_filter(), ("Ctrl+L",), needs_letter=False),
    Command("next_pane", N("Command", "Next pane"), "View", lambda w: w.moves.go_panes(1), ("F6",), needs_letter=False),
    Command("previous_pane", N("Command", "Previous pane"), "View", lambda w: w.moves.go_panes(-1), ("Shift+F6",), needs_letter=False),
    Command("bigger", N("Command", "Bigger text"), "View", lambda w: w.moves.zoom(10), ("Ctrl++", "Ctrl+="), needs_letter=False),
    Command("smaller", N("Command", "Smaller text"), "View", lambda w: w.moves.zoom(-10), ("Ctrl+-",), needs_letter=False),
    Command("normal_size", N("Command", "Normal text size"), "View", lambda w: w.moves.zoom(0), ("Ctrl+0",), needs_letter=False),
    Command("key_sheet", N("Command", "Keys that work here"), "Help", lambda w: w.help.show_keys(), ("F1",), needs_letter=False),
    Command("about", N("Command", "About Kanttekening"), "Help", lambda w: w.help.show_about(), needs_letter=False),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (*WINDOW_COMMANDS, *SESSION_COMMANDS)
