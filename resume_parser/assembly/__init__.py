"""Stage 4: entities -> Parsing, Profile and evidence. Values are chosen and normalised here, never found here."""
