/// Where a resource's instance stands: `module.orders["eu"].genesyscloud_flow.status[0]`.
package struct TerraformAddress: Hashable {
    /// The module's instance that it stands in; the root for none.
    package var module: ModulePath

    /// Whether it is a data source.
    package var isData: Bool

    /// The resource's type.
    package var type: String

    /// The resource's name.
    package var name: String

    /// The instance's key with its quotes, such as `0` or `"eu"`; nil where there is only one instance.
    package var key: String?

    /// An instance of a module: the calls that lead to it from the root.
    package struct ModulePath: Hashable {
        /// The calls, from the root down.
        package var calls: [Call]

        /// The path through some calls; the root without any.
        package init(calls: [Call] = []) {
            self.calls = calls
        }

        /// One call of a module, with the key of its instance.
        package struct Call: Hashable {
            /// The call's name.
            package var name: String
            /// The instance's key with its quotes; nil where there is only one instance.
            package var key: String?
        }

        /// The path to an instance of a module that is called here.
        package func appending(_ name: String, key: String?) -> ModulePath {
            ModulePath(calls: calls + [Call(name: name, key: key)])
        }
    }

    /// Reads an address as Terraform writes it; nil for what is none.
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
