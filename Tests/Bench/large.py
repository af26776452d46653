"""Large bodies and a large plan, for `make bench`."""

import json
import random
from pathlib import Path


def body(chance: random.Random, values: int) -> str:
    data = {f"Flow.member{number}": chance.choice(["text", 7, True, None]) for number in range(values)}
    return json.dumps({"flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "inputData": data})


def write_large_files(folder: Path, scale: int) -> tuple[Path, list[Path], Path]:
    """Writes a body of 50 MB, 10,000 small bodies and a plan of 200 MB; `scale` divides the sizes and the number."""
    folder.mkdir()
    chance = random.Random(1)
    large = folder / "large.json"
    large.write_text(body(chance, 1_950_000 // scale))
    small = []
    for number in range(10_000 // scale):
        small.append(folder / f"body-{number}.json")
        small[-1].write_text(body(chance, 20))
    plan = folder / "plan.json"
    with open(plan, "w") as file:
        file.write('{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {}}, ')
        file.write('"resource_changes": [')
        for number in range(200_000 // scale):
            change = {
                "address": f"genesyscloud_flow.flow_{number}", "mode": "managed", "type": "genesyscloud_flow",
                "name": f"flow_{number}", "provider_name": "registry.terraform.io/mypurecloud/genesyscloud",
                "change": {
                    "actions": ["no-op"],
                    "before": {"id": f"{number}", "name": f"Flow {number}", "type": "WORKFLOW", "text": "x" * 300},
                    "after": {"id": f"{number}", "name": f"Flow {number}", "type": "WORKFLOW", "text": "x" * 300},
                    "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {},
                },
            }
            file.write((", " if number else "") + json.dumps(change))
        file.write("]}")
    return large, small, plan
