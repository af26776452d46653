/// The configuration of one module, as far as it tells which flow a trigger starts.
struct TerraformModule: Decodable, Sendable {
    /// The triggers, by name.
    let triggers: [String: Trigger]

    /// The expressions of the outputs, by name.
    let outputs: [String: TerraformExpression]

    /// The modules that are called, by the calls' names.
    let calls: [String: Call]

    private enum CodingKeys: String, CodingKey {
        case resources, outputs
        case calls = "module_calls"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let resources = try members.decodeIfPresent(TerraformSelection<Trigger>.self, forKey: .resources)
        let named = (resources?.elements ?? []).map { ($0.name, $0) }
        triggers = Dictionary(named) { first, _ in first }
        outputs = try members.decodeIfPresent([String: Output].self, forKey: .outputs)?.mapValues(\.expression) ?? [:]
        calls = try members.decodeIfPresent([String: Call].self, forKey: .calls) ?? [:]
    }

    /// A trigger, or all instances of it.
    struct Trigger: Sendable {
        /// The resource's name.
        let name: String

        /// What the target's id is made of; nil where the plan does not show it, as in a dynamic block.
        let target: TerraformExpression?

        /// What the instances are made of; nil where there is no `for_each`.
        let forEach: TerraformExpression?
    }

    /// A call of a module.
    struct Call: Decodable, Sendable {
        /// What the module's variables are made of; a variable with its default has none.
        let variables: [String: TerraformExpression]

        /// What the instances are made of; nil where there is no `for_each`.
        let forEach: TerraformExpression?

        /// The module that is called.
        let module: TerraformModule

        private enum CodingKeys: String, CodingKey {
            case module
            case variables = "expressions"
            case forEach = "for_each_expression"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            variables = try members.decodeIfPresent([String: TerraformExpression].self, forKey: .variables) ?? [:]
            forEach = try members.decodeIfPresent(TerraformExpression.self, forKey: .forEach)
            module = try members.decode(TerraformModule.self, forKey: .module)
        }
    }

    private struct Output: Decodable {
        let expression: TerraformExpression

        private enum CodingKeys: String, CodingKey {
            case expression
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            expression = try members.decodeIfPresent(TerraformExpression.self, forKey: .expression) ?? .constant
        }
    }
}

extension TerraformModule.Trigger: TerraformSelectable {
    private enum CodingKeys: String, CodingKey {
        case mode, type, name, expressions
        case forEach = "for_each_expression"
    }

    init?(selectedFrom decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let type = try members.decodeIfPresent(String.self, forKey: .type)
        guard TerraformKind(type: type, mode: try members.decodeIfPresent(String.self, forKey: .mode)) == .trigger
        else {
            return nil
        }
        name = try members.decode(String.self, forKey: .name)
        target = try members.decodeIfPresent(Expressions.self, forKey: .expressions)?.target?.first?.id
        forEach = try members.decodeIfPresent(TerraformExpression.self, forKey: .forEach)
    }

    private struct Expressions: Decodable {
        var target: [Target]?

        struct Target: Decodable {
            var id: TerraformExpression?
        }
    }
}
