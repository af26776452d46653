import StrictJSON
import TestSupport

@testable import DriftCore

/// Flows, triggers and indexes with evil names, the same for the same seed.
struct RandomFlows {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The next flow, without values that a snapshot can't contain.
    mutating func flow() -> Flow {
        Flow(
            key: key(),
            division: maybe { $0.name() },
            availability: [.unknown, .unpublished, .inactive].randomElement(using: &random) ?? .unknown,
            inputs: variables(),
            outputs: variables().map(\.declaration),
            triggers: (0..<Int.random(in: 0...3, using: &random)).map { _ in trigger() }
        )
    }

    /// The next trigger, with a target if it should be a stray one.
    mutating func trigger(withTarget: Bool = false) -> Trigger {
        let flowTarget = Trigger.Target.flow(key())
        let target: Trigger.Target? = Bool.random(using: &random) ? flowTarget : .id(FlowID(madeFor: key()))
        return Trigger(
            name: name(),
            topic: maybe { $0.name() },
            dataFormat: maybe { Trigger.DataFormat.allCases.randomElement(using: &$0.random) ?? .json },
            isEnabled: Bool.random(using: &random),
            match: (0..<Int.random(in: 0...3, using: &random)).map { _ in criterion() },
            eventTTLSeconds: maybe { Int.random(in: 10...900, using: &$0.random) },
            delayBySeconds: maybe { Int.random(in: 60...900, using: &$0.random) },
            target: withTarget ? maybe { _ in target } ?? nil : nil
        )
    }

    mutating func index() -> SnapshotIndex {
        var entries: [FlowKey: SnapshotIndex.Entry] = [:]
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            let key = key()
            let entry = FlowEntry(
                key: key,
                id: maybe { _ in FlowID(madeFor: key) },
                publishedVersion: maybe { $0.name() }
            )
            entries[key] = SnapshotIndex.Entry(
                entry: entry,
                file: Bool.random(using: &random) ? SnapshotPath(key).text : name(),
                digest: name(),
                triggers: TriggerIDs(events: names(), scheduled: names())
            )
        }
        let hasNoTriggers = Bool.random(using: &random)
        let files = (0..<2).reduce(into: [:]) { files, _ in
            files[[SnapshotIndex.triggersName, SnapshotIndex.topicsName].randomElement(using: &random) ?? ""] = name()
        }
        let listed = maybe { random in
            FlowEntry(key: random.key(), publishedVersion: random.name(), availability: .inactive)
        }
        var index = SnapshotIndex(
            flows: Array(entries.values),
            hasNoTriggers: hasNoTriggers,
            strayTriggers: hasNoTriggers ? TriggerIDs() : TriggerIDs(events: names(), scheduled: names()),
            files: files,
            listed: [listed].compactMap(\.self).filter { entries[$0.key] == nil },
            unread: (0..<Int.random(in: 0...2, using: &random)).map { _ in name() }
        )
        index.hasFolder = true
        return index
    }

    private mutating func names() -> [String: String] {
        (0..<Int.random(in: 0...3, using: &random)).reduce(into: [:]) { names, _ in names[name()] = name() }
    }

    mutating func json(depth: Int = 2) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2: return .number(String(Int(truncatingIfNeeded: random.next())))
        case 3: return .number(JSONValue.text(of: Double.random(in: -1e20...1e20, using: &random)))
        case 4, 5: return .string(name())
        case 6: return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in json(depth: depth - 1) })
        default:
            return .object(
                (0..<Int.random(in: 0...3, using: &random)).reduce(into: [:]) { members, _ in
                    members[name()] = json(depth: depth - 1)
                }
            )
        }
    }
}

extension RandomFlows {
    private mutating func name() -> String { EvilNames.name(using: &random) }

    private mutating func key() -> FlowKey {
        FlowKey(type: FlowType.known.randomElement(using: &random) ?? .workflow, name: name())
    }

    private mutating func maybe<Value>(_ value: (inout RandomFlows) -> Value) -> Value? {
        Bool.random(using: &random) ? value(&self) : nil
    }

    private mutating func variables() -> [Variable] {
        var variables: [String: Variable] = [:]
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            let name = name()
            let kind = DataType.Kind.known.randomElement(using: &random) ?? .string
            variables[name] = Variable(
                name: name,
                type: DataType(
                    Bool.random(using: &random) ? kind : .other("cpx_x"),
                    isCollection: Bool.random(using: &random)
                ),
                defaultText: maybe { Bool.random(using: &$0.random) ? $0.name() : "" },
                isSecure: Bool.random(using: &random),
                reads: maybe { $0.reads() }
            )
        }
        return Array(variables.values)
    }

    private mutating func reads() -> Reads {
        let extent = [Reads.Extent.read, .partly].randomElement(using: &random) ?? .read
        let paths = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
            MemberPath(
                (0..<Int.random(in: 1...3, using: &random)).map { _ in maybe { .member($0.name()) } ?? .element }
            )
        }
        return Bool.random(using: &random) ? Reads(.unread) : Reads(extent, paths: paths)
    }

    private mutating func criterion() -> Criterion {
        let operand: Criterion.Operand? =
            switch Int.random(in: 0..<3, using: &random) {
            case 0: nil
            case 1: json() == .null ? nil : .value(.string(name()))
            default: .values((0..<Int.random(in: 0...3, using: &random)).map { _ in json() })
            }
        return Criterion(jsonPath: name(), comparison: name(), operand: operand)
    }
}
