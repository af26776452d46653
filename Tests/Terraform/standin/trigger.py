"""The resource genesyscloud_processautomation_trigger."""

from tf import blocks, iface, schema, types

from standin.org import made_id


class Trigger(iface.Resource):
    """A trigger; terraform reads all its settings from the org, so that it shows changes in the org as drift."""

    def __init__(self, provider):
        self.org = provider.org

    @classmethod
    def get_name(cls):
        return "processautomation_trigger"

    @classmethod
    def get_schema(cls):
        text, number = types.String(), types.Number()
        settings = schema.Block(attributes=[schema.Attribute("data_format", text, optional=True)])
        target = schema.Block(
            attributes=[schema.Attribute("id", text, required=True), schema.Attribute("type", text, required=True)],
            block_types=[blocks.SetNestedBlock("workflow_target_settings", settings)],
        )
        return schema.Schema(
            version=1,
            attributes=[
                schema.Attribute("id", text, computed=True),
                schema.Attribute("name", text, required=True),
                schema.Attribute("topic_name", text, required=True, requires_replace=True),
                schema.Attribute("enabled", types.Bool(), required=True),
                schema.Attribute("match_criteria", text, optional=True),
                schema.Attribute("event_ttl_seconds", number, optional=True),
                schema.Attribute("delay_by_seconds", number, optional=True),
                schema.Attribute("description", text, optional=True),
            ],
            block_types=[blocks.SetNestedBlock("target", target)],
        )

    def create(self, ctx, planned):
        return self._store({**planned, "id": made_id("trigger", planned["name"], planned["topic_name"])})

    def update(self, ctx, current, planned):
        return self._store({**planned, "id": current["id"]})

    def read(self, ctx, current):
        found = self.org.get("triggers", current["id"])
        return found and {**current, **found}

    def delete(self, ctx, current):
        self.org.remove("triggers", current["id"])

    def import_(self, ctx, id):
        found = self.org.get("triggers", id)
        return found and {**found, "id": id}

    def _store(self, state):
        self.org.put("triggers", state["id"], {key: value for key, value in state.items() if key != "id"})
        return state
