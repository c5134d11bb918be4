"""Which addresses of the network are everybody's, and which are none of a web address's business."""

import ipaddress
import socket
import threading

# An address of version 6 that carries one of version 4: a gateway would lead there.
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address):
    """Tell whether an IP address belongs to the public internet, and not to this machine, its network or its cloud.

    An IPv6 address that wraps an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as what it wraps.
    """
    address = ipaddress.ip_address(address)
    wrapped = _wrapped(address)
    if wrapped:
        return all(is_public(inner) for inner in wrapped)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address):
    """Return the IPv4 addresses that an IPv6 address carries."""
    if address.version == 4:
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [inner for inner in found if inner is not None]


def resolve(host, port, seconds):
    """Return the IP addresses of a host, in the resolver's order. Raises OSError, TimeoutError among them.

    The system's resolver knows no time limit, so it is asked in a thread that nobody waits for beyond ``seconds``.
    """
    answer = {}

    def ask():
        try:
            answer["found"] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            answer["error"] = error

    asking = threading.Thread(target=ask, name="resolver", daemon=True)
    asking.start()
    asking.join(seconds)
    if "found" in answer:
        return list(dict.fromkeys(entry[4][0] for entry in answer["found"]))
    if "error" in answer:
        raise OSError(str(answer["error"])) from answer["error"]
    raise TimeoutError(f"the name of {host} was not found in {seconds:g} seconds")
