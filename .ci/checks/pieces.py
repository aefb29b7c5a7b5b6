"""Checks what other people's build servers get from us: action.yml, the hook, the samples in docs/ci.md.

Usage: pieces.py CHECK_JSONSCHEMA KULIAH

CHECK_JSONSCHEMA is that program, whose schemas come with it; KULIAH is the folder of the command.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {"github-workflow": "vendor.github-workflows", "gitlab-ci": "vendor.gitlab-ci"}
BAD = "---\nformat: 1\ntitle: A\n---\n# B\n\nText [@nobody].\n"
GOOD = "---\nformat: 1\ntitle: A\n---\n# B\n\nText.\n"


def fail(what):
    sys.exit(f"pieces: {what}")


def fits(checker, schema, file):
    run = subprocess.run([checker, "--builtin-schema", schema, str(file)], capture_output=True, text=True)
    return run.returncode == 0, run.stdout + run.stderr


def samples(work):
    """The samples of docs/ci.md, as files, by what they are of."""
    text = (ROOT / "docs/ci.md").read_text("utf-8")
    found = re.findall(r"^```yaml (\S+)\n(.*?)^```$", text, re.M | re.S)
    for at, (kind, sample) in enumerate(found):
        file = work / f"{at}.yml"
        file.write_text(sample, "utf-8")
        yield kind, file


def script(action):
    """The script of the step that checks."""
    return next(step["run"] for step in action["runs"]["steps"] if step.get("id") == "check")


def run_action(action, folder, kuliah, **inputs):
    """Runs the step that checks, with inputs; gives the exit code that it hands on, and the log."""
    values = {name: str(given.get("default", "")) for name, given in action["inputs"].items()}
    values.update({name.replace("_", "-"): value for name, value in inputs.items()})
    env = {"PATH": f"{kuliah}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(folder / "output")}
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
    for name, value in step["env"].items():
        env[name] = values[re.fullmatch(r"\$\{\{ inputs\.(\S+) \}\}", value)[1]]
    (folder / "output").write_text("")
    run = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                         cwd=folder / "courses", env=env, capture_output=True, text=True)
    if run.returncode:
        fail(f"the step itself failed: {run.stderr}")
    return int(re.search(r"exit-code=(\d+)", (folder / "output").read_text())[1]), run.stdout + run.stderr


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    checker, kuliah = sys.argv[1], str(Path(sys.argv[2]).resolve())
    yaml = YAML(typ="safe")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        good, said = fits(checker, "vendor.github-actions", ROOT / "action.yml")
        if not good:
            fail(said)
        kinds = []
        for kind, file in samples(work):
            kinds.append(kind)
            if kind in SCHEMAS:
                good, said = fits(checker, SCHEMAS[kind], file)
                if not good:
                    fail(f"docs/ci.md, {kind}: {said}")
        if set(kinds) != {*SCHEMAS, "pre-commit-config"}:
            fail(f"docs/ci.md lacks a sample: {kinds}")
        # The checks themselves must notice a fault.
        broken = work / "broken.yml"
        broken.write_text("name: x\nruns: {using: composite}\n")
        if fits(checker, "vendor.github-actions", broken)[0]:
            fail("the schema check passes a broken action")

        hooks = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        sample = yaml.load(next(file for kind, file in samples(work) if kind == "pre-commit-config").read_text())
        wanted = {hook["id"] for repo in sample["repos"] for hook in repo["hooks"]}
        if wanted != {hook["id"] for hook in hooks}:
            fail("docs/ci.md names another hook")

        action = yaml.load((ROOT / "action.yml").read_text("utf-8"))
        if "${{" in script(action):
            fail("an input is put into the script, where it could be a command")
        courses = work / "courses"
        (courses / "a b").mkdir(parents=True)
        (courses / "a b/good.md").write_text(GOOD)
        hook = next(hook for hook in hooks if hook["id"] == "kuliah-check")
        for text, code in ((GOOD, 0), (BAD, 1)):
            (courses / "bad.md").write_text(text)
            run = subprocess.run(hook["entry"].split(), cwd=courses, capture_output=True,
                                 env={"PATH": f"{kuliah}:{os.environ['PATH']}"})
            if run.returncode != code:
                fail(f"the hook ended with {run.returncode}: {run.stderr}")
        for inputs, code, part in (
            ({}, 1, "::error file=bad.md,line=7,"),
            ({"paths": "a b\n\n"}, 0, "no findings in 1 course"),
            ({"paths": "a b\nbad.md", "format": "concise"}, 1, "bad.md:7:8: error["),
            ({"paths": "gone.md"}, 2, "cannot read gone.md"),
            ({"paths": "$(touch ../owned)\n`touch ../owned`; touch ../owned"}, 2, "cannot read"),
            ({"paths": "--help"}, 2, "cannot read"),
            ({"arguments": "--quiet\n--jobs\n1", "paths": "a b"}, 0, ""),
            ({"format": "sarif", "report": "../report.sarif"}, 1, ""),
            ({"baseline": "../gone.json"}, 2, "cannot read the baseline"),
        ):
            ended, log = run_action(action, work, kuliah, **inputs)
            if ended != code or part not in log:
                fail(f"{inputs}: ended with {ended}: {log}")
        if (work / "owned").exists():
            fail("an input was run as a command")
        if '"ruleId": "citation/unknown-key"' not in (work / "report.sarif").read_text("utf-8"):
            fail("no report was written")
    print(f"action.yml, {len(hooks)} hook, {len(kinds)} samples: all as they should be")


main()
