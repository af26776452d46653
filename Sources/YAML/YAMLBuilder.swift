internal import CYAML

/// Builds a document's arrays of nodes and texts from libyaml's events.
struct YAMLBuilder {
    /// The nodes in the order of the text.
    private(set) var records: ContiguousArray<YAMLRecord> = []

    /// The texts of all scalars, one after another.
    private(set) var text: [UInt8] = []

    private let limits: YAMLLimits
    private var current = YAMLOpenCollection.document
    private var outer: ContiguousArray<YAMLOpenCollection> = []
    private var anchors = YAMLAnchors()
    private var keys = YAMLKeys()

    init(reading bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) throws(YAMLError) {
        let most = min(limits.bytes, 1 << 31)
        guard bytes.count <= most else {
            let problem = "the text has \(bytes.count) bytes, but the limit is \(most)"
            throw YAMLError(problem, at: Position(line: 1, column: 1))
        }
        self.limits = limits
        // In hand-written files, a node takes a dozen bytes or more. For denser texts, the array grows.
        records.reserveCapacity(min(bytes.count / 12, 1 << 16) + 4)
        text.reserveCapacity(min(bytes.count, 1 << 20))
        outer.reserveCapacity(16)
        try YAMLEvents.forEach(in: bytes) { (event) throws(YAMLError) in try take(event) }
    }

    private mutating func take(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: try addScalar(event)
        case YAML_MAPPING_START_EVENT:
            let start = event.pointee.data.mapping_start
            try openCollection(.mapping, tag: start.tag, anchor: start.anchor, event)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.pointee.data.sequence_start
            try openCollection(.sequence, tag: start.tag, anchor: start.anchor, event)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: try closeCollection(event)
        case YAML_ALIAS_EVENT: try addAlias(event)
        case YAML_DOCUMENT_START_EVENT where !records.isEmpty:
            throw YAMLError("a second document starts here; keep one document in a file", at: event.start)
        default: break
        }
    }

    private mutating func addScalar(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        let scalar = event.pointee.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let tag = YAMLTag(scalar.tag)
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        if let promise = tag.promise, CoreSchema.scalar(bytes, isPlain: isPlain, tag: tag) == nil {
            throw YAMLError(
                "this value does not fit the tag \(promise.tag), which requires \(promise.meaning)",
                at: event.start
            )
        }
        if let name = scalar.anchor { anchors.define(name, at: records.count) }
        add(.scalar, event, isPlain: isPlain, tag: tag, link: text.count, count: scalar.length)
        text.append(contentsOf: bytes)
    }

    private mutating func addAlias(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        let target = try anchors.target(of: event.pointee.data.alias.anchor, at: event.start)
        guard target.nodes <= limits.expandedNodes - anchors.expandedNodes else {
            throw YAMLError("aliases expand to more than \(limits.expandedNodes) nodes", at: event.start)
        }
        anchors.expandedNodes += target.nodes
        try checkDepth(outer.count + target.height, at: event.start)
        current.height = max(current.height, target.height)
        add(.alias, event, link: target.record, count: 0)
    }

    private mutating func openCollection(
        _ kind: YAMLRecord.Kind,
        tag: UnsafePointer<UInt8>?,
        anchor: UnsafePointer<UInt8>?,
        _ event: UnsafePointer<yaml_event_t>
    ) throws(YAMLError) {
        let tag = YAMLTag(tag)
        if let promise = tag.promise, tag != (kind == .mapping ? .mapping : .sequence) {
            throw YAMLError(
                "this value does not fit the tag \(promise.tag), which requires \(promise.meaning)",
                at: event.start
            )
        }
        let collection = YAMLOpenCollection(
            record: records.count,
            anchor: anchor.map { anchors.define($0, at: records.count, isOpen: true) },
            expandedBefore: anchors.expandedNodes
        )
        add(kind, event, tag: tag, link: 0, count: 0)
        outer.append(current)
        current = collection
        try checkDepth(outer.count, at: event.start)
    }

    private mutating func closeCollection(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        guard let parent = outer.popLast() else { return }
        let collection = current
        let index = collection.record
        let height = collection.height + 1
        current = parent
        current.height = max(parent.height, height)
        records[index].end = YAMLRecord.Mark(event.pointee.end_mark)
        records[index].link = UInt32(truncatingIfNeeded: records.count)
        records[index].count = collection.children
        if records[index].kind == .mapping {
            try text.withUnsafeBufferPointer { (text) throws(YAMLError) in
                try keys.check(mapping: index, records: records, text: text)
            }
        }
        if let anchor = collection.anchor {
            let nodes = records.count - index + anchors.expandedNodes - collection.expandedBefore
            anchors.close(anchor, nodes: nodes, height: height)
        }
    }

    private mutating func add(
        _ kind: YAMLRecord.Kind,
        _ event: UnsafePointer<yaml_event_t>,
        isPlain: Bool = false,
        tag: YAMLTag = .none,
        link: Int,
        count: Int
    ) {
        current.children &+= 1
        let record = YAMLRecord(
            kind: kind,
            isPlain: isPlain,
            tag: tag,
            link: UInt32(truncatingIfNeeded: link),
            count: UInt32(truncatingIfNeeded: count),
            start: YAMLRecord.Mark(event.pointee.start_mark),
            end: YAMLRecord.Mark(event.pointee.end_mark)
        )
        records.append(record)
    }

    private func checkDepth(_ depth: Int, at position: @autoclosure () -> Position) throws(YAMLError) {
        guard depth <= limits.depth else {
            throw YAMLError(
                "mappings and lists are nested more than \(limits.depth) levels deep, which is flowdrift's limit",
                at: position()
            )
        }
    }
}

extension UnsafePointer<yaml_event_t> {
    fileprivate var start: Position { Position(pointee.start_mark) }
}
