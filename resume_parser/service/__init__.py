"""The endpoint over the engine: one command with everything embedded, or the same code on PostgreSQL, Redis and S3.

    cli -> app (FastAPI: routes/) -> intake -> storage (database, files)
                                        |
                                      queue -> work (the engine) -> webhooks (outbox, delivery)

Needs the extra `server`; the engine knows nothing of this package.
"""
