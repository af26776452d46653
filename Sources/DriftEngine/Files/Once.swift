import SourceText
import Synchronization

/// A value that is read when it's first asked for, and then kept, even if reading failed.
///
/// Other callers wait meanwhile, so the closure must never ask for the value.
final class Once<Value: Sendable>: Sendable {
    private let read: @Sendable () throws(ReadingError) -> Value
    private let result = Mutex<Result<Value, ReadingError>?>(nil)

    init(_ read: @escaping @Sendable () throws(ReadingError) -> Value) {
        self.read = read
    }

    /// The value; throws the error of the first reading, each time.
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
