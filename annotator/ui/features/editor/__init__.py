"""The editor: a letter's text with its marks. The widget is `text_view.TextView`."""
