import Testing
import YAML

/// What scalars mean.
@Suite struct CoreSchemaTests {
    @Test(
        arguments: [
            ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null), ("nULL", .string("nULL")),
            ("true", .boolean(true)), ("True", .boolean(true)), ("TRUE", .boolean(true)), ("tRUE", .string("tRUE")),
            ("false", .boolean(false)), ("False", .boolean(false)), ("FALSE", .boolean(false)),
            ("yes", .string("yes")), ("no", .string("no")), ("on", .string("on")), ("off", .string("off")),
            ("y", .string("y")), ("n", .string("n")), ("t", .string("t")), ("nil", .string("nil")),
        ] as [(String, YAMLScalar)]
    )
    func readsNullsAndBooleans(text: String, scalar: YAMLScalar) throws {
        try expect("a: \(text)", scalar)
    }

    @Test(
        arguments: [
            ("0", .integer(0)), ("12", .integer(12)), ("-12", .integer(-12)), ("+12", .integer(12)),
            ("007", .integer(7)), ("0o17", .integer(15)), ("0x1F", .integer(31)), ("0xfF", .integer(255)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .decimal(9_223_372_036_854_775_808)),
            ("0x10000000000000000", .decimal(18_446_744_073_709_551_616)),
            ("0o18", .string("0o18")), ("0x", .string("0x")), ("0xg", .string("0xg")), ("-0x1", .string("-0x1")),
            ("0x+1", .string("0x+1")), ("0x-1", .string("0x-1")), ("0b1", .string("0b1")),
            ("1_000", .string("1_000")), ("1:30", .string("1:30")), ("+", .string("+")),
            ("--1", .string("--1")), ("1-1", .string("1-1")), ("2026-01-01", .string("2026-01-01")),
        ] as [(String, YAMLScalar)]
    )
    func readsIntegers(text: String, scalar: YAMLScalar) throws {
        try expect("a: \(text)", scalar)
    }

    @Test(
        arguments: [
            ("1.0", .decimal(1)), ("1.", .decimal(1)), (".5", .decimal(0.5)), ("-.5", .decimal(-0.5)),
            ("+1.5e3", .decimal(1500)), ("1e3", .decimal(1000)), ("1E-2", .decimal(0.01)), ("-0.0", .decimal(-0.0)),
            (".inf", .decimal(.infinity)), ("-.Inf", .decimal(-.infinity)), ("+.INF", .decimal(.infinity)),
            ("1e999", .decimal(.infinity)), (".", .string(".")), ("1e", .string("1e")), ("e3", .string("e3")),
            ("1.5.3", .string("1.5.3")), ("1e3.5", .string("1e3.5")), (".e3", .string(".e3")), ("1.e3", .decimal(1000)),
            ("inf", .string("inf")), ("nan", .string("nan")), ("-.nan", .string("-.nan")), (".iNF", .string(".iNF")),
        ] as [(String, YAMLScalar)]
    )
    func readsDecimals(text: String, scalar: YAMLScalar) throws {
        try expect("a: \(text)", scalar)
    }

    @Test(arguments: [".nan", ".NaN", ".NAN"])
    func readsWhatIsNoNumber(text: String) throws {
        guard case .decimal(let decimal) = try YAMLDocument(parsing: text).root?.scalar else {
            Issue.record("no decimal")
            return
        }
        #expect(decimal.isNaN)
    }

    @Test(arguments: [
        (#""1""#, "1"), ("'true'", "true"), (#""""#, ""), ("|\n  1\n", "1\n"), (">-\n  null\n", "null"),
        ("! 1", "1"), ("!!str 1", "1"), ("!!str", ""), ("!own 1", "1"), ("!<tag:yaml.org,2002:str> ~", "~"),
        ("!!binary aGk=", "aGk="), ("<<", "<<"),
    ])
    func readsQuotedAndTaggedScalarsAsStrings(text: String, string: String) throws {
        try expect("a: \(text)", .string(string))
    }

    @Test(
        arguments: [
            ("!!int '12'", .integer(12)), ("!!float 1", .decimal(1)), ("!!float '1.5'", .decimal(1.5)),
            ("!!bool 'true'", .boolean(true)), ("!!null ''", .null), ("!!int 0x1F", .integer(31)),
        ] as [(String, YAMLScalar)]
    )
    func honoursTheTagsOfTheCoreSchema(text: String, scalar: YAMLScalar) throws {
        try expect("a: \(text)", scalar)
    }

    @Test func keepsCollectionsWithTags() throws {
        let root = try #require(try YAMLDocument(parsing: "a: !own [1]\nb: !!map {}\nc: !!seq []\nd: !!set {}").root)
        #expect(root.entries.map(\.value.kind) == [.sequence, .mapping, .sequence, .mapping])
        #expect(root.entries.allSatisfy { $0.value.scalar == nil })
    }

    private func expect(_ text: String, _ scalar: YAMLScalar) throws {
        let root = try #require(try YAMLDocument(parsing: text).root)
        #expect(root["a"]?.scalar == scalar)
    }
}
