import Foundation
import TestSupport
import Testing

/// Links in pages lead to something that exists.
struct LinkTests {
    @Test(arguments: try MarkdownFile.all())
    func linksOnlyToWhatThereIs(_ page: MarkdownFile) throws {
        for link in page.links {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let target =
                parts[0].isEmpty
                ? page.file : page.file.deletingLastPathComponent().appending(path: String(parts[0])).standardized
            #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
            guard parts.count == 2, target.pathExtension == "md" else { continue }
            let anchors = try Self.anchors.get()[target.path] ?? MarkdownFile(target).anchors
            #expect(anchors.contains(String(parts[1])), "\(link)")
        }
    }

    private static let anchors = Result {
        Dictionary(uniqueKeysWithValues: try MarkdownFile.all().map { ($0.file.path, $0.anchors) })
    }

    @Test func findsThePages() throws {
        let names = try MarkdownFile.all().map(\.testDescription)
        for name in ["README.md", "docs/live.md", "Examples/first-snapshot/README.md", "THIRD-PARTY.md"] {
            #expect(names.contains(name))
        }
    }

    @Test func makesAnchorsAsTheHostsDo() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "# `a-b`, and C_d!\n## Twice\n## Twice\n```\n# no heading\n```\n## [Link](x.md)s\n",
            to: "page.md"
        )
        let page = try MarkdownFile(URL(filePath: folder.path).appending(path: "page.md"))
        #expect(page.anchors == ["a-b-and-c_d", "twice", "twice-1", "links"])
    }
}
