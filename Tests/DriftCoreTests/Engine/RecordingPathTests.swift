import DriftEngine
import Testing

@testable import DriftCore

/// How a contract names its recordings.
struct RecordingPathTests {
    /// A pattern of `/r/specs/c.yaml`, a file, and whether the pattern names it.
    private static let cases: [(String, String, Bool)] = [
        ("../test/a.ndjson", "/r/test/a.ndjson", true), ("./a.ndjson", "/r/specs/a.ndjson", true),
        ("../test/*.ndjson", "/r/test/a.ndjson", true), ("../test/*.ndjson", "/r/test/x/a.ndjson", false),
        ("../test/**/*.ndjson", "/r/test/x/y/a.ndjson", true), ("../test/**/*.ndjson", "/r/test/a.ndjson", true),
        ("../**", "/r/test/x/a.ndjson", true), ("../t?st/a.ndjson", "/r/test/a.ndjson", true),
        ("../test/a.ndjson", "/r/test/A.ndjson", false), ("/r/test/a.ndjson", "/r/test/a.ndjson", true),
        ("../*/a.ndjson", "/r/a.ndjson", false), ("a[1].ndjson", "/r/specs/a[1].ndjson", true),
        ("../**/x/**/a.ndjson", "/r/x/a.ndjson", true), ("../**/x/**/a.ndjson", "/r/y/a.ndjson", false),
        ("../*/a.ndjson", "/r/.x/a.ndjson", false), ("../**", "/r/node_modules/a.ndjson", false),
        ("../.x/a.ndjson", "/r/.x/a.ndjson", true), ("../.x/*", "/r/.x/a.ndjson", true),
    ]

    @Test(arguments: cases)
    func matchesFilesRelativeToTheContract(_ pattern: String, _ file: String, _ isMatch: Bool) {
        let path = FilePath(pattern, in: "/r/specs/c.yaml").text
        #expect(FilePattern(path).matches(file) == isMatch)
    }

    /// A file, a contract, and the path from the one to the other.
    private static let paths: [(String, String, String)] = [
        ("/r/test/a.ndjson", "/r/specs/c.yaml", "../test/a.ndjson"), ("/r/a.ndjson", "/r/c.yaml", "a.ndjson"),
        ("/r/specs/x/a.ndjson", "/r/specs/c.yaml", "x/a.ndjson"),
        ("/r/a.ndjson", "/r/specs/shop/c.yaml", "../../a.ndjson"), ("/q/a.ndjson", "/r/c.yaml", "../q/a.ndjson"),
        ("/r/specs", "/r/specs/c.yaml", "../specs"), ("/r/specs/../test/./a.ndjson", "/r/c.yaml", "test/a.ndjson"),
    ]

    @Test(arguments: paths)
    func writesPathsRelativeToTheContract(_ file: String, _ contract: String, _ path: String) {
        #expect(FilePath(file).relative(toFolderOf: FilePath(contract)) == path)
    }
}
