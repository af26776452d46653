extension HTTPRequestText {
    /// Makes the launch that a server received, with its body as it was sent.
    ///
    /// Of the headers, only the content type counts. The server has already checked the method, the address and the
    /// token.
    ///
    /// - Parameters:
    ///   - bytes: The body; empty if there is none.
    ///   - contentType: The value of the header `Content-Type`, or `nil` if it wasn't sent.
    package init(receivedBody bytes: [UInt8], contentType: String?) {
        var text = TakenText()
        text.append(0..<bytes.count, of: bytes, .none)
        self.init(form: .entry, body: .text(RequestBody(text, places: TextPlaces(bytes))))
        guard let contentType else { return }
        let start = Position(line: 1, column: 1)
        headers = [
            Header(
                name: Written("Content-Type", from: start, to: start),
                value: Written(contentType, from: start, to: start)
            )
        ]
    }
}
