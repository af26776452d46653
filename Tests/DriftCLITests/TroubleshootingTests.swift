import Foundation
import TestSupport
import Testing

/// docs/troubleshooting.md explains messages that really occur.
struct TroubleshootingTests {
    /// Messages of the system instead of flowdrift.
    private static let foreign = [
        "flowdrift: error while loading shared libraries: …", "version 'GLIBC_…' not found",
    ]

    /// The messages that the page explains, with `…` for values.
    private static func messages() throws -> [String] {
        let file = Folders.package.appending(path: "docs/troubleshooting.md")
        let page = try String(contentsOf: file, encoding: .utf8).replacing("\n", with: " ")
        return page.matches(of: /\*\*`([^`]+)`\*\*/).map { String($0.1) }.filter { !foreign.contains($0) }
    }

    @Test func explainsMessages() throws {
        #expect(try Self.messages().count > 40)
    }

    @Test(arguments: try messages())
    func explainsOnlyMessagesThatTheProgramHas(_ message: String) throws {
        #expect(try Self.sources.get().contains { $0.contains(message.trimmingPrefix("… ")) })
    }

    /// The text of each source file, with `…` for interpolations.
    private static let sources = Result {
        let folder = Folders.package.appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try paths.map { literals(of: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    /// Code with `…` for each interpolation, and with literals that `+` concatenates as one.
    private static func literals(of code: String) -> String {
        var text: [Character] = []
        var depth = 0
        for character in code {
            if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                if depth == 0 { text.append("…") }
            } else if character == "(", text.last == "\\" {
                text.removeLast()
                depth = 1
            } else {
                text.append(character)
            }
        }
        return String(text).replacing(/"\s*\+\s*"/, with: "")
    }
}
