"""Which IP addresses are on the open internet, by IANA's registries of special-purpose addresses (RFC 6890).

is_public("93.184.216.34")      # True
is_public("::ffff:127.0.0.1")   # False: this machine, written as IPv6

The ranges stand here by themselves: what ``ipaddress`` calls global differs from one Python to the next and takes in
site-local addresses, translated ones, and IPv6 addresses that nobody has been given.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_NOT_PUBLIC = tuple(
    IPv4Network(written)
    for written in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  # private
        "100.64.0.0/10",  # shared by the customers of a provider
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # link-local; clouds answer there about the machine
        "168.63.129.16/32",  # the same on Azure, at a number that looks public
        "192.0.0.0/24",  # protocols; the same on Oracle's cloud
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4, withdrawn
        "198.18.0.0/15",  # measuring
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
)  # fmt: skip
#: All of IPv6 that is given to networks, and the parts of it that are not public.
_GIVEN = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(written)
    for written in (
        "2001::/23",  # protocols, Teredo among them
        "2001:db8::/32", "3fff::/20",  # documentation
    )
)  # fmt: skip
#: Ranges whose addresses hold the IPv4 address that they lead to → bits to the right of it.
_HOLD_IPV4 = {
    IPv6Network("::ffff:0:0/96"): 0,  # IPv4, mapped
    IPv6Network("64:ff9b::/96"): 0,  # through a translator (NAT64)
    IPv6Network("2002::/16"): 80,  # 6to4
}


def is_public(address: str) -> bool:
    """Whether an IP address can be a public server's; False for what is no IP address."""
    try:
        ip = ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _NOT_PUBLIC)
    for network, right in _HOLD_IPV4.items():
        if ip in network:
            return is_public(str(_held(ip, right)))
    return ip in _GIVEN and not any(ip in network for network in _NOT_PUBLIC_6)


def _held(ip: IPv6Address, right: int) -> IPv4Address:
    """The IPv4 address that stands in an IPv6 address, so many bits from its right end."""
    return IPv4Address(int(ip) >> right & 0xFFFFFFFF)
