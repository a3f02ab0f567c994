"""From a message in English to a sentence in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import Message


def translated(message: Message) -> str:
    """Return the message in the screen's language, with its parameters (messages among them) in place."""
    params = {name: translated(p) if isinstance(p, Message) else p for name, p in message.params.items()}
    return QCoreApplication.translate(message.context, message.text).format(**params)


def name_of(text: str, context: str = "Command") -> str:
    """Return a text that was marked for translation in a context, in the screen's language."""
    return QCoreApplication.translate(context, text) if text else ""
