"""Colours to choose from, and how far apart two of them look, also to people who see no red or no green."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import dist
from typing import NamedTuple

from annotator.core.colours import is_colour

APART = 12.0  # in CIELAB: plain at a glance
ON_PAPER = 3.0  # contrast of a bar or an underline with the paper
PAPER_LIGHT, PAPER_DARK = "#ffffff", "#1d2120"


class Pair(NamedTuple):
    """A colour for the light window, and the one that stands for it in the dark."""

    light: str
    dark: str


# Searched so that they differ for colour-blind people too: see docs/codebook.md.
PALETTE = (
    Pair("#2d6c48", "#95e9b9"),
    Pair("#7532aa", "#8462a4"),
    Pair("#982701", "#ce3f01"),
    Pair("#5690c7", "#67b3fd"),
    Pair("#740c4f", "#aa5e75"),
    Pair("#b08850", "#c08d61"),
    Pair("#42a0a6", "#43dade"),
    Pair("#999009", "#e3d36d"),
    Pair("#6c86f3", "#486bdf"),
    Pair("#566678", "#8e9cb1"),
    Pair("#6f4314", "#cf8450"),
    Pair("#5d42bf", "#8b5cc6"),
    Pair("#43a396", "#88e8e0"),
    Pair("#af5c5b", "#eb9793"),
    Pair("#456aab", "#74b4f3"),
    Pair("#8c9143", "#cec947"),
    Pair("#701f43", "#bb4877"),
)

# As it is, without red, without green: Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
VISIONS = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
)


def apart(one: str, other: str) -> float:
    """Return how far apart two colours look (CIELAB), to those who tell them apart worst."""
    return min(dist(a, b) for a, b in zip(_seen(one), _seen(other), strict=True))


def next_colour(used: Iterable[str]) -> Pair:
    """Return the pair of the palette that is least like the (light) colours that are used."""
    held = [colour for colour in used if is_colour(colour)]
    return max(PALETTE, key=lambda pair: min((apart(pair.light, colour) for colour in held), default=0.0))


@lru_cache(maxsize=256)
def _seen(colour: str) -> tuple[tuple[float, float, float], ...]:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return tuple(_lab(linear, vision) for vision in VISIONS)


def _lab(linear: list[float], vision: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """Return a colour in CIELAB (white point D65), as people with this vision see it."""
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in vision
    )
    x, y, z = (
        _cube((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047),
        _cube(0.2126 * red + 0.7152 * green + 0.0722 * blue),
        _cube((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883),
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116
