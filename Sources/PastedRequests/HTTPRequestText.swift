/// A request as somebody wrote it: its known parts and their positions.
public struct HTTPRequestText: Sendable {
    /// The ways to write a request.
    public enum Form: String, Sendable {
        /// Only the body.
        case body

        /// As a curl command.
        case curl

        /// As the configuration of a data action.
        case dataAction

        /// In HTTP's own syntax, as in an editor's `.http` file.
        case http

        /// As an entry of a recording or a collection, such as a HAR file or a Postman collection.
        case entry
    }

    /// How the request is written.
    public var form: Form

    /// The method, or `nil` if none is written.
    public var method: Written<String>?

    /// The address without any user and password, or `nil` if none is written.
    public var url: Written<String>?

    /// The headers in order, except Authorization.
    public var headers: [Header] = []

    /// The authorization, or `nil` if none is written.
    public var authorization: Authorization?

    /// The body, or `nil` if none is written.
    public var body: Body?

    /// Faults in the way the request is written, except in its body, from top to bottom.
    public var faults: [RequestFault] = []

    /// Faults in the file around a data action's template, from top to bottom.
    public var fileFaults: [JSONFault] = []

    /// The content type that the sender adds if no header gives one, or `nil` if the sender adds none.
    public var impliedContentType: String?

    /// The JSON that a form's fields represent, or `nil` if the body isn't a form or its fields aren't written.
    package var formBody: RequestBody?

    /// Whether the text shows the headers that are sent; otherwise a missing header isn't a fault.
    package var showsHeaders = true

    /// The answer that the text shows for the request, or `nil` if it shows none.
    public internal(set) var answer: ErrorAnswer?

    /// The types of a template's placeholders.
    package var placeholderTypes = PlaceholderTypes()

    /// The credentials that messages must not show.
    package var redaction = Redaction()

    /// A header.
    public struct Header: Hashable, Sendable {
        /// The name as it is written.
        public var name: Written<String>

        /// The value without surrounding blanks.
        public var value: Written<String>
    }

    /// The authorization of a request, without the credentials themselves.
    public struct Authorization: Hashable, Sendable {
        /// `Bearer`, `Basic` or another scheme as written, or `nil` if none is written.
        public var scheme: String?

        /// Whether anything follows the scheme.
        public var hasCredentials: Bool

        /// Whether a placeholder, or a text such as `redacted`, is in place of the credentials.
        public var isPlaceholder: Bool

        /// The text that a program wrote because it had no token, such as `null`, or `nil` if the text may be a token.
        public var emptyValue: String?

        /// Whether the scheme is written twice.
        public var repeatsScheme = false

        /// Where the header or option begins.
        public var position: Position

        /// The position just past the header or option.
        public var end: Position
    }

    /// Where the body is.
    public enum Body: Sendable {
        /// In the text.
        case text(RequestBody)

        /// In a file with this path; `-` is standard input.
        case file(Written<String>)

        /// In the fields of a form that begins at this position; the Platform API doesn't accept a form.
        ///
        /// ``formBody`` is the form as JSON.
        case form(Position)
    }
}

extension HTTPRequestText {
    /// The first header with a name, in any letter case, or `nil` if there is none.
    public func header(_ name: String) -> Header? {
        headers.first { $0.name.value.lowercased() == name.lowercased() }
    }

    /// The method that is sent, in upper case, or `nil` if the text doesn't determine it.
    public var methodName: String? {
        if let method { return method.value.uppercased() }
        switch form {
        case .body, .dataAction: return nil
        case .curl, .http, .entry: return body == nil ? "GET" : "POST"
        }
    }

    /// Where the request begins, according to its known parts.
    public var position: Position {
        url?.position ?? bodyText?.position ?? method?.position ?? Position(line: 1, column: 1)
    }

    /// Whether the text shows credentials if the request has any; a recording or a data action leaves them out.
    package var showsAuthorization: Bool { showsHeaders && form != .dataAction && form != .entry }

    /// The request with a form's fields as JSON, or the request itself if its body isn't a form.
    public var withoutForm: HTTPRequestText {
        guard case .form? = body, let formBody else { return self }
        var request = self
        request.body = .text(formBody)
        return request
    }

    /// The request with its text body read as a form, or the request itself if its body isn't a form.
    package var readingForm: HTTPRequestText {
        guard form != .body, let text = bodyText, let fields = FormFields(text) else { return self }
        var request = self
        request.body = .form(text.position)
        request.formBody = fields.body(text)
        return request
    }

    /// The body in the text, or `nil` if it is in a file or a form, or missing.
    public var bodyText: RequestBody? {
        if case .text(let body)? = body { return body }
        return nil
    }
}

/// The body of a request, with positions in the surrounding text.
public struct RequestBody: Sendable {
    /// The bytes as they are sent, with placeholders left as they are.
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

    package func replaced(by text: String) -> RequestBody {
        var taken = TakenText(at: self.taken.source.lowerBound)
        taken.append(text, for: self.taken.source, .none)
        return RequestBody(taken, places: places)
    }

    /// The position just past the body.
    public var end: Position {
        TextOrigin(places: places, runs: taken.runs).end(of: taken.bytes.indices)
    }

    /// The body read as JSON, with placeholders as values.
    public func document() -> JSONDocument {
        let taken = FormatTemplate(taken)?.filled ?? taken
        let origin = TextOrigin(places: places, runs: taken.runs)
        return JSONDocument(taken.bytes, origin: origin, JSONReading(allowingPlaceholders: true))
    }

    /// Whether the body is a program's string template with doubled braces.
    package var isFormatTemplate: Bool { FormatTemplate(taken) != nil }
}
