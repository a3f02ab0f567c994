"""A screen reader for tests: it reads the tree of the program over the bus, and notes what it hears.

Run by the system's Python, which has pyatspi; it knows nothing of the program. Each line it is given is a
question, `tree` or `heard`, and each answer is a line of JSON.
"""

import json
import sys

import pyatspi
from gi.repository import GLib

PROGRAM = "Kanttekening"
MOST_CHILDREN = 40  # of a list or table: what follows is of the same kind
HEARD_OF = ("object:state-changed:focused", "object:announcement", "object:text-caret-moved")
# Rows and cells lie in their list: a reader comes to them by arrow keys.
MANY = (pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE)

heard = []


def hear(event):
    """Note an event of the program: what kind, of what, and what was said."""
    source = event.source
    if source is None or (event.type.startswith("object:state-changed") and not event.detail1):
        return
    try:
        said = event.any_data if isinstance(event.any_data, str) else ""
        heard.append(
            {"kind": event.type.split(":")[1], "name": source.name, "role": role(source), "said": said}
        )
    except GLib.Error:
        pass  # gone meanwhile


def role(thing):
    """Return the role of a thing as a word."""
    return thing.getRoleName()


def tree(thing, path=""):
    """Yield each thing that shows, from a thing down."""
    try:
        state = thing.getState()
        if not state.contains(pyatspi.STATE_SHOWING):
            return
        place = f"{path}/{role(thing)} {thing.name!r}"
        yield {
            "name": thing.name,
            "role": role(thing),
            "about": thing.description,
            "path": place,
            "focusable": state.contains(pyatspi.STATE_FOCUSABLE),
            "enabled": state.contains(pyatspi.STATE_ENABLED),
            "focused": state.contains(pyatspi.STATE_FOCUSED),
        }
        count = thing.childCount
        for number in range(min(count, MOST_CHILDREN) if thing.getRole() in MANY else count):
            child = thing.getChildAtIndex(number)
            if child is not None:
                yield from tree(child, place)
    except GLib.Error:
        return


def programs():
    """Yield the program's windows."""
    desktop = pyatspi.Registry.getDesktop(0)
    for number in range(desktop.childCount):
        program = desktop.getChildAtIndex(number)
        if program is not None and program.name == PROGRAM:
            for place in range(program.childCount):
                yield program.getChildAtIndex(place)


def answer(line):
    """Return what there is to say to a question."""
    if line == "tree":
        return [entry for window in programs() if window is not None for entry in tree(window)]
    if line == "heard":
        said, heard[:] = list(heard), []
        return said
    return None


def asked(channel, condition):
    """Answer the next line; end with the questions."""
    line = sys.stdin.readline()
    if not line:
        pyatspi.Registry.stop()
        return False
    print(json.dumps(answer(line.strip())), flush=True)
    return True


for kind in HEARD_OF:
    pyatspi.Registry.registerEventListener(hear, kind)
# After all that waits to be heard: questions that come fast must not keep it waiting.
GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_LOW, GLib.IO_IN | GLib.IO_HUP, asked)
print(json.dumps("ready"), flush=True)
# Else it would be busy at all times, for threads that this one has none of.
pyatspi.Registry.start(gil=False)
