import Testing

@testable import DriftCore

struct TypeFitTests {
    /// The types that JSON writes as strings.
    private static let strings: Set<DataType.Kind> = [
        .string, .dateTime, .date, .time, .duration, .phoneNumber, .timeslot, .queue, .user,
    ]

    /// All types, and one that is unknown.
    private static let kinds = DataType.Kind.known + [.other("sms")]

    @Test(arguments: kinds, kinds)
    func sendsByTheDocumentedTable(_ sent: DataType.Kind, _ declared: DataType.Kind) {
        let expected: TypeFit =
            switch (sent, declared) {
            case _ where sent == declared: .fits
            case (.integer, .decimal): .fits
            case (.other, _), (_, .other): .undocumented
            case _ where Self.strings.isSuperset(of: [sent, declared]): .undocumented
            default: .breaks
            }
        #expect(TypeFit.sending(sent, into: declared) == expected)
    }

    @Test(arguments: kinds, kinds)
    func readsByTheSameTableButForNumbersAgainstStrings(_ declared: DataType.Kind, _ read: DataType.Kind) {
        let pair: Set = [declared, read]
        let isNumberAgainstString = pair == [.integer, .string] || pair == [.decimal, .string]
        let expected = isNumberAgainstString ? .undocumented : TypeFit.sending(declared, into: read)
        #expect(TypeFit.reading(declared, as: read) == expected)
    }

    @Test func doesNotTakeTwoUnknownTypesForOne() {
        #expect(TypeFit.sending(.other("a"), into: .other("a")) == .fits)
        #expect(TypeFit.sending(.other("a"), into: .other("b")) == .undocumented)
    }
}
