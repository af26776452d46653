import Foundation
import TestSupport

/// A kind of bad input that replaces something in a project.
struct BadInputCase: Sendable {
    /// The kind, as in docs/reliability.md.
    let kind: String

    /// The file that the bad input replaces.
    let file: String

    /// Creates the bad input at an absolute path, after the file there was removed.
    let make: @Sendable (String) throws -> Void

    /// The words of the command that reads the bad input.
    var command: [String] {
        file.hasPrefix("exports/") ? ["snapshot", "--from", "exports", "--environment", "prod"] : ["check"]
    }

    /// The files of a project, each read by a different reader.
    private static let files = [
        "specs/order-status.yaml", "snapshots/prod/workflow/order-status.yaml", "snapshots/prod/index.yaml",
        "snapshots/prod/index/workflow/order-status.yaml",
        "flowdrift.yaml", "exports/order-status.yaml", "exports/order-status.json", "exports/order-status.i3WorkFlow",
    ]

    /// Every kind in place of every file for which it makes a difference.
    static let all = texts.flatMap { kind, text in files.map { bytes($0, kind, text) } } + places + folders + names

    private static let texts: [(String, [UInt8])] = [
        ("empty", []),
        ("blanks only", Array(" \n\n  \n".utf8)),
        ("truncated", Array(#"{"flowdrift": 1, "name": "A", "type": "wor"#.utf8)),
        ("binary", [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01] + [UInt8](repeating: 0, count: 64) + [0xFF, 0xFE]),
        ("Latin-1", Array("flowdrift: 1\nname: Stra".utf8) + [0xDF] + Array("e\n".utf8)),
        ("nested 100,000 levels deep", [UInt8](repeating: UInt8(ascii: "["), count: 100_000)),
        ("aliases that double 40 times", Array(("a0: &a0 [x]\n" + doubled).utf8)),
    ]

    private static let doubled = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    /// Something in place of a file that isn't a file, or can't be read.
    private static let places: [BadInputCase] = [
        "specs/order-status.yaml", "snapshots/prod/workflow/order-status.yaml", "flowdrift.yaml",
        "exports/order-status.yaml",
    ].flatMap { file in
        [
            BadInputCase(kind: "huge, 65 MiB", file: file) { path in
                let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
                guard descriptor >= 0, ftruncate(descriptor, 65 << 20) == 0 else { throw POSIXError(.EIO) }
                close(descriptor)
            },
            BadInputCase(kind: "a link to itself", file: file) { path in
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
            },
            BadInputCase(kind: "a broken link", file: file) { path in
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
            },
            BadInputCase(kind: "a named pipe", file: file) { path in
                guard mkfifo(path, 0o644) == 0 else { throw POSIXError(.EIO) }
            },
            BadInputCase(kind: "a folder", file: file) { path in
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            },
            BadInputCase(kind: "a link to a device with endless data", file: file) { path in
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
            },
        ]
    }

    /// Something in place of a folder that isn't a folder, which differs from a missing folder.
    private static let folders: [BadInputCase] = [
        bytes("snapshots", "a file instead of the folder", []),
        BadInputCase(kind: "a named pipe instead of the folder", file: "snapshots") { path in
            guard mkfifo(path, 0o644) == 0 else { throw POSIXError(.EIO) }
        },
        BadInputCase(kind: "a link to itself instead of the folder", file: "snapshots") { path in
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        },
        BadInputCase(kind: "a broken link instead of the folder", file: "snapshots/prod") { path in
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
        },
    ]

    /// Hostile names, of a file and within a file.
    private static let names = [
        text("specs/a\nerror: b.yaml", "a file name with a line break", "flowdrift: 1\n"),
        text("exports/a\u{1B}[31m.yaml", "a file name with an escape sequence", "workflow: {name: [\n"),
        text("specs/b.yaml", "a contract's name with a line break", "flowdrift: 1\ncontract: \"a\\nerror: b\"\n"),
        text(
            "exports/b.yaml",
            "a flow's name with a line break",
            "workflow: { name: \"A\\nerror: b\", variables: 5 }\n"
        ),
        text(
            "exports/c.yaml",
            "a flow's name that is a path to another folder",
            "workflow: { name: \"../../../x\", variables: 5 }\n"
        ),
    ]

    private static func text(_ file: String, _ kind: String, _ text: String) -> BadInputCase {
        bytes(file, kind, Array(text.utf8))
    }

    private static func bytes(_ file: String, _ kind: String, _ bytes: [UInt8]) -> BadInputCase {
        BadInputCase(kind: kind, file: file) { try Data(bytes).write(to: URL(filePath: $0)) }
    }
}
