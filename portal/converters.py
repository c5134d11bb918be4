"""What stands in addresses for a thing: its key in the database."""

from django.urls.converters import IntConverter


class KeyConverter(IntConverter):
    """A key, ``<key:…>`` in patterns; a number of more digits than any database compares is no address of ours."""

    regex = "[0-9]{1,18}"
