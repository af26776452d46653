/// The steps of a path, taken off one after the other.
package struct TerraformSteps {
    private var rest: ArraySlice<TerraformTraversal.Step>

    package init(_ traversal: TerraformTraversal) {
        rest = traversal.steps[...]
    }

    /// Whether no step is left.
    package var isAtEnd: Bool { rest.isEmpty }

    /// Whether the next step is that name.
    package func isNext(_ name: String) -> Bool {
        guard case .name(let next)? = rest.first else { return false }
        return next == name
    }

    /// The next step if it is a name, which is then taken off.
    package mutating func name() -> String? {
        guard case .name(let name)? = rest.first else { return nil }
        rest.removeFirst()
        return String(name)
    }

    /// The next step if it is a key, which is then taken off.
    package mutating func key() -> String? {
        guard case .key(let key)? = rest.first else { return nil }
        rest.removeFirst()
        return String(key)
    }

    /// The key that the next step chooses an element by: that of `["eu"]`, or of `.eu`, which means the same.
    package var chosenKey: String? {
        switch rest.first {
        case .key(let key)?: String(key)
        case .name(let name)?: "\"\(name)\""
        case nil: nil
        }
    }
}
