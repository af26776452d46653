import Foundation
import StrictJSON

/// Reads a data action in JSON: exported from Genesys Cloud, or as its API returns it.
///
/// A request's address template tells it from other JSON.
struct DataActionFile {
    let action: DataActionText

    private struct Names: Decodable {
        var id: String?
        var name: String?
        var category: String?
        var config: Config?

        struct Config: Decodable {
            var request: Request?
        }

        struct Request: Decodable {
            var requestUrlTemplate: String?
        }
    }

    /// Reads a file, or returns `nil` if it isn't a data action.
    init?(_ bytes: [UInt8], file: String) {
        guard bytes.holds(Array("requestUrlTemplate".utf8)),
            let names = try? JSONDecoder().decode(Names.self, from: Data(bytes)),
            names.config?.request?.requestUrlTemplate != nil
        else { return nil }
        action = DataActionText(
            id: names.id,
            name: names.name ?? FileName(file).stem,
            category: names.category,
            text: String(decoding: bytes, as: UTF8.self),
            at: Place(file: file)
        )
    }
}
