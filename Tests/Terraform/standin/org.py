"""The org: a JSON file in terraform's working directory. Tests edit it to simulate changes in Architect."""

import json
import os
import threading
import uuid
from pathlib import Path


def made_id(*parts):
    """An id that depends only on the parts, so that it is the same in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(parts)))


class Org:
    """Flows, triggers and data actions by id."""

    def __init__(self, path="org.json"):
        self.path = Path(path)
        # terraform applies several resources at once, each in a thread of this process.
        self.lock = threading.Lock()

    def get(self, kind, key):
        """The entity, or None where the org has none of that id."""
        with self.lock:
            return self._read().get(kind, {}).get(key)

    def put(self, kind, key, entity):
        """Stores an entity under its id."""
        with self.lock:
            content = self._read()
            content.setdefault(kind, {})[key] = entity
            self._write(content)

    def remove(self, kind, key):
        """Removes an entity; it may be gone already."""
        with self.lock:
            content = self._read()
            content.get(kind, {}).pop(key, None)
            self._write(content)

    def find_flow(self, name, kind):
        """The id of the flow of that name and type; None where there is none. Without a type, the first by id."""
        with self.lock:
            flows = self._read()["flows"]
        for key in sorted(flows):
            if flows[key]["name"] == name and kind in (None, "", flows[key]["type"].lower()):
                return key
        return None

    def _read(self):
        content = json.loads(self.path.read_text("utf-8")) if self.path.exists() else {}
        return {"flows": {}, "triggers": {}, **content}

    def _write(self, content):
        draft = self.path.with_suffix(".tmp")
        draft.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", "utf-8")
        os.replace(draft, self.path)
