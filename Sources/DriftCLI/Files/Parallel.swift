/// Applies a function to each value, on every core, and keeps the order.
func inParallel<Value: Sendable, Result: Sendable>(
    _ values: [Value],
    _ body: @escaping @Sendable (Value) -> Result
) async -> [Result] {
    // Few large pieces: handing over one value at a time would cost more than most of the work.
    let size = max(1, (values.count + 15) / 16)
    let pieces = stride(from: 0, to: values.count, by: size).map { values[$0..<min($0 + size, values.count)] }
    guard pieces.count > 1 else { return values.map(body) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        for (index, piece) in pieces.enumerated() {
            group.addTask { (index, piece.map(body)) }
        }
        var results: [[Result]] = Array(repeating: [], count: pieces.count)
        for await (index, result) in group { results[index] = result }
        return results.flatMap(\.self)
    }
}
