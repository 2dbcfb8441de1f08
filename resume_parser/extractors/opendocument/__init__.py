"""What .odt and .odp share: the package, its styles, and the walk over paragraphs, lists, tables and boxes."""
