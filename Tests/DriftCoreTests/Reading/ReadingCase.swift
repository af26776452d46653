import SourceText
import Testing

@testable import DriftCore

/// A text that cannot be read, with what the reader says of it.
struct ReadingCase: CustomTestStringConvertible, Sendable {
    let text: String
    let message: String

    /// Makes a case.
    init(_ text: String, _ message: String) {
        self.text = text
        self.message = message
    }

    var testDescription: String { message }

    /// What a reader throws on the text; nil where it reads it.
    func thrown(by read: ([UInt8]) throws(ReadingError) -> some Any) -> String? {
        do throws(ReadingError) {
            _ = try read(Array(text.utf8))
            return nil
        } catch {
            return error.description
        }
    }
}
