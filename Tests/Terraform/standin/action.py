"""The resource genesyscloud_integration_action."""

from tf import blocks, iface, schema, types

from standin.org import made_id


class Action(iface.Resource):
    """A data action. If its contract changes, terraform replaces it, as the real provider documents.

    The real provider has a list of requests. This provider has a set, which is the same in a plan's JSON.
    """

    def __init__(self, provider):
        self.org = provider.org

    @classmethod
    def get_name(cls):
        return "integration_action"

    @classmethod
    def get_schema(cls):
        text = types.String()
        request = schema.Block(
            attributes=[
                schema.Attribute("request_url_template", text, required=True),
                schema.Attribute("request_type", text, required=True),
                schema.Attribute("request_template", text, optional=True),
                schema.Attribute("headers", types.Map(text), optional=True),
            ]
        )
        return schema.Schema(
            version=1,
            attributes=[
                schema.Attribute("id", text, computed=True),
                schema.Attribute("name", text, required=True),
                schema.Attribute("category", text, required=True),
                schema.Attribute("contract_input", text, required=True, requires_replace=True),
            ],
            block_types=[blocks.SetNestedBlock("config_request", request)],
        )

    def create(self, ctx, planned):
        return self._store({**planned, "id": made_id("action", planned["name"])})

    def update(self, ctx, current, planned):
        return self._store({**planned, "id": current["id"]})

    def read(self, ctx, current):
        found = self.org.get("actions", current["id"])
        return found and {**current, **found}

    def delete(self, ctx, current):
        self.org.remove("actions", current["id"])

    def import_(self, ctx, id):
        found = self.org.get("actions", id)
        return found and {**found, "id": id}

    def _store(self, state):
        self.org.put("actions", state["id"], {key: value for key, value in state.items() if key != "id"})
        return state
