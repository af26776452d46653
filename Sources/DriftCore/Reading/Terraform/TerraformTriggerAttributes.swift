/// The attributes of a `genesyscloud_processautomation_trigger`.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_processautomation_trigger.
struct TerraformTriggerAttributes: Decodable {
    let name: TerraformAttribute<String>
    let topicName: TerraformAttribute<String>
    let enabled: TerraformAttribute<Bool>
    let matchCriteria: TerraformAttribute<String>
    let eventTTLSeconds: TerraformAttribute<Int>
    let delayBySeconds: TerraformAttribute<Int>
    let target: TerraformAttribute<[Target]>

    private enum CodingKeys: String, CodingKey {
        case name, enabled, target
        case topicName = "topic_name"
        case matchCriteria = "match_criteria"
        case eventTTLSeconds = "event_ttl_seconds"
        case delayBySeconds = "delay_by_seconds"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        name = try members.attribute(.name)
        topicName = try members.attribute(.topicName)
        enabled = try members.attribute(.enabled)
        matchCriteria = try members.attribute(.matchCriteria)
        eventTTLSeconds = try members.attribute(.eventTTLSeconds)
        delayBySeconds = try members.attribute(.delayBySeconds)
        target = try members.attribute(.target)
    }

    /// The block `target`; a trigger has exactly one.
    struct Target: Decodable, Hashable, Sendable {
        let id: TerraformAttribute<String>
        let settings: TerraformAttribute<[Settings]>

        private enum CodingKeys: String, CodingKey {
            case id
            case settings = "workflow_target_settings"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            id = try members.attribute(.id)
            settings = try members.attribute(.settings)
        }
    }

    /// The block `workflow_target_settings`; a target has at most one.
    struct Settings: Decodable, Hashable, Sendable {
        let dataFormat: TerraformAttribute<String>

        private enum CodingKeys: String, CodingKey {
            case dataFormat = "data_format"
        }

        init(from decoder: any Decoder) throws {
            dataFormat = try decoder.container(keyedBy: CodingKeys.self).attribute(.dataFormat)
        }
    }
}
