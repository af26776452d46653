import YAML

extension Written {
    init(_ value: Value, at node: YAMLNode) {
        self.init(value, from: node.position, to: node.end)
    }
}
