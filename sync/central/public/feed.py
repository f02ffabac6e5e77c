"""The Atom feed of outcomes (RFC 4287): what was adopted and carried out, by days."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from kiosk.forum.packs import words_in
from sync.central.public.edition import PackOutcome
from sync.central.public.suggestions import Suggestion
from sync.central.public.words import day_text, texts_in
from sync.central.review.words import word

ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold, even escaped.
_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Of this forum's outcomes in content packs, whose ids are no UUIDs.
_SPACE = UUID("8a2f5c1e-5f0e-4ac1-9d58-3f6a5a0f6b17")


def outcome_feed(
    public_url: str,
    identity: bytes,
    as_of: date,
    found: Sequence[Suggestion],
    earlier: Sequence[PackOutcome],
    say_in: str,
) -> bytes:
    """Return the feed in a language; `identity` tells this forum from any other, links are under `public_url`."""
    say = texts_in(say_in)
    register_namespace("", ATOM)
    feed = Element(f"{{{ATOM}}}feed", {_XML_LANG: say_in})
    _add(feed, "id", uuid5(_SPACE, identity.hex()).urn)
    _add(feed, "title", say["feed_title"])
    _add(feed, "updated", _moment(as_of))
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", {"ko": "외교부"}.get(say_in, "MOFA, Republic of Korea"))
    _link(feed, "self", f"{public_url}/feed.atom?lang={say_in}", "application/atom+xml")
    _link(feed, "alternate", f"{public_url}/outcomes?lang={say_in}", "text/html")
    entries: list[tuple[date, Element]] = []
    for each in found:
        step = each.done or each.decision
        if step is None:
            continue
        entry = _entry(UUID(each.public_id).urn, f"{word(each.stage, say_in)}: {each.title}", step.on)
        planned = f" {say['planned'].format(day=day_text(each.planned_for, say_in))}" if each.planned_for else ""
        said = f"{say['we_did' if each.done else 'we_plan']}: {step.said}{'' if each.done else planned}"
        _add(entry, "summary", said)
        _link(entry, "alternate", f"{public_url}/suggestions/{each.public_id}?lang={say_in}", "text/html")
        entries.append((step.on, entry))
    for outcome in earlier:
        entry = _entry(uuid5(_SPACE, outcome.id).urn, words_in(outcome.said, say_in), outcome.on)
        _add(entry, "summary", words_in(outcome.done, say_in))
        _link(entry, "alternate", f"{public_url}/outcomes?lang={say_in}", "text/html")
        entries.append((outcome.on, entry))
    for _, entry in sorted(entries, key=lambda each: each[0], reverse=True):
        feed.append(entry)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(entry_id: str, title: str, on: date) -> Element:
    entry = Element(f"{{{ATOM}}}entry")
    _add(entry, "id", entry_id)
    _add(entry, "title", title)
    _add(entry, "updated", _moment(on))
    return entry


def _add(to: Element, name: str, text: str) -> None:
    SubElement(to, f"{{{ATOM}}}{name}").text = _IMPOSSIBLE.sub("", text)


def _link(to: Element, rel: str, href: str, media: str) -> None:
    SubElement(to, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": media})


def _moment(day: date) -> str:
    """Return a day as the moment that RFC 4287 asks for: its beginning in Seoul, whatever the hour really was."""
    return f"{day.isoformat()}T00:00:00+09:00"
