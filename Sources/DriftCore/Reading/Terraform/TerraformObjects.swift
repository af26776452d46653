/// The flows, triggers and looked-up flows of a state, in all modules.
struct TerraformObjects: Decodable {
    /// The objects; those of a module come before those of the modules that it calls.
    var elements: [Object] = []

    /// The data actions, in the same order.
    var actions: [PlannedDataAction] = []

    private enum CodingKeys: String, CodingKey {
        case values
        case rootModule = "root_module"
    }

    /// Decodes the objects from a state, or from a plan's `prior_state`; both have `values`.
    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        guard members.contains(.values), try !members.decodeNil(forKey: .values) else { return }
        let values = try members.nestedContainer(keyedBy: CodingKeys.self, forKey: .values)
        let root = try values.decodeIfPresent(Module.self, forKey: .rootModule)
        elements = root?.objects ?? []
        actions = root?.actions ?? []
    }

    struct Object {
        let identity: TerraformIdentity

        let entity: TerraformEntity
    }

    private struct Module: Decodable {
        var objects: [Object]
        var actions: [PlannedDataAction]

        private enum CodingKeys: String, CodingKey {
            case resources
            case children = "child_modules"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            objects = try members.decodeIfPresent(TerraformSelection<Object>.self, forKey: .resources)?.elements ?? []
            actions =
                try members.decodeIfPresent(TerraformSelection<PlannedDataAction>.self, forKey: .resources)?.elements
                ?? []
            for child in try members.decodeIfPresent([Module].self, forKey: .children) ?? [] {
                objects += child.objects
                actions += child.actions
            }
        }
    }
}

extension TerraformObjects.Object: TerraformSelectable {
    private enum CodingKeys: String, CodingKey {
        case values
        case sensitive = "sensitive_values"
    }

    init?(selectedFrom decoder: any Decoder) throws {
        guard let identity = try TerraformIdentity(selectedFrom: decoder) else { return nil }
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let marks = TerraformMarks(sensitive: try members.mask(.sensitive))
        guard let entity = try TerraformEntity(identity.kind, in: members, under: .values, marks: marks) else {
            throw TerraformProblem("The file has no values of \(identity.text)")
        }
        self.identity = identity
        self.entity = entity
    }
}

/// A data action of a state.
extension PlannedDataAction: TerraformSelectable {
    private enum CodingKeys: String, CodingKey {
        case address, mode, type, values
        case sensitive = "sensitive_values"
    }

    package init?(selectedFrom decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        guard try members.decodeIfPresent(String.self, forKey: .type) == Self.resourceType,
            try members.decodeIfPresent(String.self, forKey: .mode) == "managed",
            let values = try members.decodeIfPresent(TerraformActionAttributes.self, forKey: .values)
        else { return nil }
        let marks = TerraformMarks(sensitive: try members.mask(.sensitive))
        self = values.action(at: try members.decode(String.self, forKey: .address), marks)
    }
}
