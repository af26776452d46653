/// The steps of a path, which a reader removes one by one.
package struct TerraformSteps {
    private var rest: ArraySlice<TerraformTraversal.Step>

    package init(_ traversal: TerraformTraversal) {
        rest = traversal.steps[...]
    }

    package var isAtEnd: Bool { rest.isEmpty }

    package func isNext(_ name: String) -> Bool {
        guard case .name(let next)? = rest.first else { return false }
        return next == name
    }

    /// Removes the next step and returns it, if it's a name.
    package mutating func name() -> String? {
        guard case .name(let name)? = rest.first else { return nil }
        rest.removeFirst()
        return String(name)
    }

    /// Removes the next step and returns it, if it's a key.
    package mutating func key() -> String? {
        guard case .key(let key)? = rest.first else { return nil }
        rest.removeFirst()
        return String(key)
    }

    /// The key with which the next step chooses an element: `["eu"]` and `.eu` both choose by the key `"eu"`.
    package var chosenKey: String? {
        switch rest.first {
        case .key(let key)?: String(key)
        case .name(let name)?: "\"\(name)\""
        case nil: nil
        }
    }
}
