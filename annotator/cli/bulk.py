"""The command that reads letters by the thousand into a data set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.saying import MODELS, OCR, PATH, Failed, say

if TYPE_CHECKING:
    from annotator.language.interface import LearntState
    from annotator.recognition.models import Recognition


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--out", required=True, type=PATH, help="The folder of the data set.")
@click.option(
    "--workers", type=click.IntRange(1, 1000), help="Processes on this machine; as many as cores without."
)
@click.option("--scheduler", default="", help="The address of a running dask scheduler, as tcp://host:8786.")
@click.option(
    "--learnt", type=PATH, help="A file of what a project has learnt, as its window exports it (Shift+F7)."
)
@click.option("--codebook", type=PATH, help="A codebook in TOML; the one for Kamerbrieven without.")
@click.option("--language", default="", help="The language of the letters, as nl or en; nl without.")
@OCR
@MODELS
def bulk(
    sources: tuple[str, ...],
    out: Path,
    workers: int | None,
    scheduler: str,
    learnt: Path | None,
    codebook: Path | None,
    language: str,
    ocr: str,
    models: Path | None,
) -> None:
    """Read letters by the thousand into tables (Parquet): text, words, suspects, sections, values, passages.

    SOURCES are files, folders, and addresses (s3://…, https://…). What the data set has of the same bytes is
    not read again. A letter that cannot be read is a row with its reason.
    """
    from annotator.bulk.reading import How
    from annotator.bulk.running import run
    from annotator.language.interface import LearntState
    from annotator.language.languages import DUTCH, folder_of
    from annotator.resources import resource_path
    from annotator.session.codebook.files import read_codebook_file
    from annotator.session.transfer.recognising import recognition

    if workers and scheduler:
        raise click.UsageError("--workers starts workers here, --scheduler joins others: give one of them.")
    spoken = language or DUTCH
    folder_of(spoken)  # before anything is made
    how = How(
        read_codebook_file(codebook or resource_path("codebooks/kamerbrieven.toml"), spoken[:2]),
        spoken,
        _learnt(learnt) if learnt is not None else LearntState(),
        _here(recognition(ocr, str(models or "")), spoken),
    )
    outcome = run(sources, out, how, scheduler=scheduler, workers=workers or 0, progress=_told)
    known = f", {outcome.known} were there" if outcome.known else ""
    twice = f", {outcome.twice} given twice" if outcome.twice else ""
    say(f"{out}: {outcome.read} letters read, {outcome.failed} failed{known}{twice}")
    if outcome.failed:
        raise Failed(f"{outcome.failed} letters could not be read: their reasons are in the table letters.")


def _here(chosen: Recognition, language: str) -> Recognition:
    """Keep nothing of pages in the user's cache: a worker that dies takes a letter up from its beginning."""
    from dataclasses import replace

    return replace(chosen, kept="", language=language)


def _learnt(path: Path) -> LearntState:
    from annotator.importers.files import read_bytes
    from annotator.language.learnt_table import from_file

    return from_file(read_bytes(path, 100_000_000).decode("utf-8", "replace"), str(path))


def _told(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done} of {total} letters ", nl=done == total, err=True)
