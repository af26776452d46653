import Foundation
import TestSupport
import Testing

struct PictureTests {
    /// README's picture shows a contract that an edit of the flow broke, and a trigger that fills no input.
    @Test func drawsWhatTheProgramPrints() async throws {
        let folder = try TemporaryFolder()
        for file in [
            "renamed-input/specs/callback-request.yaml", "renamed-input/exports/callback.yaml",
            "whole-event-never-sent/exports/note.yaml", "whole-event-never-sent/exports/flows.json",
            "whole-event-never-sent/exports/triggers.json",
        ] {
            let text = try String(contentsOf: Folders.package.appending(path: "Examples/" + file), encoding: .utf8)
            try folder.write(text, to: String(file.drop { $0 != "/" }.dropFirst()))
        }
        let words = ["check", "--from", "exports", "--environment", "prod"]
        let run = await CommandRun(words, in: folder.path, isTerminal: true, columns: 100)
        #expect(run.status == 1)
        let picture = TerminalPicture(
            command: "flowdrift " + words.joined(separator: " "),
            output: run.output,
            columns: 100,
            title:
                "flowdrift check finds an input that was renamed in Architect, and a trigger whose event fills nothing"
        )
        try expectGolden(picture.svg, at: Folders.package.appending(path: "docs/report.svg"))
    }
}
