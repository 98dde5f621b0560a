"""How the pages of this folder are built: ``make docs``. Nothing about their content belongs here."""

project = "jihe 稽核"
copyright = "jihe"  # noqa: A001 - Sphinx's name
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "jihe 稽核"
language = "zh_CN"
html_static_path = []
html_show_sourcelink = False
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
# A link that leads nowhere stops the build.
nitpicky = True
