"""The resource genesyscloud_flow."""

import hashlib
import re
from pathlib import Path

from tf import iface, schema, types

from standin.org import made_id

# Archy's root keys that are not simply the type's name in camel case.
ROOT_KEYS = {"botFlow": "BOT", "digitalBotFlow": "DIGITALBOT"}


class FlowFile:
    """A flow's YAML with its placeholders filled in, as the provider uploads it."""

    def __init__(self, state):
        self.raw = Path(state["filepath"]).read_bytes()
        text = self.raw.decode("utf-8")
        for key, value in (state.get("substitutions") or {}).items():
            text = text.replace("{{" + key + "}}", value)
        root = re.search(r"^(\w+):", text, re.MULTILINE)
        name = re.search(r"^  name: *\"?(.*?)\"? *$", text, re.MULTILINE)
        if not root or not name:
            raise ValueError(f"{state['filepath']} is no flow")
        self.type = ROOT_KEYS.get(root[1], root[1].upper())
        self.name = name[1]

    @property
    def digest(self):
        """What terraform's filesha256 gives for the file."""
        return hashlib.sha256(self.raw).hexdigest()


class Flow(iface.Resource):
    """A flow is published from its file; only its name and type are read back, as the provider does it."""

    def __init__(self, provider):
        self.org = provider.org

    @classmethod
    def get_name(cls):
        return "flow"

    @classmethod
    def get_schema(cls):
        text = types.String()
        return schema.Schema(
            version=1,
            attributes=[
                schema.Attribute("id", text, computed=True),
                schema.Attribute("filepath", text, required=True),
                schema.Attribute("name", text, optional=True, computed=True),
                schema.Attribute("type", text, optional=True, computed=True),
                schema.Attribute("file_content_hash", text, optional=True, computed=True),
                schema.Attribute("update_trigger_hash", text, optional=True),
                schema.Attribute("force_unlock", types.Bool(), optional=True),
                schema.Attribute("substitutions", types.Map(text), optional=True),
            ],
        )

    def plan(self, ctx, current, planned):
        """Where the configuration gives no hash, a changed file shows in the hash all the same."""
        if planned["file_content_hash"] == current["file_content_hash"] and Path(str(planned["filepath"])).exists():
            planned["file_content_hash"] = FlowFile(planned).digest
        return planned

    def create(self, ctx, planned):
        return self._publish(planned)

    def update(self, ctx, current, planned):
        """A file with another name makes another flow; the one of the old name stays in the org."""
        return self._publish(planned)

    def read(self, ctx, current):
        found = self.org.get("flows", current["id"])
        return found and {**current, "name": found["name"], "type": found["type"]}

    def delete(self, ctx, current):
        self.org.remove("flows", current["id"])

    def import_(self, ctx, id):
        found = self.org.get("flows", id)
        empty = {attribute.name: None for attribute in self.get_schema().attributes}
        return found and {**empty, "id": id, "name": found["name"], "type": found["type"]}

    def _publish(self, planned):
        file = FlowFile(planned)
        identity = {"name": file.name, "type": file.type}
        key = made_id("flow", file.type, file.name)
        self.org.put("flows", key, identity)
        stated = planned["file_content_hash"]
        return {**planned, **identity, "id": key, "file_content_hash": stated if isinstance(stated, str) else file.digest}
