import Dispatch
import Synchronization

/// Applies a function to each value, on every core, and keeps the order.
package func inParallel<Value: Sendable, Result: Sendable>(
    _ values: [Value],
    _ body: @escaping @Sendable (Value) -> Result
) async -> [Result] {
    await inParallel(values, into: []) { results, value in results.append(body(value)) }.flatMap(\.self)
}

/// Combines values on every core: divides them into a few pieces, each with its own sum.
///
/// - Returns: The sum of each piece, in order of the values.
package func inParallel<Value: Sendable, Sum: Sendable>(
    _ values: [Value],
    into start: Sum,
    _ add: @escaping @Sendable (inout Sum, Value) -> Void
) async -> [Sum] {
    // The pieces are few and large, because passing values one by one to tasks often costs more than the work itself.
    let size = max(1, (values.count + 31) / 32)
    let pieces = stride(from: 0, to: values.count, by: size).map { values[$0..<min($0 + size, values.count)] }
    guard pieces.count > 1 else { return [values.reduce(into: start, add)] }
    return await withTaskGroup(of: (Int, Sum).self) { group in
        for (index, piece) in pieces.enumerated() {
            group.addTask { (index, piece.reduce(into: start, add)) }
        }
        var sums = Array(repeating: start, count: pieces.count)
        for await (index, sum) in group { sums[index] = sum }
        return sums
    }
}

/// Applies a function to each value, on every core, keeps the order, and waits for the end.
///
/// For callers that can't be asynchronous, such as the closure of a ``Once``.
func concurrently<Value: Sendable, Result: Sendable>(
    _ values: [Value],
    _ body: @escaping @Sendable (Value) -> Result
) -> [Result] {
    let size = max(64, (values.count + 31) / 32)
    let pieces = stride(from: 0, to: values.count, by: size).map { values[$0..<min($0 + size, values.count)] }
    guard pieces.count > 1 else { return values.map(body) }
    let results = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
        let done = pieces[index].map(body)
        results.withLock { $0[index] = done }
    }
    return results.withLock { results in pieces.indices.flatMap { results[$0] ?? [] } }
}
