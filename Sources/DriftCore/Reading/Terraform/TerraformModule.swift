/// The parts of a module's configuration that show which flows its triggers start.
struct TerraformModule: Decodable, Sendable {
    let triggers: [String: Trigger]

    /// The expressions of the outputs, by name.
    let outputs: [String: TerraformExpression]

    /// The called modules, by the calls' names.
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

    /// A trigger, with all its instances.
    struct Trigger: Sendable {
        let name: String

        /// The expression of the target's id, or `nil` if the plan doesn't show it, as in a dynamic block.
        let target: TerraformExpression?

        /// The expression of `for_each`, or `nil` if there is none.
        let forEach: TerraformExpression?
    }

    struct Call: Decodable, Sendable {
        /// The expressions for the module's variables; a variable that keeps its default has no expression.
        let variables: [String: TerraformExpression]

        /// The expression of `for_each`, or `nil` if there is none.
        let forEach: TerraformExpression?

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
