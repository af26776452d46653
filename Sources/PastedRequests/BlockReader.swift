/// Reads the requests in the code blocks of a web page, a chat or an issue.
package struct BlockReader {
    private let whole: PastedSource
    private let blocks: TextBlocks

    package init(_ whole: PastedSource, _ blocks: TextBlocks) {
        self.whole = whole
        self.blocks = blocks
    }

    /// The requests in the blocks, and also those in the text around the blocks if no block has a launch.
    package func text() -> PastedText {
        var found = PastedText()
        var objects: [PastedSource] = []
        for range in blocks.blocks {
            let block = whole.part(range)
            guard let first = block.bytes.first(where: { $0 > 0x20 }) else { continue }
            let isObject = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            if isObject, let answer = Self.answer(block) {
                if !found.launches.isEmpty { found.launches[found.launches.count - 1].answer = answer }
            } else if isObject, !RequestTextReader.holdsLaunchMember(block.bytes[...]) {
                objects.append(block)
            } else if isObject, found.launches.last?.lacksOnlyBody == true {
                // The request's first line is in the previous block, and its body is in this block.
                found.launches[found.launches.count - 1].body = RequestTextReader.body(block).body
            } else {
                let text = isObject ? RequestTextReader.json(block) : RequestTextReader.plain(block)
                add(text, to: &found)
            }
        }
        guard found.launches.isEmpty else {
            found.foreign = nil
            return found
        }
        for range in blocks.rest where whole.bytes[range].contains(where: { $0 > 0x20 }) {
            let text = RequestTextReader.plain(whole.part(range))
            if text.foreign == nil { found.add(text) }
        }
        guard found.launches.isEmpty, let object = objects.first else { return found.isEmpty ? unread : found }
        return PastedText([RequestTextReader.body(object)])
    }

    private func add(_ text: PastedText, to found: inout PastedText) {
        guard let foreign = text.foreign else { return found.add(text) }
        if found.foreign == nil, foreign != ForeignForm.unknown { found.foreign = foreign }
    }

    private var unread: PastedText { PastedText(ForeignForm.unknown) }

    /// The error answer in a block, or `nil` if the block is something else.
    private static func answer(_ block: PastedSource) -> ErrorAnswer? {
        guard ForeignForm.isAnswer(block) else { return nil }
        return ErrorAnswerReader().answer(in: block, from: 0, status: nil, contextId: nil)
    }
}

extension HTTPRequestText {
    fileprivate var lacksOnlyBody: Bool { form == .http && body == nil && isLaunch }
}
