/// The anchors of a document, and what its aliases amount to.
struct YAMLAnchors {
    /// What an anchor names.
    struct Target {
        /// The record of the node.
        let record: Int

        /// How many nodes an alias of it stands for.
        fileprivate(set) var nodes = 1

        /// How many levels of collections it holds, itself included.
        fileprivate(set) var height = 0

        /// Whether the node's end has not been read.
        fileprivate(set) var isOpen: Bool
    }

    /// How many nodes all aliases so far stand for.
    var expandedNodes = 0

    private var targets: [Target] = []
    private var names: [String: Int] = [:]

    /// Names a node and returns the anchor's number; the name may have named another node before.
    @discardableResult
    mutating func define(_ name: UnsafePointer<UInt8>, at record: Int, isOpen: Bool = false) -> Int {
        targets.append(Target(record: record, isOpen: isOpen))
        names[String(cString: name)] = targets.count - 1
        return targets.count - 1
    }

    /// Says how large a collection with an anchor turned out to be.
    mutating func close(_ anchor: Int, nodes: Int, height: Int) {
        targets[anchor].nodes = nodes
        targets[anchor].height = height
        targets[anchor].isOpen = false
    }

    /// What an alias stands for.
    func target(of name: UnsafePointer<UInt8>, at position: Position) throws(YAMLError) -> Target {
        let name = String(cString: name)
        guard let anchor = names[name] else {
            throw YAMLError("no anchor '&\(name)' stands before this alias", at: position)
        }
        guard !targets[anchor].isOpen else {
            throw YAMLError("the alias '*\(name)' stands inside the node that it names", at: position)
        }
        return targets[anchor]
    }
}
