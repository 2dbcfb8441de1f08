"""Where the service keeps things: tables in a database, uploaded files in a folder or bucket."""
