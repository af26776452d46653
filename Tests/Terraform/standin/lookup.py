"""The data source genesyscloud_flow: a flow's id by its name and type."""

from tf import iface, schema, types


class FlowLookup(iface.DataSource):
    """Finds a flow of the org."""

    def __init__(self, provider):
        self.org = provider.org

    @classmethod
    def get_name(cls):
        return "flow"

    @classmethod
    def get_schema(cls):
        text = types.String()
        return schema.Schema(
            attributes=[
                schema.Attribute("id", text, computed=True),
                schema.Attribute("name", text, required=True),
                schema.Attribute("type", text, optional=True),
            ]
        )

    def read(self, ctx, config):
        key = self.org.find_flow(config["name"], config["type"])
        if key is None:
            ctx.diagnostics.add_error(f"The org has no flow named '{config['name']}'")
        return {**config, "id": key}
