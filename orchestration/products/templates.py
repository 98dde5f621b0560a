"""The templates that come with jihe: the wording of the review letter and of the score-check table.

Belongs here: the text around the placeholders in both languages, where templates lie, an office's own first.
Does not belong here: how they look (template_layout), filling them in (template).
Run ``python -m orchestration.products.templates`` after a change; a test compares the files with this page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx.document import Document
from docx.shared import Pt

from orchestration.files import replaced
from orchestration.paths import REPOSITORY, Home
from orchestration.products.template_layout import new, saved, table, text, title
from orchestration.products.words import LANGUAGES, pick

FOLDER = REPOSITORY / "data" / "templates"
SMALL = Pt(12)


def template_path(home: Home, name: str, lang: str) -> Path:
    """An office's own template from its home, else the one that comes with jihe."""
    own = home.path / "templates" / f"{name}.{lang}.docx"
    return own if own.is_file() else FOLDER / own.name


def review_letter(lang: str) -> bytes:
    """The review letter."""
    document = new(landscape=False)
    if lang == "zh":
        title(document, "关于{{department}}{{fiscal_year}}年度\n整体支出绩效自评的复核意见")
        text(document, "")
        text(document, "{{department}}：", indent=False)
        text(
            document,
            "根据预算绩效管理有关规定，我们对你单位整体支出绩效自评有关材料{{reports}}（共{{report_count}}份）进行了复核。"
            "共核对{{checked_count}}项，其中一致{{passed_count}}项；另有{{not_run_count}}项因报告未列所需数据，未能核对。"
            "现将复核意见反馈如下。",
        )
        document.add_heading("一、主要数据", level=1)
    else:
        title(document, "Review of the performance self-evaluation\n{{department}}, {{fiscal_year}}")
        text(document, "")
        text(
            document,
            "We reviewed {{reports}} ({{report_count}} document(s)). {{checked_count}} checks were made;"
            " {{passed_count}} agree. {{not_run_count}} more could not be made because the report does not state"
            " what they need.",
        )
        document.add_heading("1. Main figures", level=1)
    _figures(document, lang)
    _score(document, lang)
    _problems(document, lang)
    _closing(document, lang)
    return saved(document)


def _figures(document: Document, lang: str) -> None:
    text(document, "{{if has_figures}}")
    text(document, pick(lang, "单位：万元", "in 10,000 yuan"), right=True)
    budget = pick(lang, "预算数", "Budget")
    heads = (
        (pick(lang, "项目", "Item"), budget, budget, pick(lang, "决算数", "Final account"), pick(lang, "执行率", "Execution")),
        (pick(lang, "项目", "Item"), pick(lang, "年初", "initial"), pick(lang, "全年", "adjusted"),
         pick(lang, "决算数", "Final account"), pick(lang, "执行率", "Execution")),
    )  # fmt: skip
    row = [
        f"{{{{figures.{name}}}}}"
        for name in ("name", "initial_budget", "adjusted_budget", "final_account", "rate")
    ]
    table(document, (44, 28, 28, 32, 24), heads, row, 12)
    text(
        document,
        pick(lang, "注：数字取自你单位报告；同一项目写法不一的，并列写出。",
             "As stated in your report; where it states two values, both are given."),
    ).runs[0].font.size = SMALL  # fmt: skip
    text(document, "{{end}}")
    text(document, "{{if not has_figures}}")
    text(document, pick(lang, "报告未列收入、支出总额，无法汇总。", "The report states no totals."))
    text(document, "{{end}}")


def _score(document: Document, lang: str) -> None:
    document.add_heading(pick(lang, "二、得分情况", "2. Scores"), level=1)
    text(document, "{{if has_scores}}")
    text(
        document,
        pick(lang, "{{scores}}。{{score_remark}}", "{{scores}}. {{score_remark}}"),
    )  # fmt: skip
    text(document, "{{end}}")
    text(document, "{{if not has_scores}}")
    text(document, pick(lang, "报告未列自评得分。", "The report states no score."))
    text(document, "{{end}}")


def _problems(document: Document, lang: str) -> None:
    document.add_heading(pick(lang, "三、存在问题", "3. Problems"), level=1)
    text(document, "{{if has_findings}}")
    lead = text(
        document,
        pick(
            lang,
            "复核发现问题{{finding_count}}个：错误{{error_count}}个，警告{{warning_count}}个，提示{{info_count}}个，列示如下。",
            "{{finding_count}} problems were found: {{error_count}} errors, {{warning_count}} warnings,"
            " {{info_count}} hints.",
        ),
    )
    lead.paragraph_format.keep_with_next = True
    heads = (
        tuple(pick(lang, zh, en) for zh, en in (("序号", "No."), ("问题", "Problem"), ("问题", "Problem"),
              ("依据", "Basis"), ("差额", "Difference"))),
        tuple(pick(lang, zh, en) for zh, en in (("序号", "No."), ("程度", "Severity"), ("事实与请求", "Facts and request"),
              ("依据", "Basis"), ("差额", "Difference"))),
    )  # fmt: skip
    row = [f"{{{{findings.{name}}}}}" for name in ("no", "severity", "message", "basis", "amount")]
    table(document, (12, 18, 68, 33, 25), heads, row, 11)
    text(document, "{{end}}")
    text(document, "{{if not has_findings}}")
    text(
        document,
        pick(
            lang,
            "在已核对的事项中未发现需要更正的问题；未能核对的事项不代表没有问题。",
            "What could be checked shows no problem to correct; this says nothing of what could not be checked.",
        ),
    )
    text(document, "{{end}}")


