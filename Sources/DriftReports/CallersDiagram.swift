public import DriftCore

/// A drawing of who calls what, as a text for Graphviz or Mermaid.
public struct CallersDiagram: Sendable {
    private let graphs: [CallerGraph]
    private let flow: FlowKey?

    /// Makes a drawing.
    ///
    /// - Parameters:
    ///   - graphs: The callers of each environment.
    ///   - flow: The flow whose callers are drawn, or `nil` for all flows.
    public init(of graphs: [CallerGraph], flow: FlowKey? = nil) {
        self.graphs = graphs
        self.flow = flow
    }

    private struct Node: Hashable {
        var name: String
        var kind: String
    }

    /// The nodes and arrows of all environments, each once, in order.
    private var drawing: (nodes: [Node], arrows: [(from: Int, to: Int)]) {
        var nodes: [Node] = []
        var numbers: [Node: Int] = [:]
        func number(of node: Node) -> Int {
            if let known = numbers[node] { return known }
            numbers[node] = nodes.count
            nodes.append(node)
            return nodes.count - 1
        }
        var arrows: [(from: Int, to: Int)] = []
        var seen: Set<[Int]> = []
        if let flow { _ = number(of: Node(name: flow.description, kind: Caller.Kind.flow.rawValue)) }
        for graph in graphs {
            for call in graph.calls(to: flow) {
                let from = number(of: Self.node(of: call.caller))
                let to = number(of: Self.node(of: call.target))
                if seen.insert([from, to]).inserted { arrows.append((from, to)) }
            }
        }
        return (nodes, arrows)
    }

    private static func node(of caller: Caller) -> Node {
        Node(name: caller.label, kind: caller.kind.rawValue)
    }

    private static func node(of target: CallTarget) -> Node {
        switch target {
        case .flow(let key): Node(name: key.description, kind: Caller.Kind.flow.rawValue)
        case .action(let name): Node(name: name, kind: Caller.Kind.dataAction.rawValue)
        }
    }

    /// The drawing in the DOT language of Graphviz.
    public var dot: String {
        let (nodes, arrows) = drawing
        let boxes = nodes.enumerated().map { number, node in
            let shape = node.kind == Caller.Kind.flow.rawValue ? "box" : "ellipse"
            let label = "\(Self.quoted(node.name))\\n(\(node.kind))"
            return "  n\(number) [label=\"\(label)\", shape=\(shape)];\n"
        }
        let lines = arrows.map { "  n\($0.from) -> n\($0.to);\n" }
        return "digraph callers {\n  rankdir=LR;\n" + (boxes + lines).joined() + "}\n"
    }

    /// A text in double quotes of the DOT language, where only quotes and backslashes have a meaning.
    private static func quoted(_ text: String) -> String {
        Printable.text(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// The drawing as a Mermaid flowchart.
    public var mermaid: String {
        let (nodes, arrows) = drawing
        let boxes = nodes.enumerated().map { number, node in
            let text = "\(Self.escaped(node.name))<br/>\(node.kind)"
            return node.kind == Caller.Kind.flow.rawValue
                ? "  n\(number)[\"\(text)\"]\n" : "  n\(number)([\"\(text)\"])\n"
        }
        let lines = arrows.map { "  n\($0.from) --> n\($0.to)\n" }
        return "flowchart LR\n" + (boxes + lines).joined()
    }

    /// A text in double quotes of Mermaid, with the codes that its documentation gives for special characters.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in Printable.text(text) {
            switch character {
            case "\"": escaped += "#quot;"
            case "#": escaped += "#35;"
            case "<": escaped += "#lt;"
            case ">": escaped += "#gt;"
            case "&": escaped += "#amp;"
            case "`": escaped += "#96;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

extension Caller {
    /// The caller's name in a drawing; code and recordings are known by their place.
    var label: String {
        switch kind {
        case .code, .recording: place?.description ?? name
        case .contract, .trigger, .dataAction, .flow: name
        }
    }
}
