import Foundation
import StrictJSON

/// Reads the output of `terraform show -json` for a plan or a state.
public struct TerraformReader: Sendable {
    /// The file's path, for messages.
    private let file: String

    /// Makes a reader of a file.
    public init(file: String) {
        self.file = file
    }

    /// Reads a plan or a state.
    ///
    /// Only flows, triggers and looked-up flows are decoded, so the memory used is a small multiple of the file's size.
    ///
    /// - Parameter bytes: The file's bytes.
    /// - Returns: The flows and triggers.
    /// - Throws: ``ReadingError`` if the file isn't a plan or a state, is broken, or its format has an unknown major
    ///   version.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> TerraformPlan {
        try refuseOtherForms(bytes)
        do {
            let document = try bytes.withUnsafeBytes { buffer in
                try JSONDecoder().decode(TerraformDocument.self, from: Self.data(lent: buffer))
            }
            if let repeated = ReadingError(
                repeatedMemberIn: bytes,
                file: file,
                remedy: TerraformProblem.remedy
            ) {
                throw repeated
            }
            var builder = TerraformPlanBuilder(document)
            return builder.plan()
        } catch let problem as TerraformProblem {
            throw ReadingError(problem.text, at: Place(file: file), fix: problem.fix)
        } catch let error as ReadingError {
            throw error
        } catch {
            throw readingError(error, bytes)
        }
    }

    /// The buffer as `Data`, without a copy, which would be as large as the file.
    ///
    /// The data is only valid as long as the buffer.
    private static func data(lent buffer: UnsafeRawBufferPointer) -> Data {
        guard let start = buffer.baseAddress else { return Data() }
        return Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: buffer.count, deallocator: .none)
    }

    /// The decoder's error with its place.
    ///
    /// For a large file, the place is left out, since finding it requires parsing the whole file.
    private func readingError(_ error: any Error, _ bytes: [UInt8]) -> ReadingError {
        let isLarge = bytes.count > 8 * 1024 * 1024
        if isLarge, case .dataCorrupted? = error as? DecodingError {
            return ReadingError("The file is not valid JSON", at: Place(file: file), fix: TerraformProblem.remedy)
        }
        var report = DecodingReport(file: file, isEncoded: false, bytes: isLarge ? [] : bytes).readingError(error)
        report.fix = report.fix?.replacing("export or download the file again", with: TerraformProblem.remedy)
        return report
    }

    /// Rejects files that people mistake for a plan as JSON, with an explanation.
    private func refuseOtherForms(_ bytes: [UInt8]) throws(ReadingError) {
        let problem: String? =
            if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
                "The file is a plan in Terraform's binary form, not as JSON"
            } else if bytes.starts(with: Array("{\"@level\"".utf8)) {
                "The file is the log of 'terraform plan -json', not the plan"
            } else if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
                "The file is empty"
            } else {
                nil
            }
        if let problem { throw ReadingError(problem, at: Place(file: file), fix: TerraformProblem.remedy) }
    }
}
