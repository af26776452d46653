import Foundation
import SourceText
import TestSupport
import Testing

@testable import YAML

/// The shortcut gives the same as libyaml, or nothing.
@Suite struct ShortcutTests {
    @Test(arguments: [
        "a: 1\n", "a: 1", "a:\n", "a:", "a:   \n\n# end\nb: 2", "a:\n  b: 1\n\n  c: 2\nd: 3\n",
        "a: # why\n  b: c # d\n",
        "a:\n- 1\n- b: 2\n  c:\n  - 3\nd: 4\n", "a:\n  - b: 1\n    c: { d: [1, 'x', \"y\"], e: {} }\n  - f\n",
        "- 1\n- 2\n",
        "a: x y  # z\nb: http://host/x#y\n", "\"a b\": 'c: d'\n'e': \"f # g\"\n", "a: -5\nb: .5\nc: -x\n",
        "# c\n\na: b\n  \n",
        "a:\n    b: 1\nc: 2\n   ", "a: { b: c }   # d", "a: [  ]\nb: {   }\nc: [ 1,2 , 3 ]\n", "a: b{c\nd: e[0]\n",
        "workflow/A B 1: { id: 0d6b52aa-7f63, version: \"12.0\", file: workflow/a-b-1.yaml }\n",
    ])
    func takesWhatPeopleAndToolsWrite(text: String) throws {
        let quick = try #require(shortcut(text))
        #expect(quick == libyaml(text))
    }

    @Test(arguments: [
        "a: b: c\n", "a: 1\na: 2\n", "a:\n  b: 1\n c: 2\n", "a:\n - b\n  - c\n", "a: b\n  c\n", "a: |\n  b\n",
        "a: &x 1\n",
        "a: *x\n", "a: !!str 1\n", "a: \"b\\n\"\n", "a: 'it''s'\n", "a: [1,\n  2]\n", "? a\n: b\n", "--- \na: 1\n",
        "a: 1\n...\n",
        "a: {b}\n", "a: {b: 1,}\n", "a: [b: 1]\n", "a :  1\n", "a: - b\n", "- - a\n", "a:\tb\n", "\u{FEFF}a: 1\n",
        "ä: 1\n", "", "#\n",
        "a: 1\r\n", "a: \"b\" c\n", "a: %b\n", "a:\n  b\n", "-\n", "a: {b:1}\n", "a: {b: c #d\n}\n", "a\n", "a: @b\n",
    ])
    func leavesTheRestToLibyaml(text: String) {
        #expect(shortcut(text) == nil)
    }

    @Test(arguments: 0..<64)
    func givesWhatLibyamlGivesWhateverIsEdited(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        var taken = 0
        for _ in 0..<200 {
            let text = edited(Self.samples[Int(chance.next() % UInt64(Self.samples.count))], &chance)
            guard let quick = shortcut(text) else { continue }
            taken += 1
            #expect(quick == libyaml(text), "\(text.debugDescription)")
        }
        #expect(taken > 10)
    }

    @Test func givesWhatLibyamlGivesOfEachFileOfTheProject() throws {
        let folders = ["Examples", "Tests", "specs", "snapshots"].map { Folders.package.appending(path: $0) }
        var taken = 0
        for folder in folders {
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
                $0.hasSuffix(".yaml")
            }
            for file in files {
                let text = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
                guard let quick = shortcut(text) else { continue }
                taken += 1
                #expect(quick == libyaml(text), "\(file)")
            }
        }
        #expect(taken > 100)
    }

    private static let samples = [
        """
        # Written by flowdrift snapshot. Do not edit.
        flowdrift: 1
        flow: { type: workflow, name: Customer Survey, division: Home }
        inputs:
          Flow.conversationId: { type: string, default: "5", read: true }
          Flow.dates: { type: "string[]", read: partly, paths: [a.b, 'items[].x'] }
        triggers:
          - name: Survey after the call
            topic: "v2.detail.events.conversation.{id}.customer.end"
            match:
              - { jsonPath: mediaType, operator: Equal, value: VOICE }
            eventTTLSeconds: 60

        """,
        "a:\n- b: 1 # c\n  d:\n  - e\n  - f: g\n- h\ni: { j: k, l: [m, n] }\n\no:\np: 'q'\n",
        "a: b\nc:\n  d: e\n  f:\n    - g\n    - h: i\n      j: k\nl: m\n",
    ]

    /// A text with some of its characters or lines changed.
    private func edited(_ sample: String, _ chance: inout SplitMix64) -> String {
        var bytes = Array(sample.utf8)
        for _ in 0..<1 + chance.next() % 3 {
            let place = Int(chance.next() % UInt64(bytes.count))
            let letters = Array(":-#{}[],'\"? \n  ab.!&*|%".utf8)
            let letter = letters[Int(chance.next() % UInt64(letters.count))]
            switch chance.next() % 4 {
            case 0: bytes[place] = letter
            case 1: bytes.insert(letter, at: place)
            case 2: bytes.remove(at: place)
            default: bytes.removeSubrange(place..<min(bytes.count - 1, place + Int(chance.next() % 30)))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The nodes from the shortcut, one per line, or `nil` if it leaves the text to libyaml.
    private func shortcut(_ text: String) -> [String]? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { YAMLShortcut(reading: $0, limits: .standard) }
            .map { lines(of: $0.records, bytes) }
    }

    /// The nodes from libyaml, one per line, or `nil` for an error.
    private func libyaml(_ text: String) -> [String]? {
        let bytes = Array(text.utf8)
        let builder = try? bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
            try YAMLBuilder(reading: buffer, limits: .standard)
        }
        return builder.map { lines(of: $0.records, $0.text) }
    }

    private func lines(of records: ContiguousArray<YAMLRecord>, _ text: [UInt8]) -> [String] {
        records.map { record in
            let place = "\(record.start.line):\(record.start.column)-\(record.end.line):\(record.end.column)"
            guard record.kind == .scalar else { return "\(record.kind) \(record.link) \(record.count) \(place)" }
            let range = Int(record.link)..<Int(record.link) + Int(record.count)
            return "\(record.isPlain) \(record.tag) \(String(decoding: text[range], as: UTF8.self)) \(place)"
        }
    }
}
