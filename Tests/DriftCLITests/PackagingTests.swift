import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// The files for other people's CI name this version, and list the contents of the binary.
struct PackagingTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: Folders.package.appending(path: path), encoding: .utf8)
    }

    @Test func installsTheReleaseOfItsOwnVersion() throws {
        let version = try #require(try text("action.yml").firstMatch(of: /\n {2}version:\n.*\n {4}default: (.+)\n/))
        #expect(String(version.1) == ProgramVersion.text)
    }

    @Test func takesTheImageOfItsOwnVersion() throws {
        let template = try text("templates/flowdrift.gitlab-ci.yml")
        #expect(template.contains("FLOWDRIFT_IMAGE: flowdrift:\(ProgramVersion.text)\n"))
    }

    @Test func tellsTheTermsOfEachDependency() throws {
        let rows = try text("THIRD-PARTY.md")
        let addresses = try text("Package.swift").matches(of: /\.package\(url: "([^"]+)"/).map(\.1)
        try #require(addresses.count > 3)
        for address in addresses { #expect(rows.contains("](\(address)) | "), "\(address)") }
    }

    @Test func namesNoOtherVersionOnItsPages() throws {
        let versions = try Page.all().flatMap { page in
            page.text.matches(of: /flowdrift[-_:@]v?(\d+\.\d+\.\d+)/).map { String($0.1) }
        }
        #expect(versions.count > 5)
        #expect(Set(versions) == [ProgramVersion.text])
    }
}
