import SourceText
import Synchronization

/// A value that is read when it is first used, and then kept.
///
/// An error is kept too.
///
/// While the closure reads, every caller waits for the value, so the closure must not use the value itself.
final class Once<Value: Sendable>: Sendable {
    private let read: @Sendable () throws(ReadingError) -> Value
    private let result = Mutex<Result<Value, ReadingError>?>(nil)

    init(_ read: @escaping @Sendable () throws(ReadingError) -> Value) {
        self.read = read
    }

    /// The value.
    ///
    /// If the first reading failed, throws its error every time.
    func get() throws(ReadingError) -> Value {
        let result = result.withLock { result in
            if let known = result { return known }
            let new = Result { () throws(ReadingError) in try read() }
            result = new
            return new
        }
        return try result.get()
    }
}
