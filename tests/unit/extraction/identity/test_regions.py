"""Divisions by name; a name that several share is resolved only by its parents."""

from __future__ import annotations

from extraction import reference
from extraction.identity.regions import full_name, locate


def test_a_division_named_by_the_department():
    found = locate("石门县林业局", "")
    assert found.code == "430726"
    assert found.full_name.startswith("湖南省")
    assert found.full_name.endswith("石门县")


def test_a_shared_name_is_resolved_by_its_city():
    assert locate("桥西区民政局", "张家口市桥西区民政局隶属张家口市").code == "130703"
    assert locate("桥西区民政局", "石家庄市桥西区民政局隶属石家庄市").code == "130104"


def test_a_shared_name_alone_is_left_open():
    assert locate("桥西区民政局", "桥西区民政局") is None


def test_the_lowest_division_wins():
    assert locate("湖南省常德市石门县林业局", "湖南省常德市石门县林业局").code == "430726"


def test_without_a_department_the_text_decides():
    assert locate("", "石门县地处山区").code == "430726"
    assert locate("", "本单位支出平稳") is None


def test_full_names_run_from_the_province_down():
    region = next(region for region in reference.regions().values() if region.name == "石门县")
    parts = full_name(region.code)
    assert parts.index("湖南省") < parts.index("常德市") < parts.index("石门县")
