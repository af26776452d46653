/// The anchors of a document, and the nodes that its aliases stand for.
struct YAMLAnchors {
    struct Target {
        let record: Int

        /// How many nodes an alias of the target stands for.
        fileprivate(set) var nodes = 1

        /// How many levels of collections the target contains, itself included.
        fileprivate(set) var height = 0

        /// Whether the target's end hasn't been read yet.
        fileprivate(set) var isOpen: Bool
    }

    /// How many nodes all aliases read so far stand for.
    var expandedNodes = 0

    private var targets: [Target] = []
    private var names: [String: Int] = [:]

    /// Gives a node an anchor and returns the anchor's number; the name may have belonged to an earlier node.
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

    /// The node that an alias stands for.
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
