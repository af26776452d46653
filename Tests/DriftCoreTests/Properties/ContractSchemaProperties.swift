import Foundation
import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// A contract's schema says exactly what the contract says about its inputs.
struct ContractSchemaProperties {
    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func readsBackTheInputsOfARandomContract(_ seed: UInt64) throws {
        var random = RandomLaunch(seed: seed)
        let contract = random.contract()
        let schema = ContractSchema(of: contract, file: contract.file)
        let text = schema.jsonSchema()
        let declared = try LaunchSchemaReader().inputs(Array(text.utf8), file: "s.json", pointer: "", scoped: true)
        let inputs = contract.launch?.inputs ?? []
        #expect(declared.inputs.map(\.line) == inputs.map(\.line), "\(text)")
        for (input, read) in zip(inputs, declared.inputs) {
            for path in random.paths {
                let presence = input.payload?.presence(of: path) ?? .open
                #expect(
                    (read.payload?.presence(of: path) ?? .open) == presence,
                    "\(path) of \(input.name.value) in \(text)"
                )
            }
        }
        #expect(ContractSchema(of: contract, file: contract.file).jsonSchema() == text)
        #expect(schema.typeScript().utf8.allSatisfy { $0 != 0x0D })
    }

    @Test func makesContractsOfEveryKind() {
        var types: Set<DataType> = []
        var (withSchemas, optional) = (0, 0)
        for seed in 0..<1_000 as Range<UInt64> {
            var random = RandomLaunch(seed: seed)
            for input in random.contract().launch?.inputs ?? [] {
                types.insert(input.type.value)
                withSchemas += input.payload == nil ? 0 : 1
                optional += input.sent == .sometimes ? 1 : 0
            }
        }
        #expect(types.count == 2 * (DataType.Kind.known.count + 1))
        #expect(withSchemas > 200)
        #expect(optional > 1_000)
    }
}

/// A contract with random inputs, the same for the same seed.
struct RandomLaunch {
    private var random: SplitMix64

    /// Paths that random schemas may have, and some that none has.
    let paths: [MemberPath] = ["a", "b", "a.b", "a.c", "a[].b", "[].a", "[]", "b.a.c", "c.c.c", "z", "a.z"]
        .compactMap { MemberPath($0) }

    private static let words = [
        "callerNumber", "priority", "größe", "日本", "a\"b", "a\\b", "a/b", "a~b", "x y", "*/", "\u{2028}", "\u{202E}x",
        "'",
        "$ref", "type", "emoji\u{1F600}", "tab\tin", "line\nbreak", "`", "${x}", "",
    ]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    private mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func isSo(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < one }

    mutating func contract() -> Contract {
        var contract = Contract(
            name: one(of: Self.words) + "-" + one(of: Self.words),
            owner: isSo(1, in: 2) ? one(of: Self.words) : nil,
            file: "specs/\(one(of: Self.words)).yaml",
            position: Position(line: 1, column: 1),
            flow: FlowTemplate(
                type: .workflow,
                name: one(of: Self.words),
                position: Position(line: 1, column: 1),
                end: Position(line: 1, column: 1)
            ),
            environments: nil,
            launch: Contract.Launch(via: .flowExecution, placeOfVia: nil, inputs: [], outputs: []),
            triggers: []
        )
        var taken: Set<String> = []
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let name = one(of: ["Flow.", "Common.", "Slot.", "flow."]) + one(of: Self.words)
            guard taken.insert(name.lowercased()).inserted else { continue }
            contract.launch?.inputs.append(input(name))
        }
        return contract
    }

    private mutating func input(_ name: String) -> Contract.Input {
        let place = Position(line: 1, column: 1)
        let kind = one(of: DataType.Kind.known + [.json, .other("cpx_abc")])
        let type = DataType(kind, isCollection: isSo(1, in: 3))
        var input = Contract.Input(
            name: Written(name, from: place, to: place),
            type: Written(type, from: place, to: place),
            sent: isSo(1, in: 2) ? .always : .sometimes
        )
        if type == DataType(.json), isSo(3, in: 4) { input.payload = payload() }
        return input
    }

    /// A schema with references between its parts, in which some lead back.
    private mutating func payload() -> PayloadSchema {
        var members: [String: JSONValue] = [:]
        for name in ["A", "B", "C/D"] { members[name] = schema(2) }
        guard case .object(var root) = schema(3) else { return PayloadSchema(.boolean(true)) }
        root["$defs"] = .object(members)
        return PayloadSchema(.object(root))
    }

    private mutating func schema(_ depth: Int) -> JSONValue {
        let reference = JSONValue.object(["$ref": .string(one(of: ["#", "#/$defs/A", "#/$defs/B", "#/$defs/C~1D"]))])
        guard depth > 0 else { return one(of: [reference, .object([:]), .object(["type": .string("string")])]) }
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            guard case .object(var keywords) = reference else { return reference }
            if isSo(1, in: 2) { keywords["properties"] = properties(depth) }
            return .object(keywords)
        case 1: return .object(["allOf": .array([schema(depth - 1), schema(depth - 1)])])
        case 2: return .object(["anyOf": .array([schema(depth - 1), .object(["type": .string("null")])])])
        case 3: return .object(["type": .string("array"), "items": schema(depth - 1)])
        case 4: return .object(["prefixItems": .array([schema(depth - 1)]), "items": .boolean(false)])
        default:
            var keywords: [String: JSONValue] = ["type": .string("object"), "properties": properties(depth)]
            if isSo(1, in: 3) { keywords["additionalProperties"] = .boolean(isSo(1, in: 2)) }
            if isSo(1, in: 2) { keywords["required"] = .array([.string("a")]) }
            return .object(keywords)
        }
    }

    private mutating func properties(_ depth: Int) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for name in ["a", "b", "c"] where isSo(2, in: 3) { properties[name] = schema(depth - 1) }
        return .object(properties)
    }
}
