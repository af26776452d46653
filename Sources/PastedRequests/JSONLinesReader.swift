/// Reads the bodies of a text that consists of several objects, as in JSON Lines and logs.
struct JSONLinesReader {
    let source: PastedSource

    /// The bodies in order, or `nil` for any other text.
    func bodies() -> [HTTPRequestText]? {
        let (bytes, scan) = (source.bytes, BracketScan(source.bytes))
        var (ranges, index) = ([Range<Int>](), bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        while let start = bytes[index...].firstIndex(where: { $0 > 0x20 }) {
            guard bytes[start] == UInt8(ascii: "{"), let end = scan.end(at: start) else { return nil }
            ranges.append(start..<end)
            index = end
        }
        guard ranges.count > 1 else { return nil }
        let launches = ranges.filter { bytes[$0].holds(Array("flowId".utf8)) }
        guard !launches.isEmpty else { return nil }
        return launches.map { RequestTextReader.body(launch(in: source.part($0))) }
    }

    /// The launch in a log's entry, as an object or as text, or the entry itself if it has no launch inside.
    private func launch(in entry: PastedSource) -> PastedSource {
        let origin = TextOrigin(places: entry.places)
        let reading = JSONReading(allowingPlaceholders: true, warning: false)
        guard let root = JSONDocument(entry.bytes, origin: origin, reading).root else { return entry }
        if let inside = root.launchInside { return entry.part(inside.launch.range) }
        guard root.textualLaunch != nil,
            let text = root.members.first(where: { $0.value.textualLaunch != nil })?.value
        else { return entry }
        return PastedSource(text.taken(from: entry), in: entry)
    }
}
