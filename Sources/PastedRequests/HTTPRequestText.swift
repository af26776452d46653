/// A request as somebody wrote it: the parts that are known, and where each of them stands.
public struct HTTPRequestText: Sendable {
    /// How a request is written.
    public enum Form: String, Sendable {
        /// Its body alone.
        case body

        /// As a curl command.
        case curl

        /// As the configuration of a data action.
        case dataAction

        /// As it goes over the wire, or as an editor's `.http` file has it.
        case http

        /// As an entry of a recording or a collection, such as a HAR file or one of Postman.
        case entry
    }

    /// How the request is written.
    public var form: Form

    /// The method; nil where none is written.
    public var method: Written<String>?

    /// The address, without a user and password in it; nil where none is written.
    public var url: Written<String>?

    /// The headers in order, but for Authorization.
    public var headers: [Header] = []

    /// What the request is authorized with; nil where nothing is written.
    public var authorization: Authorization?

    /// The body; nil where none is written.
    public var body: Body?

    /// What is wrong in how the request is written, apart from its body, from top to bottom.
    public var faults: [RequestFault] = []

    /// What is wrong in the file around a data action's template, from top to bottom.
    public var fileFaults: [JSONFault] = []

    /// The content type that is sent where no header gives one; nil where none is.
    public var impliedContentType: String?

    /// The JSON that the fields of a form stand for; nil where the body is no form, or its fields aren't written.
    package var formBody: RequestBody?

    /// Whether the text shows the headers that are sent; else nothing is said of those that are missing.
    package var showsHeaders = true

    /// The answer that the text shows for the request; nil if it shows none.
    public internal(set) var answer: ErrorAnswer?

    /// What the placeholders of a template stand for.
    package var placeholderTypes = PlaceholderTypes()

    /// What must not be shown of the text.
    package var redaction = Redaction()

    /// A header.
    public struct Header: Hashable, Sendable {
        /// The name as it is written.
        public var name: Written<String>

        /// The value, blanks around it left out.
        public var value: Written<String>
    }

    /// What a request is authorized with; the credentials themselves are not kept.
    public struct Authorization: Hashable, Sendable {
        /// `Bearer`, `Basic` or another scheme as it is written; nil where none is.
        public var scheme: String?

        /// Whether anything follows the scheme.
        public var hasCredentials: Bool

        /// Whether a placeholder stands for the credentials.
        public var isPlaceholder: Bool

        /// What stands in place of a token because a program had none, such as `null`; nil where a token may stand.
        public var emptyValue: String?

        /// Whether the scheme is written twice.
        public var repeatsScheme = false

        /// Where the header or option begins.
        public var position: Position

        /// Just past it.
        public var end: Position
    }

    /// Where the body is.
    public enum Body: Sendable {
        /// In the text.
        case text(RequestBody)

        /// In a file, by the path that is written; `-` for standard input.
        case file(Written<String>)

        /// In the fields of a form, which begins here; the Platform API takes none. ``formBody`` has them as JSON.
        case form(Position)
    }
}

extension HTTPRequestText {
    /// The first header of a name, in any letter case; nil where there is none.
    public func header(_ name: String) -> Header? {
        headers.first { $0.name.value.lowercased() == name.lowercased() }
    }

    /// The method that is sent, in upper case; nil where the text says nothing of it.
    public var methodName: String? {
        if let method { return method.value.uppercased() }
        switch form {
        case .body, .dataAction: return nil
        case .curl, .http, .entry: return body == nil ? "GET" : "POST"
        }
    }

    /// Where the request begins, as far as its parts tell.
    public var position: Position {
        url?.position ?? bodyText?.position ?? method?.position ?? Position(line: 1, column: 1)
    }

    /// Whether a credential that is sent stands in the text; a recording or a data action leaves it out.
    package var showsAuthorization: Bool { showsHeaders && form != .dataAction && form != .entry }

    /// The request with the fields of a form as the JSON that they stand for; itself where its body is no form.
    public var withoutForm: HTTPRequestText {
        guard case .form? = body, let formBody else { return self }
        var request = self
        request.body = .text(formBody)
        return request
    }

    /// The request with the fields that stand in its body taken for a form; itself where none do.
    package var readingForm: HTTPRequestText {
        guard form != .body, let text = bodyText, let fields = FormFields(text) else { return self }
        var request = self
        request.body = .form(text.position)
        request.formBody = fields.body(text)
        return request
    }

    /// The body as far as it stands in the text; nil where it is in a file, or where there is none.
    public var bodyText: RequestBody? {
        if case .text(let body)? = body { return body }
        return nil
    }
}

/// The body of a request, whose places are those of the text around it.
public struct RequestBody: Sendable {
    /// The bytes as they are sent, placeholders left as they are.
    public var bytes: [UInt8] { taken.bytes }

    private let taken: TakenText
    private let places: TextPlaces

    package init(_ taken: TakenText, places: TextPlaces) {
        self.taken = taken
        self.places = places
    }

    /// Where the body begins.
    public var position: Position {
        places.position(of: taken.source.lowerBound)
    }

    /// Another text at the place of this one.
    package func replaced(by text: String) -> RequestBody {
        var taken = TakenText(at: self.taken.source.lowerBound)
        taken.append(text, for: self.taken.source, .none)
        return RequestBody(taken, places: places)
    }

    /// Just past the body.
    public var end: Position {
        TextOrigin(places: places, runs: taken.runs).end(of: taken.bytes.indices)
    }

    /// The body read as JSON, placeholders taken as values.
    public func document() -> JSONDocument {
        let taken = FormatTemplate(taken)?.filled ?? taken
        let origin = TextOrigin(places: places, runs: taken.runs)
        return JSONDocument(taken.bytes, origin: origin, JSONReading(allowingPlaceholders: true))
    }

    /// Whether the body is the string template of a program, whose braces are doubled.
    package var isFormatTemplate: Bool { FormatTemplate(taken) != nil }
}
