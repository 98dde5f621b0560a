"""Copies as mirror sites make them: Traditional characters, readings in brackets inside words.

Belongs here: the characters that the generated reports use, and where readings are put.
Does not belong here: any layout.
"""

from __future__ import annotations

_PAIRS = (
    "万萬 预預 决決 经經 费費 务務 车車 购購 运運 维維 护護 国國 无無 结結 转轉 余餘 与與 资資 产產 总總 额額 负負 债債 净淨 员員 编編 数數 "
    "实實 离離 职職 绩績 评評 报報 单單 门門 级級 业業 财財 货貨 个個 节節 减減 较較 拨撥 补補 项項 应應 对對 开開 关關 进進 调調 为為 "
    "东東 会會 闲閒 计計 书書 长長 项項 从從 发發 体體 备備 达達 间間 问問 题題 构構 测測 标標 织織 设設 质質 执執 规規 办辦 "
    "价價 区區 县縣 审審 众眾 军軍 卫衛 农農 环環 况況 围圍 点點 访訪 说說 导導 层層 联聯 处處 帐賬 户戶 时時 来來 动動 后後 优優 差差 举舉 复復 类類 条條 创創 扩擴 参參 纳納 齐齊 归歸 给給 认認 场場 养養 边邊 传傳"
)
_TRADITIONAL = {ord(pair[0]): pair[1] for pair in _PAIRS.split() if len(pair) == 2}
_READINGS = {
    "萬": "wàn",
    "經": "jīng",
    "費": "fèi",
    "務": "wù",
    "車": "chē",
    "購": "gòu",
    "結": "jié",
    "轉": "zhuǎn",
    "決": "jué",
}


def mirrored(text: str) -> str:
    """The text in Traditional characters; every fifth character with a reading gets it."""
    written: list[str] = []
    seen = 0
    for character in text.translate(_TRADITIONAL):
        written.append(character)
        if character in _READINGS:
            seen += 1
            if seen % 5 == 0:
                written.append(f"({_READINGS[character]})")
    return "".join(written)
