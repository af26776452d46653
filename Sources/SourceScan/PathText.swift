/// Finds, in a text, the paths and calls that launch flows.
enum PathText {
    struct Match {
        var range: Range<Int>
        var isBot: Bool
        /// Whether the path ends in a slash at the end of the text, so that an execution's id may follow in the code.
        var endsInSlash: Bool
    }

    /// The launch paths in a text, in order.
    ///
    /// The path of one execution, such as that of its status, isn't a launch path.
    static func matches(in text: some RandomAccessCollection<UInt8>) -> [Match] {
        let text = Array(text)
        guard text.count >= 16 else { return [] }
        var matches: [Match] = []
        var index = 0
        while index + 15 < text.count {
            if text[index] == UInt8(ascii: "f"), let match = match(text, index, "flows/executions", isBot: false) {
                matches.append(match)
                index = match.range.upperBound
            } else if text[index] == UInt8(ascii: "t") {
                let match =
                    match(text, index, "textbots/bots/execute", isBot: true)
                    ?? self.match(text, index, "textbots/botflows/sessions", isBot: true)
                if let match { matches.append(match) }
                index = match?.range.upperBound ?? index + 1
            } else {
                index += 1
            }
        }
        return matches
    }

    private static func match(_ text: [UInt8], _ start: Int, _ path: StaticString, isBot: Bool) -> Match? {
        var end = start + path.utf8CodeUnitCount
        guard end <= text.count else { return nil }
        for offset in 0..<path.utf8CodeUnitCount where text[start + offset] != path.utf8Start[offset] { return nil }
        if start > 0 {
            let before = text[start - 1]
            guard !before.isNamePart, before != UInt8(ascii: "-") else { return nil }
        }
        guard end < text.count else { return Match(range: start..<end, isBot: isBot, endsInSlash: false) }
        if text[end] == UInt8(ascii: "/") {
            end += 1
            guard end < text.count else { return Match(range: start..<end, isBot: isBot, endsInSlash: true) }
            let isIdentifier = "{:$*<".utf8.contains(text[end]) || text[end] == 1
            return isEnd(text[end]) && !isIdentifier ? Match(range: start..<end, isBot: isBot, endsInSlash: false) : nil
        }
        let isSentenceEnd = text[end] == UInt8(ascii: ".") && (end + 1 == text.count || text[end + 1].isBlank)
        return isEnd(text[end]) || isSentenceEnd ? Match(range: start..<end, isBot: isBot, endsInSlash: false) : nil
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte.isBlank || "?#\"'`)]}>,;|&\\$*<:{".utf8.contains(byte) || byte == 1
    }

    /// The sign of a word that calls an SDK, with or without an ending such as `Async`, or `nil` for any other word.
    static func call(_ word: String) -> LaunchSite.Sign? {
        guard word.utf8.count >= 16, word.utf8.first == UInt8(ascii: "p") || word.utf8.first == UInt8(ascii: "P") else {
            return nil
        }
        var name = word
        for suffix in ["Async", "_with_http_info", "WithHttpInfo", "Request", "AsyncWithHttpInfo"]
        where name.hasSuffix(suffix) {
            name = String(name.dropLast(suffix.count))
        }
        if flowCalls.contains(name) { return .call(word) }
        return botCalls.contains(name) ? .botSession : nil
    }

    static let flowCalls: Set = ["postFlowsExecutions", "post_flows_executions", "PostFlowsExecutions"]
    static let botCalls: Set = [
        "postTextbotsBotflowsSessions", "post_textbots_botflows_sessions", "PostTextbotsBotflowsSessions",
        "postTextbotsBotsExecute", "post_textbots_bots_execute", "PostTextbotsBotsExecute",
    ]
    static let types: Set = ["FlowExecutionLaunchRequest", "Flowexecutionlaunchrequest"]
    static let botTypes: Set = ["TextBotFlowLaunchRequest", "Textbotflowlaunchrequest"]
}
