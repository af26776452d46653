/// The attributes of a `genesyscloud_flow`, a managed resource or a data source.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource and data source genesyscloud_flow.
struct TerraformFlowAttributes: Decodable {
    let id: TerraformAttribute<String>
    let name: TerraformAttribute<String>
    let type: TerraformAttribute<String>
    let filepath: TerraformAttribute<String>
    let substitutions: TerraformAttribute<[String: String?]>
    let fileContentHash: TerraformAttribute<String>

    private enum CodingKeys: String, CodingKey {
        case id, name, type, filepath, substitutions
        case fileContentHash = "file_content_hash"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        id = try members.attribute(.id)
        name = try members.attribute(.name)
        type = try members.attribute(.type)
        filepath = try members.attribute(.filepath)
        substitutions = try members.attribute(.substitutions)
        fileContentHash = try members.attribute(.fileContentHash)
    }
}

extension TerraformState<TerraformFlowAttributes> {
    var settings: FlowSettings {
        FlowSettings(
            id: id,
            name: name,
            type: type,
            filepath: filepath,
            substitutions: substitutions,
            fileContentHash: marks["file_content_hash"].text(of: attributes.fileContentHash)
        )
    }

    /// The flow's id, or `nil` if it isn't set.
    var id: PlannedValue<FlowID>? { marks["id"].flowID(of: attributes.id) }

    /// The flow's name, or `nil` if it isn't set.
    var name: PlannedValue<String>? { marks["name"].text(of: attributes.name) }

    /// The flow's type in lower case, or `nil` if it isn't set.
    var type: PlannedValue<FlowType>? {
        marks["type"].text(of: attributes.type)?.flatMap { text in
            FlowType(text).map { .known($0) } ?? .unknown(.unreadable("'\(text)', which is not a flow type"))
        }
    }

    private var filepath: PlannedValue<String>? {
        marks["filepath"].text(of: attributes.filepath)?.flatMap { path in
            Self.isElsewhere(path) ? .unknown(.elsewhere(Self.withoutSecrets(path))) : .known(path)
        }
    }

    private var substitutions: PlannedValue<[String: PlannedValue<String>]> {
        let marks = marks["substitutions"]
        return (marks.value(of: attributes.substitutions) ?? .known([:])).flatMap { values in
            var result: [String: PlannedValue<String>] = [:]
            for (key, value) in values {
                // The provider doesn't document what null means.
                result[key] = marks[key].value(of: value.map { .value($0) } ?? .unset) ?? .unknown(.unreadable("null"))
            }
            // Members with an unknown value are only in the mask.
            for key in marks.unknown.wholeMembers { result[key] = .unknown(.untilApply) }
            return .known(result)
        }
    }

    /// Whether the path is an address on another host, from which the provider would fetch the file.
    private static func isElsewhere(_ path: String) -> Bool {
        let start = path.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("s3://")
    }

    /// The address without its query, and without user name and password.
    private static func withoutSecrets(_ address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let slashes = path.firstRange(of: "://") else { return String(path) }
        let host = path[slashes.upperBound...].prefix { $0 != "/" }
        guard let at = host.lastIndex(of: "@") else { return String(path) }
        return String(path[..<slashes.upperBound] + path[path.index(after: at)...])
    }
}
