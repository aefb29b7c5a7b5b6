"""The published schemas in three engines: the product's own, ajv and check-jsonschema must agree on every document.

Usage: schemas.py DOCUMENTS NODE_MODULES CHECK_JSONSCHEMA

DOCUMENTS is a folder that `cargo xtask schemas --out DOCUMENTS` wrote, with the product's verdict on each;
NODE_MODULES holds ajv and ajv-formats; CHECK_JSONSCHEMA is that program.

Then faults are put into the schemas, one keyword taken away at a time, up to 40 of a kind, and ajv judges the
documents again: they must notice a fault of each kind.
"""

import copy
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What is said about values; the others describe.
KEYWORDS = {
    "type", "enum", "const", "required", "additionalProperties", "unevaluatedProperties", "oneOf", "anyOf",
    "pattern", "format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "$ref",
}
# Reads {"documents": [path], "schemas": [schema], "verdicts": [bool] or null}; says for each schema which documents
# fit it or, where there are verdicts, whether one of them is another by it.
AJV = """
const Ajv = require('ajv/dist/2020').default, formats = require('ajv-formats').default, fs = require('fs');
const { documents, schemas, verdicts } = JSON.parse(fs.readFileSync(0, 'utf8'));
const read = documents.map(path => JSON.parse(fs.readFileSync(path, 'utf8')));
console.log(JSON.stringify(schemas.map(schema => {
  const ajv = new Ajv({ strict: false });
  formats(ajv);
  const fits = ajv.compile(schema);
  return verdicts ? read.some((document, at) => fits(document) !== verdicts[at]) : read.map(document => fits(document));
})));
"""


def ajv(modules, documents, schemas, verdicts=None):
    """What ajv says of each document by each schema, or whether it differs anywhere from verdicts."""
    given = json.dumps({"documents": [str(it) for it in documents], "schemas": schemas, "verdicts": verdicts})
    run = subprocess.run(["node", "-e", AJV], input=given, capture_output=True, text=True,
                         env={**os.environ, "NODE_PATH": modules})
    if run.returncode:
        sys.exit(f"schemas: ajv did not run: {run.stderr}")
    return json.loads(run.stdout)


def check_jsonschema(program, documents, schema):
    """What check-jsonschema says of each document."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(schema, file)
        file.flush()
        run = subprocess.run([program, "-o", "json", "--schemafile", file.name, *map(str, documents)],
                             capture_output=True, text=True)
    report = json.loads(run.stdout)
    if report.get("parse_errors"):
        sys.exit(f"schemas: check-jsonschema cannot read {report['parse_errors'][:3]}")
    refused = {it["filename"] for it in report.get("errors", [])}
    return [str(it) not in refused for it in documents]


def places(schema, here=()):
    """Every keyword that says something about values, as the path to it."""
    if isinstance(schema, dict):
        named = here and here[-1] in ("properties", "$defs", "patternProperties")
        for key, value in schema.items():
            if not named and key in ("default", "examples"):
                continue
            if not named and key in KEYWORDS:
                yield (*here, key)
            yield from places(value, (*here, key))
    elif isinstance(schema, list):
        for at, value in enumerate(schema):
            yield from places(value, (*here, at))


def some_of_each(places, most):
    """No more than so many places of a kind of keyword, spread over the schema."""
    for kind in sorted({it[-1] for it in places}):
        alike = [it for it in places if it[-1] == kind]
        yield from alike[:: -(-len(alike) // most)]


def without(schema, place):
    """The schema without one keyword."""
    changed = copy.deepcopy(schema)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    del holder[place[-1]]
    return changed


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    folder, modules, program = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    listed = json.loads((folder / "verdicts.json").read_text("utf-8"))
    differing = 0
    for name in dict.fromkeys(it["file"].split("/")[0] for it in listed):
        schema = json.loads((ROOT / f"schema/{name}.schema.json").read_text("utf-8"))
        mine = [it for it in listed if it["file"].startswith(f"{name}/")]
        documents = [folder / it["file"] for it in mine]
        [by_ajv] = ajv(modules, documents, [schema])
        by_python = check_jsonschema(program, documents, schema)
        fitting = sum(it["valid"] for it in mine)
        for it, first, second in zip(mine, by_ajv, by_python):
            if not it["valid"] == first == second:
                differing += 1
                if differing <= 20:
                    print(f"{it['file']} ({it['origin']}): kuliah {it['valid']}, ajv {first}, check-jsonschema {second}")
        # What is taken away lets more documents fit, so that the others come first.
        judged = sorted(zip(by_ajv, documents), key=lambda it: it[0])
        faults = list(some_of_each(list(places(schema)), 40))
        differs = ajv(modules, [document for _, document in judged], [without(schema, it) for it in faults],
                      [verdict for verdict, _ in judged])
        all_of = Counter(place[-1] for place in faults)
        noticed = Counter(place[-1] for place, differs_so in zip(faults, differs) if differs_so)
        unnoticed = sorted(kind for kind in all_of if not noticed[kind])
        print(f"{name}: {len(mine)} documents, {fitting} fit; {noticed.total()} of {all_of.total()} faults noticed")
        if not fitting or fitting == len(mine):
            sys.exit(f"schemas: all documents of {name} are alike")
        if unnoticed:
            sys.exit(f"schemas: no document notices a missing {', '.join(unnoticed)} in {name}")
    if differing:
        sys.exit(f"schemas: {differing} verdicts differ")


main()
