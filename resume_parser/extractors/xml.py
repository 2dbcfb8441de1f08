"""XML as every extractor reads it: no entities, no network, bounded text nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(xml: bytes) -> _Element:
    """The root element; raises etree.XMLSyntaxError for damage, and for text or nesting beyond libxml2's limits.

    A repeated xml:id, which some programs write, is no damage.
    """
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, collect_ids=False))
