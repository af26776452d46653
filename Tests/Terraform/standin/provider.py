"""The provider itself: its name, resources and data sources."""

from tf import iface, schema, types

from standin.action import Action
from standin.flow import Flow
from standin.lookup import FlowLookup
from standin.org import Org
from standin.trigger import Trigger


class GenesysCloud(iface.Provider):
    """The test provider; it accepts the real provider's credentials and ignores them."""

    def __init__(self):
        self.org = Org()

    def full_name(self):
        return "registry.terraform.io/mypurecloud/genesyscloud"

    def get_model_prefix(self):
        return "genesyscloud_"

    def get_provider_schema(self, diags):
        text = types.String()
        return schema.Schema(
            attributes=[
                schema.Attribute("aws_region", text, optional=True),
                schema.Attribute("oauthclient_id", text, optional=True),
                schema.Attribute("oauthclient_secret", text, optional=True, sensitive=True),
                schema.Attribute("access_token", text, optional=True, sensitive=True),
            ]
        )

    def validate_config(self, diags, config):
        pass

    def configure_provider(self, diags, config):
        pass

    def get_resources(self):
        return [Flow, Trigger, Action]

    def get_data_sources(self):
        return [FlowLookup]
