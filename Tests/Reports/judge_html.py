"""Opens an HTML report in Chromium, and checks that it is accessible.

The page must load nothing, and must be readable without scripts. With scripts, its filters must work.

usage: judge_html.py PAGE AXE [PICTURES]
AXE is the source of axe-core. With PICTURES, the script writes a screenshot of each width and theme into that folder.
"""

import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

WIDTHS = (1280, 390)
THEMES = {"light": "1", "dark": "0"}
CHECK = """
<script>%s</script>
<script>
axe.run(document, {resultTypes: ['violations']}).then(result => {
  const found = result.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html)]);
  document.body.textContent = 'AXE' + JSON.stringify({found, passes: result.passes.length}) + 'END';
});
</script>
"""
USE = """
<script>
const say = [performance.getEntriesByType('resource').map(entry => entry.name)];
const words = document.getElementById('words');
const count = () => document.querySelectorAll('.finding:not([hidden])').length;
say.push(count());
words.value = 'no such word in any finding'; words.dispatchEvent(new Event('input', {bubbles: true}));
say.push(count(), document.getElementById('shown').textContent);
words.value = ''; words.dispatchEvent(new Event('input', {bubbles: true}));
for (const box of document.querySelectorAll('[name=severity]')) if (box.value !== 'note') box.click();
say.push(count(), document.querySelectorAll('.finding.note').length);
document.body.textContent = 'USE' + JSON.stringify(say) + 'END';
</script>
"""


def chromium(page, *options):
    """What Chromium prints of a page; it finds no host, so that it cannot ask its maker for news either."""
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--virtual-time-budget=60000", *options, page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout


def without_policy(text, addition):
    """The page with a script of the judge's own in it, which its policy would refuse."""
    text, number = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    assert number == 1, "the page has no policy"
    return text.replace("</body>", addition + "</body>")


def embedded(kind, text):
    return json.loads(html.unescape(re.search(f"{kind}(.*?)END", text, re.S)[1]))


def judge_tidy(page):
    result = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", page], capture_output=True, text=True)
    assert result.returncode == 0 and not result.stderr, result.stderr


def judge_scripts(page):
    text = chromium(page, "--dump-dom")
    findings = text.count('<article class="finding')
    assert re.search(rf"{findings} of {findings} shown", text), "the page's own script did not run"
    assert len(re.findall(r"<[^>]* hidden>", page.read_text())) == 1, "without scripts more than the filter is hidden"
    return findings


def judge_use(page, folder):
    copy = folder / "use.html"
    copy.write_text(without_policy(page.read_text(), USE))
    loaded, everything, nothing, shown, notes, all_notes = embedded("USE", chromium(copy, "--dump-dom"))
    assert not loaded, loaded
    assert everything > 0 and nothing == 0 and shown.startswith("0 of ") and notes == all_notes, (nothing, shown, notes)


def judge_access(page, folder, axe):
    copy = folder / "axe.html"
    copy.write_text(without_policy(page.read_text(), CHECK % axe.read_text().replace("</script", "<\\/script")))
    passes = 0
    for width in WIDTHS:
        for theme in THEMES.values():
            options = (f"--window-size={width},900", f"--blink-settings=preferredColorScheme={theme}")
            result = embedded("AXE", chromium(copy, "--dump-dom", *options))
            assert not result["found"], json.dumps(result["found"], indent=2)
            passes = result["passes"]
    return passes


def take_pictures(page, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        for name, theme in THEMES.items():
            picture = folder / f"{width}-{name}.png"
            options = (f"--window-size={width},1600", f"--blink-settings=preferredColorScheme={theme}")
            chromium(page, f"--screenshot={picture}", *options)


def main(page, axe, pictures=None):
    judge_tidy(page)
    findings = judge_scripts(page)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        judge_use(page, folder)
        passes = judge_access(page, folder, axe)
    if pictures:
        take_pictures(page, pictures)
    print(f"{findings} findings, {passes} accessibility rules passed at {len(WIDTHS)} widths in {len(THEMES)} themes")


if __name__ == "__main__":
    main(*[pathlib.Path(argument).resolve() for argument in sys.argv[1:]])
