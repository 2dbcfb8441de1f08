"""Numbers and lists in the bytes of a .doc file; what lies beyond the end of damaged bytes reads as zero or as nothing."""

from __future__ import annotations

from collections.abc import Iterator


def u16(data: bytes, at: int) -> int:
    """Two bytes as a number without sign, 0 beyond the end."""
    return int.from_bytes(data[at : at + 2], "little")


def i16(data: bytes, at: int) -> int:
    """Two bytes as a number with sign, 0 beyond the end."""
    return int.from_bytes(data[at : at + 2], "little", signed=True)


def u32(data: bytes, at: int) -> int:
    """Four bytes as a number without sign, 0 beyond the end."""
    return int.from_bytes(data[at : at + 4], "little")


def i32(data: bytes, at: int) -> int:
    """Four bytes as a number with sign, 0 beyond the end."""
    return int.from_bytes(data[at : at + 4], "little", signed=True)


def plc(data: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """(start, end, item) of a list of positions with one item of `size` bytes per range; what runs backwards is left out."""
    count = max((len(data) - 4) // (4 + size), 0)
    items = 4 * (count + 1)
    reached = 0
    for index in range(count):
        start, end = u32(data, 4 * index), u32(data, 4 * index + 4)
        if reached <= start <= end:
            reached = end
            yield start, end, data[items + size * index : items + size * (index + 1)]
