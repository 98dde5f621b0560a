"""The typed errors of reading, with their messages in both languages; nothing else is raised to callers."""

from __future__ import annotations

#: error code -> (Chinese, English): what happened and what to do
MESSAGES: dict[str, tuple[str, str]] = {
    "empty": ("文件是空的，没有任何内容；请重新报送。", "The file is empty; ask for it again."),
    "binary": (
        "文件不是文本，且不属于能识别的格式；请核对文件是否损坏，或另存为 .txt/.md 后重新报送。",
        "The file is not text and of no known format; check whether it is damaged, or send it as .txt or .md.",
    ),
    "encoding": (
        "文件的文字编码无法识别（支持 UTF-8、GB18030）；请另存为 UTF-8 文本后重新报送。",
        "The character encoding is unknown (UTF-8 and GB18030 are read); save it as UTF-8 text and send it again.",
    ),
    "too_large": (
        "文件超过允许的大小，没有读取；请核对是否报错了文件。",
        "The file is larger than allowed and was not read; check whether it is the right file.",
    ),
    "not_a_report": (
        "文件能够读取，但内容不是绩效自评报告；请核对是否报错了文件。",
        "The file was read, but it is not a performance self-evaluation report; check whether it is the right file.",
    ),
    "template_only": (
        "文件是未填写的空白表样，没有任何数据；请填写后重新报送。",
        "The file is an unfilled form without any figures; ask for the filled one.",
    ),
    "reader_failed": (
        "读取文件时程序出错，文件已搁置，其余文件不受影响；请把该文件交给系统维护人员。",
        "The reader failed on this file; it was set aside and the others went on. Hand the file to the maintainers.",
    ),
}


class UnreadableError(Exception):
    """The bytes cannot be read; ``code`` is a key of ``MESSAGES``."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(MESSAGES[code][1])
