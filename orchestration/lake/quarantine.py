"""Why a file was set aside before or while it was read, in words.

Belongs here: the codes and messages of problems that the lake meets: unreadable files, limits, crashes.
Does not belong here: problems of content, which extraction describes itself.
"""

from __future__ import annotations

from typing import Any

MESSAGES: dict[str, tuple[str, str]] = {
    "unreadable": (
        "文件无法打开：没有读取权限，或文件已损坏、已被移走。请检查权限后重新放入收件箱。",
        "The file cannot be opened: no permission, damaged, or moved away. Check it and hand it in again.",
    ),
    "unreadable_folder": (
        "文件夹无法打开，其中的文件未读取。请检查文件夹的读取权限。",
        "The folder cannot be opened; the files in it were not read. Check its permissions.",
    ),
    "link_outside": (
        "这是指向收件箱以外的链接或失效的链接，出于安全考虑没有读取。请放入文件本身。",
        "A link that leads out of the inbox or nowhere; not followed, for safety. Put the file itself there.",
    ),
    "not_a_file": (
        "不是普通文件（管道、设备或套接字），没有读取。",
        "Not a regular file (a pipe, device or socket); it was not read.",
    ),
    "too_large": (
        "文件过大（{size}，上限 {limit}），没有读取。请拆分文件或压缩其中的图片后重新报送。",
        "The file is too large ({size}, limit {limit}) and was not read. Split it or compress its pictures.",
    ),
    "changed_while_reading": (
        "读取过程中文件发生变化，下次运行时会重新读取。",
        "The file changed while it was read; the next run reads it again.",
    ),
    "timeout": (
        "读取超过 {limit} 秒仍未完成，已停止。下次运行时会再试一次；如仍失败，请检查文件是否损坏。",
        "Reading took more than {limit} seconds and was stopped. The next run tries again.",
    ),
    "worker_crashed": (
        "读取该文件的进程意外终止（可能内存不足或文件已损坏），其他文件不受影响。下次运行时会再试一次。",
        "The process reading this file died (out of memory or a damaged file); other files went on. "
        "The next run tries again.",
    ),
    "out_of_memory": (
        "读取该文件所需内存超过上限（{limit}），已放弃，其他文件不受影响。请拆分文件或压缩其中的图片后重新报送。",
        "Reading this file takes more memory than allowed ({limit}); it was given up and the others went on. "
        "Split it or compress its pictures.",
    ),
    "too_much_output": (
        "从文件中读出的内容过多，超过上限，已放弃。请检查文件是否正常。",
        "More was read from this file than the limit allows; it was given up. Is the file sound?",
    ),
    "lake_damaged": (
        "已读取的内容在磁盘上损坏，而文件已不在收件箱中。请将该文件重新放入收件箱。",
        "What was read of this file was damaged on disk, and the file has left the inbox. Hand it in again.",
    ),
    "reader_failed": (
        "读取程序出错（{error}），该文件未被读取。这是程序的问题，请将文件名告知维护人员。",
        "The reader failed ({error}); the file was not read. A fault of the program: tell its makers.",
    ),
}

# Causes that may be gone the next time; everything else is decided by the bytes alone.
TRANSIENT = frozenset({"changed_while_reading", "timeout", "worker_crashed", "archive_tool", "ocr_missing"})


def quarantined(document_id: str, extractor_version: str, code: str, **facts: object) -> dict[str, Any]:
    """The content row of a document that could not be read."""
    message_zh, message_en = MESSAGES[code]
    return {
        "document_id": document_id,
        "extractor_version": extractor_version,
        "status": "quarantined",
        "error_code": code,
        "message_zh": message_zh.format(**facts),
        "message_en": message_en.format(**facts),
    }


def in_megabytes(size: int) -> str:
    """A size as people read it."""
    return f"{size / 1_000_000:.1f} MB"
