"""A share behind a stray comma, other income by its longer name, cars given up by their original value; invented names and figures."""

from __future__ import annotations

import pytest

TITLE = "清湖县统计局2022年部门整体支出绩效自评报告\n\n"
ASSETS = "资产管理：年末固定资产净值416.20万元。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费支出0.30万元，占,24.8%。", [("official_reception", "0.30"), ("official_reception", "24.8")]),
        ("2022年其他收入资金18.40万元。", [("other_revenue", "18.40")]),
        (f"{ASSETS}年内报废旧车1辆原值11.3万元。", [("fixed_assets_net", "416.20"), ("asset_disposals", "11.3")]),
        (f"{ASSETS}年内报废车辆2辆，原值21.3万元。", [("fixed_assets_net", "416.20"), ("asset_disposals", "21.3")]),
        (f"{ASSETS}拟报废旧车1辆原值11.3万元。", [("fixed_assets_net", "416.20")]),
        (f"{ASSETS}报废旧车1辆残值0.3万元。", [("fixed_assets_net", "416.20")]),
        (f"{ASSETS}新购公务用车1辆15.3万元。", [("fixed_assets_net", "416.20")]),
    ],
)  # fmt: skip
def test_shares_and_cars_given_up(states, text, expected):
    assert [(one[0], one[3]) for one in states(text, TITLE)] == expected
