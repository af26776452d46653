import StrictJSON
import TerraformPlans

/// The attributes of a `genesyscloud_integration_action` that describe the launches it makes.
struct TerraformActionAttributes: Decodable {
    private struct Request: Decodable, Hashable, Sendable {
        let url: TerraformAttribute<String>
        let type: TerraformAttribute<String>
        let template: TerraformAttribute<String>
        let headers: TerraformAttribute<[String: String?]>

        private enum CodingKeys: String, CodingKey {
            case headers
            case url = "request_url_template"
            case type = "request_type"
            case template = "request_template"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            url = try members.attribute(.url)
            type = try members.attribute(.type)
            template = try members.attribute(.template)
            headers = try members.attribute(.headers)
        }
    }

    private let name: TerraformAttribute<String>
    private let request: TerraformAttribute<[Request]>
    private let inputSchema: TerraformAttribute<String>

    private enum CodingKeys: String, CodingKey {
        case name
        case request = "config_request"
        case inputSchema = "contract_input"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        name = try members.attribute(.name)
        request = try members.attribute(.request)
        inputSchema = try members.attribute(.inputSchema)
    }

    /// The action after the apply; a value that is secret, or unknown until then, is left unknown.
    func action(at address: String, _ marks: TerraformMarks) -> PlannedDataAction {
        var action = PlannedDataAction(address: address, headerValues: [:])
        action.name = marks["name"].text(of: name)?.value
        switch marks["config_request"].value(of: request) {
        case .known(let requests)?:
            guard let first = requests.first else { break }
            let marks = marks["config_request"].first
            action.urlTemplate = marks["request_url_template"].text(of: first.url)
            action.requestTemplate = marks["request_template"].text(of: first.template)
            action.requestType = marks["request_type"].text(of: first.type)?.value
            for (name, value) in marks["headers"].value(of: first.headers)?.value ?? [:] {
                action.headerValues[name] = value
            }
        case .unknown(let reason)?: (action.urlTemplate, action.requestTemplate) = (.unknown(reason), .unknown(reason))
        case nil: break
        }
        let schema = marks["contract_input"].text(of: inputSchema)?.value
        // A schema that isn't JSON would make the whole exported text invalid.
        action.inputSchema = schema.flatMap { text in
            JSONDocument(reading: Array(text.utf8), JSONReading()).isSound ? text : nil
        }
        return action
    }
}
