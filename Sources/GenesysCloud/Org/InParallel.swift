/// Applies a function to each value in parallel, `width` at a time, and keeps the order.
func inParallel<Value: Sendable, Result: Sendable>(
    _ values: [Value],
    width: Int,
    _ body: @escaping @Sendable (Value) async -> Result
) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
        var results: [Result?] = Array(repeating: nil, count: values.count)
        var next = 0
        while next < min(width, values.count) {
            let index = next
            group.addTask { (index, await body(values[index])) }
            next += 1
        }
        for await (index, result) in group {
            results[index] = result
            guard next < values.count else { continue }
            let index = next
            group.addTask { (index, await body(values[index])) }
            next += 1
        }
        return results.compactMap(\.self)
    }
}
