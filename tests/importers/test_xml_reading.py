"""Parsing XML that others wrote, also where it is meant to do harm."""

from __future__ import annotations

import time

import pytest

from annotator.core.user_errors import UserError
from annotator.importers import xml_reading
from annotator.importers.xml_reading import (
    BEYOND_LIMITS,
    BROKEN_XML,
    OWN_ENTITIES,
    name_of,
    parse_html,
    parse_xml,
)

LAUGHS = b'<!DOCTYPE a [<!ENTITY a0 "lol">%s]>' % b"".join(
    b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 12)
)
UNKNOWN = b"<?xml version='1.0' encoding='x-none'?><a/>"
XHTML = (
    b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
    b' "http://127.0.0.1:9/xhtml1-transitional.dtd">'
)


def refusal(data: bytes, lenient: bool = False) -> str:
    with pytest.raises(UserError) as raised:
        parse_xml("a.xml", data, lenient)
    assert raised.value.message.params["name"] == "a.xml"
    return raised.value.message.text


@pytest.mark.parametrize("lenient", [False, True])
def test_a_document_is_read_without_its_comments(lenient):
    root = parse_xml(
        "a.xml", b'<?xml version="1.0"?><x:a xmlns:x="y">1<!-- no -->2<?no?><x:b/>3</x:a>', lenient
    )
    assert name_of(root) == "a"
    assert "".join(root.itertext()) == "123"


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize(
    ("data", "text"),
    [
        (LAUGHS + b"<a>&a11;</a>", None),
        (LAUGHS + b"<a b='&a11;'/>", None),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', OWN_ENTITIES),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', OWN_ENTITIES),
        (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]><a/>', OWN_ENTITIES),
        (b'<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a b="&x;"/>', None),
    ],
)
def test_entities_of_its_own_are_refused(data, text, lenient):
    said = refusal(data, lenient)
    assert said == text or (text is None and said in (OWN_ENTITIES, BEYOND_LIMITS, BROKEN_XML))


@pytest.mark.parametrize("lenient", [False, True])
def test_a_dtd_is_let_pass_and_never_loaded(lenient):
    root = parse_xml("a.xml", XHTML + b"<a>caf&eacute;<b/>&nbsp;&unknown;1&euro;</a>", lenient)
    assert "".join(root.itertext()) == "café\xa01€"
    assert [name_of(each) for each in root.iter()] == ["a", "b"]


def test_depth_and_size_have_limits(monkeypatch):
    assert refusal(b"<a>" * 5_000 + b"</a>" * 5_000) == BEYOND_LIMITS
    assert refusal(b"<a>" + b"x" * 11_000_000 + b"</a>") == BEYOND_LIMITS
    monkeypatch.setattr(xml_reading, "MOST_TAGS", 1_000)
    assert refusal(b"<a>" + b"<b/>" * 1_000 + b"</a>") == BEYOND_LIMITS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"\0" * 9,
        b"text",
        b"<a",
        b"<a><b></a>",
        b"<a>&x;</a>",
        b"<?xml version='1.0' encoding='x-none'?><a/>",
    ],
)
def test_what_is_no_xml_is_said_to_be_damaged(data):
    assert refusal(data) == BROKEN_XML


def test_a_broken_document_is_read_as_far_as_it_goes_where_asked():
    root = parse_xml("a.xml", b"<a><b>een</b><c>twee&x;", lenient=True)
    assert "".join(root.itertext()) == "eentwee"
    assert refusal(b"no xml at all", lenient=True) == BROKEN_XML


def test_html_is_read_however_deep_and_broken_it_is():
    started = time.monotonic()
    root = parse_html("a.html", b"<p>caf&eacute; " + b"<div>" * 200_000 + b"<b>x")
    assert "".join(root.itertext()).startswith("café")
    assert time.monotonic() - started < 10
    with pytest.raises(UserError):
        parse_html("a.html", b"")
