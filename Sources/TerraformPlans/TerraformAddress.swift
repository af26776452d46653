/// The address of a resource's instance: `module.orders["eu"].genesyscloud_flow.status[0]`.
package struct TerraformAddress: Hashable {
    /// The instance of the resource's module; empty for the root module.
    package var module: ModulePath

    package var isData: Bool

    package var type: String

    package var name: String

    /// The instance's key with its quotes, such as `0` or `"eu"`, or `nil` if there is only one instance.
    package var key: String?

    /// An instance of a module, as the calls that lead from the root module to it.
    package struct ModulePath: Hashable {
        package var calls: [Call]

        /// Makes the path through the given calls; without calls, it's the root module.
        package init(calls: [Call] = []) {
            self.calls = calls
        }

        package struct Call: Hashable {
            package var name: String
            /// The instance's key with its quotes, or `nil` if there is only one instance.
            package var key: String?
        }

        package func appending(_ name: String, key: String?) -> ModulePath {
            ModulePath(calls: calls + [Call(name: name, key: key)])
        }
    }

    /// Reads an address as Terraform writes it, or returns `nil` if the text isn't one.
    package init?(_ text: String) {
        guard let traversal = TerraformTraversal(text) else { return nil }
        var steps = TerraformSteps(traversal)
        module = ModulePath()
        while steps.isNext("module") {
            _ = steps.name()
            guard let name = steps.name() else { return nil }
            module = module.appending(name, key: steps.key())
        }
        isData = steps.isNext("data")
        if isData { _ = steps.name() }
        guard let type = steps.name(), let name = steps.name() else { return nil }
        self.type = type
        self.name = name
        key = steps.key()
        guard steps.isAtEnd else { return nil }
    }
}
