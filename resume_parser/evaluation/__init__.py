"""How right the parser is: pure metrics over a gold object and a Profile, and reports of them. No file access here."""
