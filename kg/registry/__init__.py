"""Who held which office when, who sat for which group, and under which names documents print them."""

from __future__ import annotations

from kg.registry.facts import Incumbency
from kg.registry.found import Candidate, Found
from kg.registry.lookup import Registry, registry

__all__ = ["Candidate", "Found", "Incumbency", "Registry", "registry"]
