import SourceText
import Synchronization

/// Something that is read when somebody first asks for it, and then kept, whether it could be read or not.
///
/// Others wait meanwhile, so what reads it must never ask for it.
final class Once<Value: Sendable>: Sendable {
    private let read: @Sendable () throws(ReadingError) -> Value
    private let result = Mutex<Result<Value, ReadingError>?>(nil)

    /// Makes a value of what reads it.
    init(_ read: @escaping @Sendable () throws(ReadingError) -> Value) {
        self.read = read
    }

    /// The value.
    ///
    /// - Throws: The error of the first reading, each time.
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
