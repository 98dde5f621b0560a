"""The typed errors of reading, with their messages in both languages; nothing else is raised to callers."""

from __future__ import annotations

#: error code -> (Chinese, English): what happened and what to do
MESSAGES: dict[str, tuple[str, str]] = {
    "empty": (
        "文件中没有任何文字（空文件，或空白、看不清的页面）；请核对后重新报送。",
        "No text was found in the file (it is empty, or its pages are blank or illegible); check it and send it again.",
    ),
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
    "encrypted": (
        "文件设有密码，无法打开；请取消密码后重新报送。",
        "The file is locked with a password; ask for it without one.",
    ),
    "damaged": (
        "文件已损坏或不完整，无法打开；请核对后重新报送。",
        "The file is damaged or incomplete and cannot be opened; ask for it again.",
    ),
    "unknown_format": (
        "文件格式不在支持之列；请另存为 .docx、.xlsx、.pdf、.ofd、.html 或 .txt 后重新报送。",
        "The format is not supported; save it as .docx, .xlsx, .pdf, .ofd, .html or .txt and send it again.",
    ),
    "legacy_format": (
        "文件由 Word 97 以前的版本生成，没有读取；请用 LibreOffice 运行 soffice --headless --convert-to docx 文件名 转换，或另存为 .docx 后重新报送。",
        "Files of Word before 97 are not read; convert with LibreOffice: soffice --headless --convert-to docx FILE, or ask for .docx.",
    ),
    "archive": (
        "rar 或 7z 压缩包没有完整拆开（可能已损坏、分卷，或用了不支持的压缩方式）；请改用 zip 压缩，或直接报送其中的文件。",
        "The rar or 7z archive could not be opened whole (damaged, in several parts, or packed in an unknown way); "
        "pack the files as zip, or send them as they are.",
    ),
    "archive_tool": (
        "rar 和 7z 压缩包需用 bsdtar 拆开，本机没有安装；请运行 apt-get install libarchive-tools 后重新处理，或改用 zip 压缩。",
        "Archives of the kinds rar and 7z are opened with bsdtar, which is not installed; "
        "run apt-get install libarchive-tools, or ask for zip.",
    ),
    "archive_unread": (
        "压缩包中的文件都没有读出来；请逐个检查后直接报送。",
        "None of the files in the archive could be read; check them one by one and send them as they are.",
    ),
    "several_reports": (
        "压缩包中有多个部门或多个年度的自评报告，没有读取；请拆开压缩包，每份报告单独报送（或按部门、年度分别压缩）。",
        "The archive holds self-evaluation reports of several departments or years and was not read; "
        "unpack it and send each report by itself (or one archive per department and year).",
    ),
    "link": (
        "压缩包中的链接没有读取；请放入文件本身。",
        "A link in an archive is not followed; put the file itself there.",
    ),
    "too_many_pages": (
        "文件页数超过允许的上限，没有读取；请核对是否报错了文件。",
        "The file has more pages than allowed and was not read; check whether it is the right file.",
    ),
    "ocr_missing": (
        "文件是扫描件或照片，识别文字的组件没有安装；请运行 python -m pip install rapidocr onnxruntime 后重新处理，或报送文字版。",
        "The file is a scan or photograph and the recogniser is not installed; run python -m pip install rapidocr onnxruntime, or ask for a text version.",
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
    """The bytes cannot be read; ``code`` is a key of ``MESSAGES``, ``files`` names those of an archive it is about."""

    def __init__(self, code: str, files: tuple[str, ...] = ()) -> None:
        self.code = code
        self.files = files
        super().__init__(MESSAGES[code][1])
