"""Where a webhook may go: to public addresses only, unless the operator allows others.

A name is resolved once and the request goes to the address that was checked, so that a name which changes its address in
between (DNS rebinding) gains nothing. Redirects are not followed and proxies of the environment not used.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


class TargetError(Exception):
    """The webhook cannot be sent to this address."""


@dataclass(frozen=True, slots=True)
class Target:
    """The address that a webhook is sent to, and the name that its server goes by."""

    url: str  # with the address in place of the name
    host: str  # of the Host header
    server_name: str  # of the certificate


def find_target(url: str, *, allow_private: bool) -> Target:
    """The target of a webhook URL; raises TargetError where it must not or cannot be reached."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise TargetError("no web address")
    addresses = _resolve(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
    if not allow_private and not all(is_public(address) for address in addresses):
        raise TargetError("not a public address")
    address = f"[{addresses[0]}]" if ":" in addresses[0] else addresses[0]
    port = f":{parts.port}" if parts.port else ""
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return Target(f"{parts.scheme}://{address}{port}{path}", f"{host}{port}", parts.hostname)


def _resolve(host: str, port: int) -> list[str]:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TargetError("unknown host") from error
    return [str(row[4][0]).partition("%")[0] for row in rows]


def is_public(address: str) -> bool:
    """True for an address of the public internet, also one that is written inside an IPv6 address."""
    parsed = ipaddress.ip_address(address)
    inner = _inner(parsed) if isinstance(parsed, ipaddress.IPv6Address) else None
    return all(one.is_global and not one.is_multicast for one in (parsed, inner) if one is not None)


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, None where it stands for itself."""
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def post(target: Target, body: str, headers: dict[str, str], seconds: float) -> int:
    """Sends a body and returns the status of the answer; raises httpx.HTTPError where none comes."""
    with (
        httpx.Client(timeout=seconds, trust_env=False, follow_redirects=False) as client,
        client.stream(  # the body of the answer is of no interest and may be endless
            "POST",
            target.url,
            content=body.encode("ascii"),
            headers={"Host": target.host, "Content-Type": "application/json", **headers},
            extensions={"sni_hostname": target.server_name},
        ) as response,
    ):
        return response.status_code
