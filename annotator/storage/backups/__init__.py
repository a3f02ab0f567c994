"""Automatic backups: small files with what changes, beside packs with what never does.

A backup (`*.kantbackup`) is an SQLite file with all tables of the project but the big ones that are written
once at import: OCR texts, page layouts, sources' bytes. Those go into packs (`*.kantpack`), once, and all
backups of a folder share them. docs/adr/0007-backups-and-packs.md says why.
"""
