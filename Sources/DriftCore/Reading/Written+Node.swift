import YAML

extension Written {
    /// Makes a value that is what a node holds.
    init(_ value: Value, at node: YAMLNode) {
        self.init(value, from: node.position, to: node.end)
    }
}
