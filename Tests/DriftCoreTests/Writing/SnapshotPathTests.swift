import Foundation
import TestSupport
import Testing

@testable import DriftCore

struct SnapshotPathTests {
    private static func path(_ name: String) -> String { SnapshotPath(.workflow(name)).text }

    @Test(arguments: [
        ("Callback Request", "workflow/callback-request.yaml"), ("Blacklist", "workflow/blacklist.yaml"),
        ("24 Hours", "workflow/24-hours.yaml"), ("A B C", "workflow/a-b-c.yaml"),
    ])
    func followsFromAPlainNameAlone(_ name: String, _ path: String) {
        #expect(Self.path(name) == path)
    }

    @Test(arguments: [
        "../../x", "..", ".", "/etc/passwd", "C:\\x", "CON", "con", "Nul", "LPT1", "COM0", "aux.yaml", "😀", "東京", "é",
        "e\u{301}",
        "blacklist", "BLACKLIST", "Callback  Request", "Callback-Request", " Callback Request", "Callback Request ",
        "\0", "a\nb",
        "-", "", String(repeating: "Long ", count: 60), String(repeating: "x", count: 300), "Blacklist 1a2b3c4d",
    ])
    func staysInItsFolderWhateverTheName(_ name: String) throws {
        let parts = Self.path(name).split(separator: "/", omittingEmptySubsequences: false)
        #expect(parts.count == 2 && parts[0] == "workflow")
        let file = try #require(parts.last)
        #expect(file.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{16}\.yaml/) != nil)
        #expect(file.utf8.count <= 102)
    }

    @Test func keepsApartWhatDiffersInLetterCaseOnly() {
        let paths = ["Blacklist", "blacklist", "BLACKLIST", "BlackList"].map(Self.path)
        #expect(Set(paths.map { $0.lowercased() }).count == 4)
    }

    @Test func keepsApartANameThatLooksLikeAnothersHash() {
        let plain = Self.path("blacklist")
        let hash = plain.dropLast(5).suffix(16)
        #expect(Self.path("Blacklist \(hash)") != plain)
    }

    @Test func keepsATypeFromLeavingItsFolder() throws {
        let types = try ["CON", String(repeating: "x", count: 300)].map { try #require(FlowType($0)) }
        let folders = types.map { SnapshotPath(FlowKey(type: $0, name: "A")).text.split(separator: "/")[0] }
        #expect(folders.allSatisfy { $0.utf8.count <= 102 && $0.contains("-") })
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func givesNoTwoOfThousandsOfNamesOnePath(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let names = Set((0..<5_000).map { _ in EvilNames.name(using: &random) })
        let paths = names.map { Self.path($0).lowercased() }
        #expect(Set(paths).count == names.count)
    }
}
