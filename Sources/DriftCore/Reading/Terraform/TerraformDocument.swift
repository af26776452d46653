/// The parts of the output of `terraform show -json` that flowdrift reads.
///
/// Source: developer.hashicorp.com/terraform/internals/json-format. The state after the apply is in `resource_changes`;
/// for resources that the plan skips, it is in `prior_state`. `planned_values` is only used to check that
/// `resource_changes` is complete.
struct TerraformDocument: Decodable {
    let origin: TerraformPlan.Origin
    let changes: [TerraformChange]
    /// The data actions after the apply; in a plan, only those among its changes.
    let actions: [PlannedDataAction]
    let drift: [TerraformChange]
    let deferrals: [TerraformDeferral]
    let objects: [TerraformObjects.Object]
    let configuration: TerraformModule?
    let isComplete: Bool

    private enum CodingKeys: String, CodingKey {
        case complete, errored, configuration
        case formatVersion = "format_version"
        case plannedValues = "planned_values"
        case changes = "resource_changes"
        case drift = "resource_drift"
        case deferrals = "deferred_changes"
        case priorState = "prior_state"
    }

    private enum ConfigurationKeys: String, CodingKey {
        case rootModule = "root_module"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        try Self.checkFormat(members)
        let isPlan = [.plannedValues, .changes, .configuration].contains(where: members.contains)
        origin = isPlan ? .plan : .state
        let entries = try members.decodeIfPresent(TerraformSelection<TerraformEntry>.self, forKey: .changes)?.elements
        changes = (entries ?? []).compactMap { if case .change(let change) = $0 { change } else { nil } }
        let changed = (entries ?? []).compactMap { if case .action(let action) = $0 { action } else { nil } }
        drift = try members.decodeIfPresent(TerraformSelection.self, forKey: .drift)?.elements ?? []
        deferrals = try members.decodeIfPresent(TerraformSelection.self, forKey: .deferrals)?.elements ?? []
        let objects =
            isPlan
            ? try members.decodeIfPresent(TerraformObjects.self, forKey: .priorState)
            : try TerraformObjects(from: decoder)
        self.objects = objects?.elements ?? []
        actions = changed.isEmpty && !isPlan ? objects?.actions ?? [] : changed
        configuration =
            try !members.contains(.configuration)
            ? nil
            : members.nestedContainer(keyedBy: ConfigurationKeys.self, forKey: .configuration)
                .decodeIfPresent(TerraformModule.self, forKey: .rootModule)
        let isErrored = try members.decodeIfPresent(Bool.self, forKey: .errored) ?? false
        isComplete = try !isErrored && members.decodeIfPresent(Bool.self, forKey: .complete) ?? true
        if isPlan { try checkWhole(members, hasChanges: entries != nil) }
    }

    /// Rejects a plan that contains flows or triggers, but doesn't show what happens to them.
    private func checkWhole(_ members: KeyedDecodingContainer<CodingKeys>, hasChanges: Bool) throws {
        let planned = try members.decodeIfPresent(TerraformMentions.self, forKey: .plannedValues)?.addresses ?? []
        let known = Set(changes.map(\.identity.text) + objects.map(\.identity.text))
        if let address = planned.first(where: { !known.contains($0) }) {
            throw TerraformProblem(
                "The plan is incomplete: 'planned_values' has \(address), but 'resource_changes' does not",
                fix: TerraformProblem.remedy
            )
        }
        // A plan that only refreshes has a state, but no changes and no planned values.
        guard !hasChanges, !planned.isEmpty || objects.isEmpty || !members.contains(.plannedValues) else { return }
        let configured = try members.decodeIfPresent(TerraformMentions.self, forKey: .configuration)?.addresses ?? []
        guard let address = (planned + configured + objects.map(\.identity.text)).first else { return }
        throw TerraformProblem(
            "The plan has no 'resource_changes', so it does not show what happens to \(address)",
            fix: TerraformProblem.remedy
        )
    }

    /// Rejects a file whose format has an unknown major version.
    private static func checkFormat(_ members: KeyedDecodingContainer<CodingKeys>) throws {
        guard members.contains(.formatVersion) else {
            throw TerraformProblem(
                "The file is not a Terraform plan or state as JSON: it has no 'format_version'",
                fix: TerraformProblem.remedy
            )
        }
        let version = try members.decode(String.self, forKey: .formatVersion)
        // Terraform 0.12 to 1.0 wrote the formats 0.1 and 0.2, which lack some content of format 1.0.
        guard let major = Int(version.prefix { $0 != "." }), (0...1).contains(major) else {
            throw TerraformProblem(
                "The plan or state has the format version '\(version)', which flowdrift can't read",
                fix: "use format 0.x or 1.x, or a later version of flowdrift, which may read this format"
            )
        }
    }
}
