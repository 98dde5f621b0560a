"""How verdicts are shown to people and tools. Not tested here: the verdicts themselves."""

import re
from typing import Any

import pytest

from extraction.model import Extraction, Identity, Outcome
from orchestration.commands import check_output
from orchestration.commands.check import exit_code
from orchestration.commands.lines import Lines
from orchestration.commands.reading import ReadFile
from orchestration.commands.sarif import sarif_log

REPORT = ReadFile(
    "报告 1.txt", Extraction("报告 1.txt", "0" * 64, Outcome("extracted"), Identity(title="甲局报告"))
)
BROKEN = ReadFile("x.bin", None, "unreadable", "文件无法打开", "cannot be opened")


def verdict(rule: str, outcome: str, severity: str = "error") -> dict[str, Any]:
    return {
        "rule_id": rule,
        "instance": "final_account/text",
        "outcome": outcome,
        "severity": severity,
        "message_zh": f"{rule} 不一致",
        "message_en": f"{rule} differs",
        "quotes": ["基本支出1万元", "项目支出2万元"],
        "locators": [
            {"page": None, "char_start": 9, "char_end": 16, "table": None, "row": None, "column": None},
            {"page": 2, "char_start": 30, "char_end": 37, "table": 1, "row": 3, "column": 4},
        ],
    }


def test_findings_come_gravest_first_with_their_places() -> None:
    verdicts = [verdict("K01", "weakness", "info"), verdict("A02", "pass"), verdict("A01", "contradiction")]
    text = check_output.text([(REPORT, verdicts)], "zh")
    assert text.index("[A01] 错误") < text.index("[K01] 提示")
    assert "[A02]" not in text
    assert "正文第10字：“基本支出1万元”" in text
    assert "第2页表1第3行第4列：“项目支出2万元”" in text
    assert "一致 1、矛盾 1、需说明 1" in text


def test_a_clean_report_says_so_in_both_languages() -> None:
    assert "没有发现问题" in check_output.text([(REPORT, [verdict("A01", "pass")])], "zh")
    assert "Nothing found" in check_output.text([(REPORT, [verdict("A01", "pass")])], "en")


def test_a_severity_is_that_of_one_finding() -> None:
    shown = check_output.text([(REPORT, [verdict("A01", "contradiction")])], "en")
    assert "[A01] error  A01 differs" in shown


def test_a_long_sentence_is_cut_between_its_clauses_and_never_inside_a_number() -> None:
    clause = "，其中本级安排的项目支出1,234.56万元（含上年结转1,200.50万元）"
    text = (
        "第一句。年初预算安排9,876.54万元" + clause * 5 + "，本年支出4,321.09万元" + clause * 5 + "。末句。"
    )
    lines = Lines(text, (0,))
    start = text.index("本年支出")
    shown = lines.sentence(start, start + len("本年支出4,321.09万元"))
    assert shown.startswith("…") and shown.endswith("…") and "本年支出4,321.09万元" in shown
    whole = set(re.findall(r"[\d,.]+", text))
    assert set(re.findall(r"\d[\d,.]*", shown)) <= whole and len(shown) < 140
    first = lines.sentence(text.index("年初"), text.index("年初") + len("年初预算安排9,876.54万元"))
    assert first.startswith("年初预算安排9,876.54万元") and first.endswith("…")
    number = "9" * 200 + "万元"  # nowhere to cut
    assert Lines(number, (0,)).sentence(0, 5) == "99999…"


def test_exit_codes() -> None:
    assert exit_code([(REPORT, [verdict("A01", "pass")])]) == 0
    assert exit_code([(REPORT, [verdict("A01", "contradiction", "warning")])]) == 0
    assert exit_code([(REPORT, [verdict("A01", "not_run")])]) == 0
    assert exit_code([(REPORT, [verdict("A01", "contradiction")])]) == 1
    assert exit_code([(REPORT, [verdict("A01", "contradiction")]), (BROKEN, [])]) == 2


def test_sarif_points_to_characters_and_names_unreadable_files() -> None:
    log = sarif_log([(REPORT, [verdict("A01", "contradiction", "warning")]), (BROKEN, [])], "zh")
    (run,) = log["runs"]
    (result,) = run["results"]
    assert result["level"] == "warning"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E6%8A%A5%E5%91%8A%201.txt"
    assert place["region"] == {"charOffset": 9, "charLength": 7, "snippet": {"text": "基本支出1万元"}}
    assert len(result["relatedLocations"]) == 1
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "文件无法打开"


