"""Notifications to sources: signed, sent from the outbox after the commit, sent again until they arrive."""
