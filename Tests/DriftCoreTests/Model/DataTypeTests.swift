import Testing

@testable import DriftCore

struct DataTypeTests {
    @Test(arguments: [
        ("str", "string"), ("int", "integer"), ("dec", "decimal"), ("bln", "boolean"), ("jsn", "json"),
        ("dtm", "dateTime"), ("dat", "date"), ("tim", "time"), ("dur", "duration"), ("cur", "currency"),
        ("phn", "phoneNumber"), ("tsl", "timeslot"), ("que", "queue"), ("usr", "user"),
        ("str_coll", "string[]"), ("jsn_coll", "json[]"), ("cpx_foo", "cpx_foo"), ("cpx_foo_coll", "cpx_foo[]"),
        ("new", "new"), ("STR", "STR"),
    ])
    func readsTheCodesOfConfigurations(_ code: String, _ text: String) {
        #expect(DataType(code: code).description == text)
        #expect(DataType(text) == DataType(code: code))
    }

    @Test func keepsWhatItDoesNotKnow() {
        #expect(DataType("sms[]") == DataType(.other("sms"), isCollection: true))
        #expect(DataType.Kind.other("sms").isUnknown && !DataType.Kind.json.isUnknown)
        #expect(DataType.Kind.known.count == DataType.Kind.names.count)
        #expect(DataType.Kind.known.map(\.name) == DataType.Kind.names)
    }

    @Test(arguments: [("string", true), ("cpx_foo[]", true), ("sms", false), ("String", false)])
    func letsContractsNameOnlyKnownAndComplexTypes(_ text: String, _ isWritable: Bool) {
        #expect(DataType(text).isWritable == isWritable)
    }
}
