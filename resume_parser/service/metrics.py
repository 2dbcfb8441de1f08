"""Prometheus metrics of this process."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram, disable_created_metrics

disable_created_metrics()  # type: ignore[no-untyped-call]

REQUESTS = Counter("resume_parser_requests", "Requests by route and status", ("method", "route", "status"))
REQUEST_SECONDS = Histogram("resume_parser_request_seconds", "Time to answer", ("method", "route"))
PARSES = Counter("resume_parser_parses", "Parsed files by outcome: parsed or the code of the error", ("outcome",))
PARSE_SECONDS = Histogram("resume_parser_parse_seconds", "Wall time of one parse")
DELIVERIES = Counter("resume_parser_deliveries", "Attempts to send a webhook", ("outcome",))
UPLOADS = Gauge("resume_parser_uploads", "Uploads that are not finished", ("state",))
EVENTS = Gauge("resume_parser_events", "Webhooks that have not arrived yet")