def _closing(document: Document, lang: str) -> None:
    document.add_heading(pick(lang, "四、有关要求", "4. What we ask for"), level=1)
    text(document, "{{if has_findings}}")
    text(
        document,
        pick(
            lang,
            "请你单位于收到本意见之日起10个工作日内，对照原始账表逐项核实上述问题，更正自评报告和评分表，"
            "并将更正后的材料及整改说明报送我们；认为原报告无误的，请逐项说明理由并附佐证材料。",
            "Please check each point against the accounts within 10 working days, correct the report and the scoring"
            " table, and send us both with a note of what was changed. Where you hold the report to be right, say why"
            " and enclose evidence.",
        ),
    )
    text(document, "{{end}}")
    text(document, "{{if not has_findings}}")
    text(
        document,
        pick(
            lang,
            "请妥善保存自评基础资料，以备查验。",
            "Please keep the records of the evaluation for inspection.",
        ),
    )
    text(document, "{{end}}")
    text(document, "")
    seal = text(document, pick(lang, "（单位名称、印章）", "(office, seal)"), right=True)
    seal.paragraph_format.keep_with_next = True
    text(document, "{{date}}", right=True)
    text(document, "")
    note = pick(lang, "本意见由稽核系统按数据版本{{build}}草拟，经复核人员确认、签发后生效。",
                "Drafted by jihe from build {{build}}; valid when a reviewer has confirmed and signed it.")  # fmt: skip
    text(document, note, indent=False).runs[0].font.size = SMALL


def score_check(lang: str) -> bytes:
    """The score-check table."""
    document = new(landscape=True)
    title(document, pick(lang, "{{department}}{{fiscal_year}}年度整体支出绩效自评核查评分表",
                         "Score check: {{department}}, {{fiscal_year}}"))  # fmt: skip
    lines = (
        ("材料：{{report}}　　等级：{{grade}}　　适用评分规则：{{rubric}}",
         "Report: {{report}}. Grade: {{grade}}. Rubric: {{rubric}}"),
        ("所列总分：{{stated_total}}　　各项合计：{{items_total}}　　满分：{{full_marks_total}}　　报告数字支持的最高分：{{supported_total}}",
         "Stated total: {{stated_total}}. Items: {{items_total}}. Full marks: {{full_marks_total}}."
         " Most that the figures support: {{supported_total}}"),
    )  # fmt: skip
    for zh, en in lines:
        text(document, pick(lang, zh, en), indent=False).runs[0].font.size = SMALL
    text(document, "{{if has_rows}}")
    _score_rows(document, lang)
    text(document, "{{end}}")
    text(document, "{{if not has_rows}}")
    text(
        document,
        pick(
            lang,
            "报告没有附评分表，或评分表无法读取。",
            "The report holds no scoring table that could be read.",
        ),
    )
    text(document, "{{end}}")
    for zh, en in (
        ("核查意见：{{score_remark}}", "Remark: {{score_remark}}"),
        (
            "核查人：　　　　　　　　复核人：　　　　　　　　日期：",
            "Checked by:                    Reviewed by:                    Date:",
        ),
    ):
        text(document, pick(lang, zh, en), indent=False).runs[0].font.size = SMALL
    return saved(document)


def _score_rows(document: Document, lang: str) -> None:
    columns = (
        ("指标", "一级", "Indicator", "level 1", "{{rows.level_1|merge}}", 27),
        ("指标", "二级", "Indicator", "level 2", "{{rows.level_2|merge}}", 23),
        ("指标", "三级", "Indicator", "level 3", "{{rows.level_3}}", 36),
        ("分值", "分值", "Max.", "Max.", "{{rows.full_marks}}", 13),
        ("得分", "自评", "Points", "stated", "{{rows.stated}}", 13),
        ("得分", "按数字核算", "Points", "by figures", "{{rows.recomputed}}", 23),
        ("得分", "核查", "Points", "checked", "", 15),
        ("报告自述扣分原因", "报告自述扣分原因", "Reason stated", "Reason stated", "{{rows.reason}}", 36),
        ("核查说明", "核查说明", "Remark", "Remark", "{{rows.remark}}", 39),
        ("证据位置", "证据位置", "Evidence", "Evidence", "{{rows.place}}", 35),
    )
    first, second = (0, 1) if lang == "zh" else (2, 3)
    heads = [[str(column[number]) for column in columns] for number in (first, second)]
    table(document, [column[5] for column in columns], heads, [column[4] for column in columns], 10)


MAKERS: dict[str, Callable[[str], bytes]] = {"review_letter": review_letter, "score_check": score_check}


def main() -> None:
    """Write the templates."""
    for name, make in MAKERS.items():
        for lang in LANGUAGES:
            with replaced(FOLDER / f"{name}.{lang}.docx") as temporary:
                temporary.write_bytes(make(lang))


if __name__ == "__main__":
    main()
