/// The flows, triggers and looked-up flows of a state, in all modules.
struct TerraformObjects: Decodable {
    /// The objects, a module's own before those of the modules that it calls.
    var elements: [Object] = []

    private enum CodingKeys: String, CodingKey {
        case values
        case rootModule = "root_module"
    }

    /// Decodes them from an object with `values`: a state, or a plan's `prior_state`.
    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        guard members.contains(.values), try !members.decodeNil(forKey: .values) else { return }
        let values = try members.nestedContainer(keyedBy: CodingKeys.self, forKey: .values)
        elements = try values.decodeIfPresent(Module.self, forKey: .rootModule)?.objects ?? []
    }

    struct Object {
        let identity: TerraformIdentity

        let entity: TerraformEntity
    }

    private struct Module: Decodable {
        var objects: [Object]

        private enum CodingKeys: String, CodingKey {
            case resources
            case children = "child_modules"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            objects = try members.decodeIfPresent(TerraformSelection<Object>.self, forKey: .resources)?.elements ?? []
            for child in try members.decodeIfPresent([Module].self, forKey: .children) ?? [] {
                objects += child.objects
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
            throw TerraformProblem("\(identity.text) has no values")
        }
        self.identity = identity
        self.entity = entity
    }
}
