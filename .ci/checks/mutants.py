"""Tests the mutants that cargo-mutants knows of kuliah-core, all of them in one program, each behind a switch.

Usage: mutants.py TREE FOLDER [--count N] [--seed S] [--only FILE]

TREE is a working tree of the project made for this alone (`git worktree add --detach TREE`): the sources of kuliah-core
in it are written anew, from its HEAD. FOLDER keeps the list of mutants, the verdicts (`verdicts.jsonl`) and which mutants do not compile.
Needs cargo-mutants and the Python packages tree-sitter and tree-sitter-rust. N mutants are drawn by the seed; all without
it. FILE holds numbers of mutants, such as those that were missed before. Verdicts that are in FOLDER are kept.

A mutant is caught when a test that reaches it fails, of kuliah-core or of `tests/rules.rs`. Mutants of operators
are made in the syntax tree, so an operator keeps its operands. Left out: bodies of functions that give `impl Trait` or are
`const`, and fields left out of structs, which a switch cannot stand for.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree_sitter_rust
from tree_sitter import Language, Parser

PARSER = Parser(Language(tree_sitter_rust.language()))
PACKAGES = {"kuliah_core": "crates/kuliah-core", "rules": "tests"}

RUNTIME = '''
#[doc(hidden)]
#[allow(warnings, clippy::all)]
pub mod mutant_switch {
    use std::io::Write;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering};
    static HIT: [AtomicBool; %d] = [const { AtomicBool::new(false) }; %d];
    static STATE: OnceLock<(usize, Option<std::sync::Mutex<std::fs::File>>)> = OnceLock::new();
    pub fn on(n: usize) -> bool {
        let (active, log) = STATE.get_or_init(|| {
            let active = std::env::var("MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(usize::MAX);
            let log = std::env::var("MUTANT_LOG").ok().map(|it| std::fs::File::options().append(true).create(true).open(it).unwrap().into());
            (active, log)
        });
        if let Some(log) = log && !HIT[n].swap(true, Ordering::Relaxed) {
            log.lock().unwrap().write_all(format!("{n}\\n").as_bytes()).unwrap();
        }
        n == *active
    }
}
'''

def on(n): return f"crate::mutant_switch::on({n})"
def alt(n, text): return f"/*m{n}<*/{text}/*>m{n}*/"

class File:
    def __init__(self, path, mutants):
        self.src = subprocess.run(["git", "show", f"HEAD:{path}"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        self.lines = self.src.split(b"\n")
        self.starts = [0]
        for line in self.lines: self.starts.append(self.starts[-1] + len(line) + 1)
        self.by = defaultdict(list); self.placed = set()
        tree = PARSER.parse(self.src).root_node
        self.tree = tree
        at = defaultdict(dict)
        def walk(node):
            t = node.type
            if t in ("binary_expression", "compound_assignment_expr"):
                op = node.child_by_field_name("operator")
                at["BinaryOperator"][op.start_byte] = node
            elif t == "unary_expression":
                at["UnaryOperator"][node.start_byte] = node
            elif t == "match_arm":
                at["MatchArm"][node.start_byte] = node
            elif t == "match_pattern":
                cond = node.child_by_field_name("condition")
                if cond: at["MatchArmGuard"][cond.start_byte] = node
            for child in node.children: walk(child)
        walk(tree)
        for n, m in mutants:
            s = m["span"]["start"]
            line = self.lines[s["line"] - 1].decode()
            pos = self.starts[s["line"] - 1] + len(line[: s["column"] - 1].encode())
            g = m["genre"]
            if g == "FnValue":
                node = self.function(tree, pos)
            else:
                node = at[g].get(pos)
            why = node is not None and self.skip(node, g)
            if why: dropped[str(n)] = "SKIP " + why
            if node is not None and str(n) not in dropped:
                self.by[node.id].append((n, m)); self.placed.add(n)
    def skip(self, node, genre):
        if genre == "FnValue":
            returns = node.child_by_field_name("return_type")
            if returns and b"impl" in returns.text: return "impl"
        while node and node.type != "function_item": node = node.parent
        if node and b"const " in self.src[node.start_byte:node.child_by_field_name("name").start_byte]: return "const"
    def function(self, node, pos):
        best = None
        for child in node.children:
            if child.start_byte <= pos < child.end_byte:
                best = self.function(child, pos)
        if best is None and node.type == "function_item":
            body = node.child_by_field_name("body")
            if body and body.start_byte < pos < body.end_byte: return node
        return best
    def inner(self, node, start=None, end=None):
        start = node.start_byte if start is None else start
        end = node.end_byte if end is None else end
        out, pos = [], start
        for child in node.children:
            if child.start_byte < start or child.end_byte > end: continue
            out.append(self.src[pos:child.start_byte].decode()); out.append(self.render(child)); pos = child.end_byte
        out.append(self.src[pos:end].decode())
        return "".join(out)
    def render(self, node):
        ms = self.by.get(node.id, [])
        t = node.type
        ids = "_".join(str(n) for n, _ in ms)
        wrap = lambda text: f"/*w{ids}<*/{text}/*>w{ids}*/"
        if t == "function_item" and ms:
            body = node.child_by_field_name("body")
            head = self.inner(node, node.start_byte, body.start_byte)
            ifs = "".join(f" if {on(n)} {{ {alt(n, 'return ' + m['replacement'] + ';')} }} " for n, m in ms)
            inside = self.inner(body, body.start_byte + 1, body.end_byte)
            return head + "{" + ifs + inside
        if t == "binary_expression" and ms:
            op = node.child_by_field_name("operator").text.decode()
            l, r = (self.render(node.child_by_field_name(it)) for it in ("left", "right"))
            if op in ("&&", "||"):
                n = ms[0][0]
                cmp = "!=" if op == "&&" else "=="
                return wrap(f"({{ let __l: bool = {l}; if __l {cmp} {on(n)} {{ {r} }} else {{ __l }} }})")
            text = "".join(f"if {on(n)} {{ {alt(n, '(' + l + ') ' + m['replacement'] + ' (' + r + ')')} }} else " for n, m in ms)
            return wrap(f"({text} {{ ({l}) {op} ({r}) }})")
        if t == "compound_assignment_expr" and ms:
            op = node.child_by_field_name("operator").text.decode()
            l, r = (self.render(node.child_by_field_name(it)) for it in ("left", "right"))
            text = "".join(f"if {on(n)} {{ {alt(n, l + ' ' + m['replacement'] + ' ' + r)} }} else " for n, m in ms)
            return wrap(f"{{ {text} {{ {l} {op} {r} }} }}")
        if t == "unary_expression" and ms:
            n = ms[0][0]
            x = self.inner(node, node.children[1].start_byte, node.end_byte)
            if node.children[0].type == "!":
                return wrap(f"(({x}) == {on(n)})")
            return wrap(f"(if {on(n)} {{ {x} }} else {{ -{x} }})")
        if t == "match_arm" and ms:
            n = ms[0][0]
            pattern = node.child_by_field_name("pattern")
            head = self.inner(node, node.start_byte, pattern.start_byte)
            return head + self.pattern(pattern, n) + self.inner(node, pattern.end_byte, node.end_byte)
        if t == "match_pattern" and ms:
            return self.pattern(node, None)
        return self.inner(node)
    def pattern(self, node, arm):
        ms = self.by.get(node.id, [])
        cond = node.child_by_field_name("condition")
        first = node.children[0]
        pat = self.inner(node, node.start_byte, (cond.prev_sibling.start_byte if cond else node.end_byte))
        if cond is None:
            return pat + f" /*w{arm}<*/ if !{on(arm)} /*>w{arm}*/ "
        ids = "_".join(str(n) for n in [arm, *(n for n, _ in ms)] if n is not None)
        g = self.render(cond)
        if "let" in cond.type:
            guard = g
        else:
            guard = f"({g})"
            for n, m in ms:
                guard = f"({on(n)} || {guard})" if m["replacement"] == "true" else f"(!{on(n)} && {guard})"
        if arm is not None: guard = f"!{on(arm)} && {guard}"
        return pat + f" if /*w{ids}<*/ {guard} /*>w{ids}*/ "

def blame(error):
    spans = [s for s in error["spans"] if s["is_primary"]] + [s for s in error["spans"] if not s["is_primary"]]
    for s in spans:
        data = (ROOT / s["file_name"]).read_bytes()
        for kind in (b"m", b"w"):
            best = None
            for o in re.finditer(rb"/\*" + kind + rb"([0-9_]+)<\*/", data):
                close = data.find(b"/*>" + kind + o[1] + b"*/", o.end())
                if o.start() <= s["byte_start"] and s["byte_end"] <= close and (best is None or close - o.start() < best[0]):
                    best = (close - o.start(), o[1].decode())
            if best: return [int(n) for n in best[1].split("_")]
    return []


def plan(n, by):
    """Groups of tests: by binary, quick ones together, slow ones alone, cheap first."""
    groups = []
    quick = defaultdict(list)
    for binary, name, took in by.get(n, []):
        if took < 0.2: quick[binary].append((took, name))
        else: groups.append((took, binary, [name]))
    for binary, names in quick.items():
        names.sort()
        for at in range(0, len(names), 40):
            part = names[at:at + 40]
            groups.append((sum(t for t, _ in part) / (4 if len(part) > 4 else 1), binary, [x for _, x in part]))
    return sorted(groups, key=lambda it: it[0])


def write(mutants):
    """Writes the sources with every mutant that compiles; gives the numbers of those."""
    files = defaultdict(list)
    for n, mutant in enumerate(mutants):
        files[mutant["file"]].append((n, mutant))
    placed = set()
    for path, of_file in files.items():
        file = File(path, of_file)
        placed |= file.placed
        (ROOT / path).write_text(file.render(file.tree))
    lib = "crates/kuliah-core/src/lib.rs"
    text = (ROOT / lib).read_text() if lib in files else File(lib, []).src.decode()
    (ROOT / lib).write_text(text + RUNTIME % (len(mutants), len(mutants)))
    return placed


def build(mutants):
    """Takes away mutants until all compile, then builds; gives what is left and the programs of the tests."""
    command = ["cargo", "test", "--locked", "-p", "kuliah-core", "-p", "kuliah-tests", "--lib", "--test", "rules", "--no-run",
               "--message-format", "json"]
    while True:
        placed = write(mutants)
        said = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        messages = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
        errors = [it["message"] for it in messages if it["reason"] == "compiler-message" and it["message"]["level"] == "error"]
        programs = [it["executable"] for it in messages if it.get("executable")]
        if not errors:
            return placed, [it for it in programs if Path(it).name.rsplit("-", 1)[0] in PACKAGES]
        before = len(dropped)
        for error in errors:
            ids = blame(error) or arms(error, mutants)
            dropped.update({str(n): error["message"][:100] for n in ids if str(n) not in dropped})
        (FOLDER / "unviable.json").write_text(json.dumps(dropped))
        if len(dropped) == before:
            sys.exit(f"mutants: does not compile: {errors[0]['rendered']}")


def arms(error, mutants):
    """The mutants without an arm of a match that the error is about: those of its function."""
    if (error.get("code") or {}).get("code") != "E0004":
        return []
    names = {it["file_name"] for it in error["spans"]}
    return [n for n, it in enumerate(mutants) if it["genre"] == "MatchArm" and it["file"] in names]


def start(program, names, **more):
    folder = ROOT / PACKAGES[Path(program).name.rsplit("-", 1)[0]]
    return [program, "--exact", *names], {"cwd": folder, "env": {**os.environ, "CARGO_MANIFEST_DIR": str(folder), **more}}


def reach(programs):
    """Of every mutant the tests that reach it, with the seconds they take."""
    by = defaultdict(list)
    for program in programs:
        listed = subprocess.run([program, "--list"], text=True, stdout=subprocess.PIPE).stdout.splitlines()
        for name in [line[:-6] for line in listed if line.endswith(": test")]:
            log = FOLDER / "reached"
            log.unlink(missing_ok=True)
            command, how = start(program, [name], MUTANT_LOG=str(log))
            began = time.monotonic()
            if subprocess.run(command, **how, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
                print(f"mutants: fails without a mutant, left out: {name}", file=sys.stderr)
                continue
            for n in log.read_text().split() if log.exists() else []:
                by[int(n)].append((program, name, time.monotonic() - began))
    return by


def judge(n, by):
    if n not in by:
        return "unreached"
    for took, program, names in plan(n, by):
        command, how = start(program, names, MUTANT=str(n))
        try:
            if subprocess.run(command, **how, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30 + 10 * took).returncode:
                return "caught"
        except subprocess.TimeoutExpired:
            return "timeout"
    return "missed"


def main():
    listed = FOLDER / "mutants.json"
    command = ["cargo", "mutants", "--list", "--json", "-p", "kuliah-core"]
    subprocess.run(["git", "checkout", "--quiet", "--", "crates/kuliah-core"], cwd=ROOT, check=True)
    listed.write_text(subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout)
    mutants = json.loads(listed.read_text())
    placed, programs = build(mutants)
    by = reach(programs)
    ids = sorted(map(int, GIVEN.only.read_text().split())) if GIVEN.only else sorted(placed)
    random.Random(GIVEN.seed).shuffle(ids)
    verdicts = FOLDER / "verdicts.jsonl"
    known = {it["n"]: it["verdict"] for it in map(json.loads, verdicts.read_text().splitlines())} if verdicts.exists() else {}
    ids = [n for n in ids if n in placed][: GIVEN.count]
    with verdicts.open("a") as out, ThreadPoolExecutor(2) as pool:
        def one(n):
            known[n] = judge(n, by)
            out.write(json.dumps({"n": n, "verdict": known[n], "name": mutants[n]["name"]}) + "\n")
            out.flush()
        list(pool.map(one, [n for n in ids if n not in known]))
    print(len(mutants), "mutants,", len(placed), "in the program,", dict(Counter(known[n] for n in ids)))


GIVEN = argparse.ArgumentParser(usage=__doc__)
for name, kind in (("tree", Path), ("folder", Path), ("--count", int), ("--seed", int), ("--only", Path)):
    GIVEN.add_argument(name, type=kind)
GIVEN = GIVEN.parse_args()
GIVEN.seed = GIVEN.seed or 1
ROOT, FOLDER = GIVEN.tree.resolve(), GIVEN.folder.resolve()
FOLDER.mkdir(parents=True, exist_ok=True)
dropped = json.loads((FOLDER / "unviable.json").read_text()) if (FOLDER / "unviable.json").exists() else {}
main()
