"""From a message in English to a sentence in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.core.messages import Message, fill


def translated(message: Message) -> str:
    """Return the message in the screen's language, with its parameters (messages among them) in place."""
    params = {name: translated(p) if isinstance(p, Message) else p for name, p in message.params.items()}
    return filled(QCoreApplication.translate(message.context, message.text), **params)


def filled(text: str, /, **params: object) -> str:
    """Return a translated template with its places filled, figures as the screen's language writes them.

    `{n:letter|letters}` is a count with its word, `{n:,}` a figure: see `annotator.core.messages.fill`.
    """
    return fill(text, params, QLocale().toString)


def figure(number: int) -> str:
    """Return a number as the screen's language writes it: 4.211 in Dutch."""
    return QLocale().toString(number)


def name_of(text: str, context: str = "Command") -> str:
    """Return a text that was marked for translation in a context, in the screen's language."""
    return QCoreApplication.translate(context, text) if text else ""
