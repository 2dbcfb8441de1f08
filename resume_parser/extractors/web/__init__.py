"""Web pages that Word saved under a .doc name: plain HTML and single-file web pages (MHTML)."""
