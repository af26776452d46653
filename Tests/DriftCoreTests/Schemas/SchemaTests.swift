import DriftCore
import Foundation
import StrictJSON
import TestSupport
import Testing

/// The schemas under docs/schemas/ accept what the readers accept, and nothing else.
struct SchemaTests {
    @Test(arguments: SchemaSample.contracts)
    func agreesWithTheReaderOfContracts(_ sample: SchemaSample) throws {
        let problems = try Schemas.contract.problems(in: JSONData(yaml: sample.text))
        #expect(Schemas.isContract(sample.text) == sample.isValid)
        #expect(problems.isEmpty == sample.isValid, "\(problems)")
    }

    @Test(arguments: SchemaSample.settings)
    func agreesWithTheReaderOfSettings(_ sample: SchemaSample) throws {
        let problems = try Schemas.settings.problems(in: JSONData(yaml: sample.text))
        #expect(Schemas.isSettings(sample.text) == sample.isValid)
        #expect(problems.isEmpty == sample.isValid, "\(problems)")
    }

    @Test(arguments: SchemaException.contracts)
    func acceptsAContractThatOnlyTheReaderCanRefuse(_ exception: SchemaException) throws {
        #expect(try Schemas.contract.problems(in: JSONData(yaml: exception.text)).isEmpty)
        #expect(!Schemas.isContract(exception.text))
    }

    @Test(arguments: SchemaException.settings)
    func acceptsSettingsThatOnlyTheReaderCanRefuse(_ exception: SchemaException) throws {
        #expect(try Schemas.settings.problems(in: JSONData(yaml: exception.text)).isEmpty)
        #expect(!Schemas.isSettings(exception.text))
    }

    /// A schema would have to list both cases of every letter.
    @Test func offersFlowTypesInLowerCaseOnlyWhereTheReaderTakesAny() throws {
        let text = "flowdrift: 1\nflows: { types: [WORKFLOW] }\n"
        #expect(try !Schemas.settings.problems(in: JSONData(yaml: text)).isEmpty)
        #expect(Schemas.isSettings(text))
    }

    @Test(arguments: try Schemas.contractFiles())
    func acceptsEachContractOfTheRepository(_ file: String) throws {
        let text = try String(contentsOf: Folders.package.appending(path: file), encoding: .utf8)
        #expect(try Schemas.contract.problems(in: JSONData(yaml: text)) == [])
    }

    @Test func listsEachWordThatTheReadersKnow() throws {
        let contract = try Schemas.contract.root
        let types = DataType.Kind.names + DataType.Kind.names.map { $0 + "[]" }
        #expect(
            contract["definitions", "criterion", "properties", "operator", "enum"]?.strings == Criterion.comparisons
        )
        guard case .array(let kinds)? = contract["definitions", "type", "anyOf"] else {
            Issue.record("The types are no list of choices")
            return
        }
        #expect(kinds.first?["enum"]?.strings == types)
        let flows = try Schemas.settings.root["properties", "flows", "properties", "types", "items", "enum"]
        #expect(flows?.strings == FlowType.known.map(\.name))
    }

    @Test func listsEachRuleWithItsSummary() throws {
        let file = Schemas.folder.appending(path: "flowdrift.schema.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let (start, end) = ("\"severity\": {", "\n      }\n    },\n    \"waivers\"")
        let severity = try #require(text.range(of: start))
        let head = try #require(text.range(of: "\"properties\": {", range: severity.upperBound..<text.endIndex))
        let tail = try #require(text.range(of: end, range: head.upperBound..<text.endIndex))
        let words = "[\"error\", \"warning\", \"note\", \"off\"]"
        let rules = DriftRule.all.map { rule in
            "\n        \"\(rule.id)\": { \"description\": \(JSONValue.quoted(rule.summary)), \"enum\": \(words) }"
        }
        let wanted = text[..<head.upperBound] + rules.joined(separator: ",") + text[tail.lowerBound...]
        try expectGolden(String(wanted), at: file)
    }
}

/// The schemas, and whether a reader accepts a text.
enum Schemas {
    static let folder = Folders.package.appending(path: "docs/schemas")

    static var contract: JSONSchema {
        get throws { try read.contract.get() }
    }

    static var settings: JSONSchema {
        get throws { try read.settings.get() }
    }

    /// Both schemas, read only once.
    private static let read = (
        contract: Result { try JSONSchema(contentsOf: folder.appending(path: "contract.schema.json")) },
        settings: Result { try JSONSchema(contentsOf: folder.appending(path: "flowdrift.schema.json")) }
    )

    static func isContract(_ text: String) -> Bool {
        (try? ContractReader().contract(Array(text.utf8), file: "contract.yaml")) != nil
    }

    static func isSettings(_ text: String) -> Bool {
        (try? SettingsReader().settings(Array(text.utf8), file: "flowdrift.yaml")) != nil
    }

    /// Every contract under specs/, Examples/ and the rules' fixtures, in order of path.
    static func contractFiles() throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Folders.package.path).filter { path in
            guard path.hasSuffix(".yaml"), !path.hasPrefix(".build/") else { return false }
            let parts = path.split(separator: "/")
            return parts.first == "specs"
                || parts.first == "Examples" && parts.count > 3 && parts[2] == "specs"
                || path.hasPrefix("Tests/DriftCoreTests/Fixtures/") && parts.last == "contract.yaml"
        }
        return files.sorted()
    }
}
