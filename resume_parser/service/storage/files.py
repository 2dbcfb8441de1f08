"""Uploaded files in a folder or bucket (fsspec); names of callers never become paths."""

from __future__ import annotations

from fsspec.core import url_to_fs


class FileStore:
    """Files by the token of their upload: `original` and, where the resume has a photograph, `picture`."""

    def __init__(self, url: str) -> None:
        self._system, self._root = url_to_fs(url)
        self._system.makedirs(self._root, exist_ok=True)

    def put(self, token: str, name: str, data: bytes) -> None:
        """Keeps the bytes; raises OSError where there is no room."""
        folder = self._folder(token)
        self._system.makedirs(folder, exist_ok=True)
        self._system.pipe_file(f"{folder}/{name}", data)

    def get(self, token: str, name: str) -> bytes | None:
        """The bytes, None where there is no such file."""
        try:
            data: bytes = self._system.cat_file(f"{self._folder(token)}/{name}")
        except FileNotFoundError:
            return None
        return data

    def delete(self, token: str) -> None:
        """Removes the files of an upload; no error where there are none."""
        folder = self._folder(token)
        if self._system.exists(folder):
            self._system.rm(folder, recursive=True)

    def _folder(self, token: str) -> str:
        """Spread over 256 folders: some file systems are slow with many entries in one."""
        return f"{self._root}/{token[:2]}/{token}"
