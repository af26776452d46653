import Foundation

/// The reader that is fuzzed, named by `FLOWDRIFT_FUZZ`.
private let reader: FuzzedReader = {
    let name = ProcessInfo.processInfo.environment["FLOWDRIFT_FUZZ"] ?? ""
    guard let reader = FuzzedReader(rawValue: name) else {
        preconditionFailure("set FLOWDRIFT_FUZZ to one of \(FuzzedReader.allCases.map(\.rawValue))")
    }
    return reader
}()

/// The function that libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    reader.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
    return 0
}
