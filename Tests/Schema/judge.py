"""Checks the generated schemas and types of contracts with the tools that read such files.

usage: judge.py FOLDER BIN [FLOWDRIFT]
FOLDER has specs/, and BIN has the installed tools. Without FLOWDRIFT, the script checks the golden files.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys

import jsonschema

here = pathlib.Path(__file__).parent
folder, programs = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
flowdrift = sys.argv[3] if len(sys.argv) > 3 else None
examples = json.loads((here / "examples.json").read_text())
problems = []


def written(contract, form, file):
    """What the program writes of a contract, which must be what the golden file holds."""
    golden = (here / "golden" / file).read_text()
    if not flowdrift:
        return golden
    # A contract's name may be one that no shell passes on, so the file is named.
    command = [flowdrift, "schema", f"specs/{contract}.yaml", "--as", form, "--output", f"out/{file}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(command + ["--check"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    text = (folder / "out" / file).read_text()
    if text != golden:
        problems.append(f"{file}: differs from the golden file")
    return text


def wrong_value(value):
    """A value of another type, which pydantic doesn't convert either."""
    if isinstance(value, bool):
        return "perhaps"
    return {str: ["x"], int: "five", float: "five", list: "x", dict: 5}[type(value)]


def wrong_values(schema, right, anything):
    """Objects with one mistake each, and what the mistake is."""
    for name in right:
        yield f"the misspelt {name!r}", {**right, name + "x": right[name]}
        if name not in anything:
            yield f"another type of {name!r}", {**right, name: wrong_value(right[name])}
    for name in schema.get("required", []):
        yield f"no {name!r}", {key: value for key, value in right.items() if key != name}
    yield "an input that nobody knows", {**right, "Flow.unknown": 1}


