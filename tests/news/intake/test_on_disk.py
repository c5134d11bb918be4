"""What is remembered on disk is remembered as in a dict."""

from news.intake.on_disk import DiskMap


def test_what_was_noted_first_of_a_name_stays():
    noted = DiskMap()
    assert noted.setdefault("bell", 1) == 1
    assert noted.setdefault("bell", 2) == 1
    assert noted.get("bell") == 1
    assert noted.get("clock") is None


def test_names_come_in_order_each_once_whatever_characters_they_have():
    noted = DiskMap()
    noted.update(["über", "bell", "half \ud800", ""])
    noted.add("bell")
    assert list(noted) == ["", "bell", "half \ud800", "über"]
    assert "half \ud800" in noted
    assert "half" not in noted


def test_everything_can_be_forgotten():
    noted = DiskMap()
    noted.add("bell")
    noted.clear()
    assert "bell" not in noted
