/// The anchors of a document, and the nodes that its aliases refer to.
struct YAMLAnchors {
    struct Target {
        let record: Int

        /// The number of nodes that an alias of the target expands to.
        fileprivate(set) var nodes = 1

        /// The number of levels of collections in the target, including the target itself.
        fileprivate(set) var height = 0

        /// Whether the target's end hasn't been read yet.
        fileprivate(set) var isOpen: Bool
    }

    /// The number of nodes that all aliases read so far expand to.
    var expandedNodes = 0

    private var targets: [Target] = []
    private var names: [String: Int] = [:]

    /// Records a node's anchor and returns its number; an earlier node may have had an anchor of the same name.
    @discardableResult
    mutating func define(_ name: UnsafePointer<UInt8>, at record: Int, isOpen: Bool = false) -> Int {
        targets.append(Target(record: record, isOpen: isOpen))
        names[String(cString: name)] = targets.count - 1
        return targets.count - 1
    }

    /// Records the size of a collection with an anchor.
    mutating func close(_ anchor: Int, nodes: Int, height: Int) {
        targets[anchor].nodes = nodes
        targets[anchor].height = height
        targets[anchor].isOpen = false
    }

    /// The node that an alias refers to.
    func target(of name: UnsafePointer<UInt8>, at position: Position) throws(YAMLError) -> Target {
        let name = String(cString: name)
        guard let anchor = names[name] else {
            throw YAMLError("this alias has no anchor '&\(name)' before it", at: position)
        }
        guard !targets[anchor].isOpen else {
            throw YAMLError("the alias '*\(name)' is inside the node that it names", at: position)
        }
        return targets[anchor]
    }
}
