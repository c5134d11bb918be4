"""Numbers that no key can be: whoever asks for one finds nothing, as for any other key that does not exist.

Django says so where an integer is compared with one number, and for nothing else: a child table's key, which is a
relation to its parent's, and a list of keys reach SQLite, whose driver raises an OverflowError. A filter or a chooser
into which somebody typed twenty-three digits would be a failure of the portal.
"""

from django.core.exceptions import EmptyResultSet
from django.db.models import ForeignKey, IntegerField
from django.db.models.fields.related_lookups import RelatedExact, RelatedIn
from django.db.models.lookups import In

LEAST, MOST = -(2**63), 2**63 - 1
"""The range of the integers of SQLite, and of the widest ones of PostgreSQL."""


def _fits(value):
    return not isinstance(value, int) or LEAST <= value <= MOST


class KeyIs(RelatedExact):
    """Compares a relation with one key."""

    def process_rhs(self, compiler, connection):
        if not _fits(self.rhs):
            raise EmptyResultSet
        return super().process_rhs(compiler, connection)


class _Listed:
    """Mixin of a comparison with a list, from which it leaves out what nothing can be equal to."""

    def get_prep_lookup(self):
        found = super().get_prep_lookup()
        return [value for value in found if _fits(value)] if isinstance(found, list) else found


class KeyIn(_Listed, RelatedIn):
    """Compares a relation with a list of keys."""


class NumberIn(_Listed, In):
    """Compares an integer with a list of them."""


def find_nothing_for_huge_keys():
    """Teach Django's comparisons what they lack. Called once, before the first request."""
    ForeignKey.register_lookup(KeyIs)
    ForeignKey.register_lookup(KeyIn)
    IntegerField.register_lookup(NumberIn)
