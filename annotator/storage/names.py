"""What the project file is called inside: its mark, its tables, its views, its migrations."""

from __future__ import annotations

from annotator.core import project_files

APPLICATION_ID = project_files.APPLICATION_ID
BACKUP_ID = project_files.BACKUP_ID
PACK_ID = project_files.PACK_ID
MIGRATION_SET = "annotator"
MIGRATIONS_TABLE = "_sqlite_migrations"
# The names of the functions of migrations.py, in order, kept here so that opening an up-to-date file need not
# import them (and sqlite_utils with them). A test compares the two.
MIGRATION_NAMES = (
    "m0001_first_schema",
    "m0002_page_layouts",
    "m0003_codebook_changes",
    "m0004_search",
    "m0005_proposals",
    "m0006_places_of_corrections",
    "m0007_quick_quotes",
    "m0008_readings",
    "m0009_readings_kept",
    "m0010_namesakes",
    "m0011_absent_values",
    "m0012_origin_of_passages",
    "m0013_suspects_left",
)

TABLES = (
    "letter",
    "letter_ocr",
    "letter_text",
    "text_piece",
    "source",
    "source_bytes",
    "page",
    "section",
    "section_place",
    "passage",
    "passage_place",
    "form_value",
    "verdict",
    "correction",
    "correction_start",
    "change",
    "change_letter",
    "change_codebook",
    "codebook_tag",
    "codebook_field",
    "setting",
    "suspect_cache",
    "page_layout",
    "furniture",
    "page_words",
    "line_style",
    "import_note",
    "reading",
    "disputed",
    "search_letter",
    "search_stale",
    "proposal",
    "dismissal",
)

# What the program can make anew: backups have these tables without their rows.
DERIVED_TABLES = ("suspect_cache", "search_letter", "search_stale", "proposal", "text_piece")

# Setting keys of the store itself; those of others live beside them.
SETTING_CODEBOOK = "codebook"
SETTING_PROJECT_UID = "project_uid"
SETTING_CREATED_AT = "created_at"
SETTING_CREATED_BY = "created_by"
SETTING_NO_DUPLICATES = "no_duplicates"  # pairs of letters (uids) that an analyst said are two, as JSON
