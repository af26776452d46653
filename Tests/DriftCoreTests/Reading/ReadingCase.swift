import SourceText
import Testing

@testable import DriftCore

/// A text that can't be read, with the reader's message.
struct ReadingCase: CustomTestStringConvertible, Sendable {
    let text: String
    let message: String

    init(_ text: String, _ message: String) {
        self.text = text
        self.message = message
    }

    var testDescription: String { message }

    /// The error that a reader throws for the text, or `nil` if it accepts it.
    func thrown(by read: ([UInt8]) throws(ReadingError) -> some Any) -> String? {
        do throws(ReadingError) {
            _ = try read(Array(text.utf8))
            return nil
        } catch {
            return error.description
        }
    }
}
