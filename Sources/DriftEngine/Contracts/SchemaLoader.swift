import DriftCore
import Foundation
import StrictJSON

/// Reads the JSON Schemas that contracts name, each file once.
struct SchemaLoader {
    private let tree: any FileTree
    private var read: [String: Result<PayloadSchema, ReadingError>] = [:]

    init(_ tree: any FileTree) {
        self.tree = tree
    }

    /// The contract with its inputs' schemas, and an error for each file that can't be read.
    mutating func filled(_ contract: Contract) -> (contract: Contract, problems: [ReadingError]) {
        guard contract.launch?.namesSchemas ?? false else { return (contract, []) }
        var contract = contract
        var problems: [ReadingError] = []
        for (index, input) in (contract.launch?.inputs ?? []).enumerated() {
            guard let schema = input.schema else { continue }
            switch payload(schema.value, besides: contract.file) {
            case .success(let payload): contract.launch?.inputs[index].payload = payload
            case .failure(let problem):
                contract.launch?.lacksFiles = true
                let place = Place(file: contract.file, position: schema.position)
                problems.append(problem.ofFile("schema", schema.value, named: place))
            }
        }
        return (contract, problems)
    }

    private mutating func payload(_ path: String, besides file: String) -> Result<PayloadSchema, ReadingError> {
        let whole = tree.path(of: path, besides: file)
        if let known = read[whole] { return known }
        let result = Result { () throws(ReadingError) in try Self.schema(tree.bytes(of: whole), file: whole) }
        read[whole] = result
        return result
    }

    private static func schema(_ bytes: [UInt8], file: String) throws(ReadingError) -> PayloadSchema {
        do {
            return PayloadSchema(try JSONDecoder().decode(JSONValue.self, from: Data(bytes)))
        } catch {
            throw ReadingError("The file is not valid JSON", at: Place(file: file))
        }
    }
}