def test_the_table_pads_chinese_by_its_width() -> None:
    lines = check_output.table(
        [(REPORT, [verdict("A01", "pass"), verdict("A02", "contradiction")])], "zh"
    ).splitlines()
    widths = {
        sum(2 if ord(letter) > 0x2E7F else 1 for letter in line.split("final")[0]) for line in lines[1:]
    }
    assert len(widths) == 1


def test_places_in_text_files_are_lines_with_their_sentence(tmp_path) -> None:
    path = tmp_path / "报告.txt"
    text = "标题\r\n\r\n一、支出。其中：基本支出1万元，项目支出2万元。三、结束。\r\n"
    path.write_bytes(text.encode())
    read = text.replace("\r\n", "\n")
    extraction = Extraction("报告.txt", "0" * 64, Outcome("extracted"), Identity(), reader="text")
    places = [
        {"char_start": read.index(words), "char_end": read.index(words) + 5, "table": None}
        for words in ("基本支出", "项目支出")
    ]
    finding = {**verdict("A01", "contradiction"), "locators": places}
    finding["message_zh"] = "不一致，相差1万元。位置：第9字、第16字。请核对。"
    shown = check_output.text([(ReadFile(str(path), extraction), [finding])], "zh")
    assert shown.count("第3行：“其中：基本支出1万元，项目支出2万元”") == 1
    assert "第9字" not in shown and "相差1万元。请核对。" in shown


def test_quotes_of_one_paragraph_share_its_line() -> None:
    finding = verdict("A01", "contradiction")
    place = {"char_start": 9, "char_end": 12, "paragraph": 5, "words": "支出合计…"}
    finding["locators"] = [place, {**place, "char_start": 20}]
    shown = check_output.text([(REPORT, [finding])], "zh")
    assert "第5段“支出合计…”：“基本支出1万元”、“项目支出2万元”\n" in shown
    finding["quotes"] = [f"第{number}项" for number in range(9)]
    finding["locators"] = [place] * 9
    assert "“第5项”等\n" in check_output.text([(REPORT, [finding])], "zh")


@pytest.mark.parametrize(
    ("locator", "zh", "en"),
    [
        (
            {"table_no": 2, "row_no": 3, "column_no": 4, "page": 5},
            "第5页表2第3行第4列",
            "page 5, table 2, row 3, column 4",
        ),
        (
            {"page": 3, "words": "收支情况", "paragraph": 9},
            "第3页“收支情况”段",
            "page 3, paragraph “收支情况”",
        ),
        ({"page": 3, "char_start": 9}, "第3页", "page 3"),
        ({"paragraph_no": 5, "paragraph_words": "收支…"}, "第5段“收支…”", "paragraph 5 “收支…”"),
        ({"paragraph": 5, "words": None, "char_start": 9}, "第5段", "paragraph 5"),
        ({"words": "全年…"}, "表内“全年…”段", "in a table, “全年…”"),
        ({"char_start": 9}, "正文第10字", "character 10"),
    ],
)
def test_a_place_is_said_as_people_look_it_up(locator: dict[str, Any], zh: str, en: str) -> None:
    assert check_output.place_in_words(locator, "zh") == zh
    assert check_output.place_in_words(locator, "en") == en


def test_of_many_places_the_first_three_and_their_number_are_shown() -> None:
    finding = verdict("I01", "contradiction")
    finding["quotes"] = [f"第{number}项" for number in range(26)]
    finding["locators"] = [{"char_start": number, "char_end": number + 1} for number in range(26)]
    shown = check_output.text([(REPORT, [finding])], "zh")
    assert "第2项" in shown and "第3项" not in shown and "……共26处" in shown
    assert "26 places in all" in check_output.text([(REPORT, [finding])], "en")


def test_one_cause_is_shown_once_with_all_rules_that_saw_it() -> None:
    cause = {**verdict("K01", "contradiction"), "verdict_id": "0/K01/x"}
    consequence = {
        **verdict("A02", "contradiction"),
        "same_cause_as": "0/K01/x",
        "message_zh": "A02 不一致。位置：第9字。请核对。",
    }
    shown = check_output.text([(REPORT, [consequence, cause])], "zh")
    assert shown.count("✗") == 1 and "✗ [K01]" in shown
    assert "同一原因还见于 [A02] A02 不一致。" in shown and "第9字" not in shown and "请核对" not in shown
    assert "The same cause is seen by [A02]" in check_output.text([(REPORT, [consequence, cause])], "en")
