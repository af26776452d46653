/// A reference in an expression of a configuration, as a plan shows it.
enum TerraformReference: Hashable {
    /// A variable of the module, with the key that chooses one of its elements.
    case variable(String, chosen: String?)
    /// An output of a called module, or all outputs of the module if none is named.
    case output(of: String, key: String?, name: String?, chosen: String?)
    /// An instance of a managed flow, or all instances of the flow if there is no key.
    case flow(name: String, key: String?, attribute: String?)
    case lookup(name: String, key: String?)
    /// `each.key` or `count.index`: the key of the instance that has the expression.
    case ownKey
    /// `each.value`: the value of `for_each` for that key.
    case ownValue
    /// A value that is always known when the plan is made.
    case settled
    /// A value that a plan doesn't show.
    case opaque(String)

    /// Reads one reference as a plan writes it.
    init(_ text: String) {
        guard let traversal = TerraformTraversal(text) else {
            self = .opaque(text)
            return
        }
        var steps = TerraformSteps(traversal)
        let root = steps.name() ?? ""
        self = Self.read(root, &steps) ?? .opaque(text)
    }

    private static func read(_ root: String, _ steps: inout TerraformSteps) -> TerraformReference? {
        switch root {
        case "var": return steps.name().map { .variable($0, chosen: steps.chosenKey) }
        case "module": return output(&steps)
        case "each": return steps.isNext("key") ? .ownKey : .ownValue
        case "count": return .ownKey
        case "path", "terraform": return .settled
        case "data":
            guard steps.name() == TerraformKind.flowType, let name = steps.name() else { return nil }
            return .lookup(name: name, key: steps.key())
        case TerraformKind.flowType:
            guard let name = steps.name() else { return nil }
            let key = steps.key()
            return .flow(name: name, key: key, attribute: steps.name())
        default: return nil
        }
    }

    private static func output(_ steps: inout TerraformSteps) -> TerraformReference? {
        guard let module = steps.name() else { return nil }
        let key = steps.key()
        let name = steps.name()
        return .output(of: module, key: key, name: name, chosen: steps.chosenKey)
    }
}

extension TerraformReference {
    /// The references of an expression, each once.
    ///
    /// Terraform writes a reference, then all prefixes of it, and then the next reference: `a.b.c`, `a.b`, `a`, `d.e`,
    /// `d`.
    static func all(in texts: [String]) -> [TerraformReference] {
        var result: [TerraformReference] = []
        var known: Set<TerraformReference> = []
        var last: String?
        for text in texts {
            if let previous = last, isBeginning(text, of: previous) {
                last = text
                continue
            }
            last = text
            let reference = TerraformReference(text)
            if known.insert(reference).inserted { result.append(reference) }
        }
        return result
    }

    private static func isBeginning(_ text: String, of longer: String) -> Bool {
        guard longer.utf8.count > text.utf8.count, longer.utf8.starts(with: text.utf8) else { return false }
        let next = longer.utf8.dropFirst(text.utf8.count).first
        return next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
    }
}
