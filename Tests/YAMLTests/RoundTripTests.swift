import Testing
import YAML

/// A written value is the same when it's read again.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<100)
    func readsBackWhatItWrites(seed: UInt64) throws {
        var values = RandomValues(seed: seed)
        for _ in 0..<40 {
            let value = values.next(depth: 4)
            let text = YAMLWriter(header: values.comment()).text(of: value)
            let root = try #require(try YAMLDocument(parsing: text).root, "\(text)")
            #expect(Array(root.spelled.utf8) == Array(value.spelled.utf8), "\(text)")
            #expect(YAMLWriter().text(of: value) == YAMLWriter().text(of: value))
        }
    }

    @Test(arguments: RandomValues.evilStrings)
    func readsBackAnEvilStringAnywhere(string: String) throws {
        for outer in [YAMLStyle.block, .flow] {
            for inner in [YAMLStyle.block, .flow] {
                let entry = YAMLEntry(string, .sequence([.string(string), .mapping([.init(string, 1)], inner)], inner))
                let value: YAMLValue = .mapping([entry], outer)
                let root = try #require(try YAMLDocument(parsing: YAMLWriter().text(of: value)).root)
                #expect(Array(root.spelled.utf8) == Array(value.spelled.utf8))
            }
        }
    }
}

extension YAMLValue {
    /// The value without its styles and comments, in a form that can be compared byte by byte.
    var spelled: String {
        switch self {
        case .scalar(let scalar): String(reflecting: scalar)
        case .sequence(let items, _): "[\(items.map(\.spelled).joined(separator: ","))]"
        case .mapping(let entries, _): "{\(entries.map { "\($0.key.debugDescription)=\($0.value.spelled)" })}"
        }
    }
}

extension YAMLNode {
    /// The node in the same form as a value.
    var spelled: String {
        switch kind {
        case .scalar: scalar.map { String(reflecting: $0) } ?? ""
        case .sequence: "[\(elements.map(\.spelled).joined(separator: ","))]"
        case .mapping: "{\(entries.map { "\($0.key.text.debugDescription)=\($0.value.spelled)" })}"
        }
    }
}