def judge_types(cases):
    """tsc must accept the right objects, and report each wrong one."""
    lines = []
    for contract, case in cases.items():
        (folder / f"{contract}.ts").write_text(case["types"])
        name = case["schema"]["title"]
        lines.append(f'import {{ {name} }} from "./{contract}";')
        number = contract.replace("-", "_")
        for index, value in enumerate(case["right"]):
            lines.append(f"export const right_{number}_{index}: {name} = {json.dumps(value)};")
        for index, wrong in enumerate(case["wrong"]):
            value = json.dumps(wrong["value"])
            lines += ["// @ts-expect-error", f"export const wrong_{number}_{index}: {name} = {value};"]
    (folder / "judged.ts").write_text("\n".join(lines) + "\n")
    command = ["tsc", "--strict", "--noEmit", "--target", "es2019", "--moduleResolution", "node", "judged.ts"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    for line in run.stdout.splitlines():
        row = int(line.split("(")[1].split(",")[0]) if line.startswith("judged.ts(") else 0
        problems.append("\n    ".join([f"tsc: {line}", *lines[max(row - 1, 0) : row + 1]]))


def judge_ajv(cases):
    judged = [{"name": name, **case} for name, case in cases.items()]
    run = subprocess.run(["node", here / "judge.js"], input=json.dumps(judged), capture_output=True, text=True)
    problems.extend(f"ajv: {line}" for line in (json.loads(run.stdout) if run.returncode == 0 else [run.stderr]))


def judge_jsonschema(cases):
    for name, case in cases.items():
        jsonschema.Draft7Validator.check_schema(case["schema"])
        validator = jsonschema.Draft7Validator(case["schema"])
        for value in case["right"]:
            problems.extend(f"jsonschema: {name}: refuses: {error.message}" for error in validator.iter_errors(value))
        for wrong in case["wrong"]:
            if validator.is_valid(wrong["value"]):
                problems.append(f"jsonschema: {name}: accepts {wrong['why']}")


def model(name, schema):
    """The pydantic model that datamodel-code-generator makes of a schema."""
    module = folder / f"{name.replace('-', '_')}.py"
    (folder / f"{name}.schema.json").write_text(json.dumps(schema))
    command = [
        programs / "datamodel-codegen", "--input", f"{name}.schema.json", "--input-file-type", "jsonschema",
        "--output-model-type", "pydantic_v2.BaseModel", "--class-name", "Inputs", "--formatters", "builtin",
        "--disable-timestamp", "--output", module.name,
    ]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"datamodel-codegen: {name}: {run.stderr[-2000:]}")
    spec = importlib.util.spec_from_file_location(module.stem, module)
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[module.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded.Inputs


def accepts(model, value):
    try:
        model.model_validate_json(json.dumps(value))
        return True
    except ValueError:
        return False


def judge_models(cases):
    models = {}
    for name, case in cases.items():
        models[name] = model(name, case["schema"])
        for value in case["right"]:
            if not accepts(models[name], value):
                problems.append(f"pydantic: {name}: refuses {json.dumps(value)}")
        for wrong in case["wrong"]:
            if accepts(models[name], wrong["value"]):
                problems.append(f"pydantic: {name}: accepts {wrong['why']}")
    return models


def inputs(schema):
    """The inputs of an exported schema: type, and how often sent, by name."""

    def kind(keywords):
        if "x-flowdrift-type" in keywords:
            return keywords["x-flowdrift-type"]
        if keywords.get("type") == "array":
            return kind(keywords["items"]) + "[]"
        plain = {"object": "json", "number": "decimal"}.get(keywords["type"])
        return plain or keywords.get("format") or keywords["type"]

    required = schema.get("required", [])
    return {
        name: (kind(keywords), "always" if name in required else "sometimes")
        for name, keywords in schema["properties"].items()
    }


# A model of pydantic keeps no `x-flowdrift-type`, so what JSON Schema lacks becomes the nearest type that it has.
nearest = {
    "phoneNumber": "string", "duration": "string", "timeslot": "string", "queue": "string", "user": "string",
    "user[]": "string[]", "json[]": "json",
}


def judge_circle(models, cases):
    """What a generated model declares is what the contract says."""
    for name, model in models.items():
        declared = model.model_json_schema(by_alias=True, mode="serialization")
        # A value of any type has no type that a schema could say.
        for anything in cases[name]["any"]:
            declared["properties"].pop(anything, None)
            declared["required"] = [key for key in declared.get("required", []) if key != anything]
        (folder / "app").mkdir(exist_ok=True)
        (folder / "app" / f"{name}.json").write_text(json.dumps(declared))
        head = f"flowdrift: 1\ncontract: {name}-declared\nflow: workflow/A\n"
        (folder / "specs" / f"{name}-declared.yaml").write_text(f"{head}launch: {{ schema: ../app/{name}.json }}\n")
        command = [flowdrift, "schema", f"{name}-declared"]
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if run.returncode:
            problems.append(f"read back: {name}: {run.stderr}")
            continue
        there = {key: value for key, value in inputs(cases[name]["schema"]).items() if key not in cases[name]["any"]}
        there = {key: (nearest.get(kind, kind), sent) for key, (kind, sent) in there.items()}
        back = inputs(json.loads(run.stdout))
        if there != back:
            problems.append(f"read back: {name}: {there} became {back}")


def main():
    cases = {}
    for name, example in examples.items():
        schema = json.loads(written(name, "json-schema", f"{name}.schema.json"))
        right = example["right"]
        required = {key: value for key, value in right.items() if key in schema.get("required", [])}
        wrong = list(wrong_values(schema, right, example["any"]))
        wrong += [(why, {**right, **value}) for why, value in example["wrong"]]
        cases[name] = {
            "types": written(name, "typescript", f"{name}.ts"), "schema": schema, "any": example["any"],
            "right": [right, required], "wrong": [{"why": why, "value": value} for why, value in wrong],
        }
    right, wrong = (sum(len(case[kind]) for case in cases.values()) for kind in ["right", "wrong"])
    count = f"{right} right and {wrong} wrong objects"
    judges = [
        ("tsc", ["tsc", "--version"], judge_types),
        ("ajv", ["node", "--eval", "require('ajv')"], judge_ajv),
        ("python-jsonschema", ["true"], judge_jsonschema),
    ]
    for judge, trial, run in judges:
        if not shutil.which(trial[0]) or subprocess.run(trial, capture_output=True).returncode:
            print(f"{judge}: skipped: it isn't installed; apt-get install node-typescript node-ajv")
            if os.environ.get("CI"):
                problems.append(f"{judge}: CI is set, so a judge that is skipped is a failure")
            continue
        run(cases)
        print(f"{judge}: {len(cases)} contracts, {count}")
    models = judge_models(cases)
    print(f"datamodel-code-generator: {len(models)} models, {count}")
    if flowdrift:
        judge_circle(models, cases)
        print(f"read back by launch.schema: {len(models)} models")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


sys.exit(main())
