"""Takes the pipelines out of pages, each into a file of its own, and prints the files.

usage: pipelines.py FOLDER PAGE...

A pipeline is a block of code under a line such as "GitLab CI, `.gitlab-ci.yml`:".
"""

import re
import sys
from pathlib import Path

TOOLS = {"GitHub Actions": "github.yml", "GitLab CI": "gitlab.yml", "Jenkins": "Jenkinsfile"}
BLOCK = re.compile(r"^(%s), `[^`]+`:\n\n```(?:yaml|groovy)\n(.*?)^```$" % "|".join(TOOLS), re.MULTILINE | re.DOTALL)

folder = Path(sys.argv[1])
for page in map(Path, sys.argv[2:]):
    for tool, text in BLOCK.findall(page.read_text("utf-8")):
        file = folder / f"{page.stem}-{TOOLS[tool]}"
        file.write_text(text, "utf-8")
        print(file)
