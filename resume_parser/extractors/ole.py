"""Compound files (OLE2), the container of DOC and PPT, opened so that no stream is longer than the file.

A directory states the sizes of the streams, and their sectors may lead in a circle: a file of 4 kB can unpack to gigabytes.
"""

from __future__ import annotations

import io

from olefile import OleFileIO

_CUTOFF = 4096  # bytes; streams below it lie in small sectors, so that a longer one must not become shorter


def open_ole(data: bytes) -> OleFileIO:
    """The container of these bytes; raises what olefile raises on damage."""
    ole = OleFileIO(io.BytesIO(data))
    longest = max(len(data), _CUTOFF)
    ole.num_mini_fat_sectors = min(ole.num_mini_fat_sectors, longest // ole.sector_size)
    for entry in ole.direntries:
        if entry is not None:
            entry.size = min(entry.size, longest)
    return ole
