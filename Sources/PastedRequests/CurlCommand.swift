/// A request built from the options of a curl, wget or HTTPie command.
package struct CurlCommand {
    package let places: TextPlaces

    package var faults: RequestFaults
    package var request = HTTPRequestText(form: .curl)
    package var parts: [Part] = []
    package var shell = Shell.posix

    /// The option `-G` or `--get`, which moves the body into the address, or `nil` if the command doesn't have it.
    private var getOption: ShellWord?

    /// The fields of a form; each one comes from an option of its own.
    package var fields: [TakenText] = []

    private var isMultipart = false

    /// Whether curl sends JSON headers with the body.
    package var isJSON = false

    /// A kind of shell; the kinds pass a command's arguments differently.
    package enum Shell {
        case posix

        /// PowerShell.
        ///
        /// `curl.exe` is certainly the program; `curl` is an alias in some versions of PowerShell.
        case powerShell(isProgram: Bool)
    }

    /// A part of the body, from one option.
    package enum Part {
        case text(TakenText)
        case file(Written<String>)
    }

    package init(_ places: TextPlaces, faults: RequestFaults) {
        self.places = places
        self.faults = faults
    }

    package mutating func take(_ words: ArraySlice<ShellWord>) {
        var words = words
        while let word = words.popFirst() {
            if word.text.hasPrefix("--") {
                takeLong(word, &words)
            } else if word.text.hasPrefix("-"), word.text.bytes.count > 1 {
                takeLetters(word, &words)
            } else {
                takeAddress(word)
            }
        }
    }

    package func finished() -> HTTPRequestText {
        var (request, faults) = (request, faults)
        let losesBody = getOption != nil && request.isLaunch
        if case .form? = request.body {
            request.impliedContentType = isMultipart ? "multipart/form-data" : "application/x-www-form-urlencoded"
            let texts = parts.compactMap { if case .text(let text) = $0 { text } else { nil } }
            request.formBody =
                request.formBody ?? bodyOfOnlyField.map { RequestBody($0, places: places) }
                ?? FormFields(fields: fields, texts: texts)?.body(places)
        } else if !parts.isEmpty, getOption == nil || losesBody {
            if losesBody, let getOption { Self.reportGet(getOption, to: &faults) }
            if let part = secondPartOfJSON { Self.reportParts(part, to: &faults) }
            request.body = body
            request.impliedContentType = isJSON ? "application/json" : "application/x-www-form-urlencoded"
        }
        request.faults = faults.sorted()
        return request
    }

    /// The form's only field if that field is a whole body, as in `--data-urlencode '{…}'`, or `nil` otherwise.
    private var bodyOfOnlyField: TakenText? {
        guard parts.isEmpty, fields.count == 1, let field = fields.first else { return nil }
        return field.bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? field : nil
    }

    private static func reportGet(_ word: ShellWord, to faults: inout RequestFaults) {
        let text = word.text.text
        faults.add(
            .bodyInAddress,
            word.source,
            "'\(text == "--get" ? text : "-G")' turns the request into a GET, and puts the body into the address",
            "remove '\(text == "--get" ? text : "-G")', so that curl posts the body",
            replacement: text == "-G" || text == "--get" ? "" : nil
        )
    }

    /// The second part of a body that begins as JSON and that curl joins with `&`, or `nil` for any other body.
    private var secondPartOfJSON: TakenText? {
        guard !isJSON, parts.count > 1, case .text(let first) = parts[0], case .text(let second) = parts[1],
            first.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
        else { return nil }
        return second
    }

    private static func reportParts(_ second: TakenText, to faults: inout RequestFaults) {
        faults.add(
            .bodyInParts,
            second.source,
            "curl joins the values of several -d options with '&', so the body is not JSON",
            "put the whole body in one -d option"
        )
    }

    /// The body: all its parts, joined as curl joins them, or the first file among the parts.
    private var body: HTTPRequestText.Body {
        var text = TakenText()
        let isMeantAsJSON = isJSON || secondPartOfJSON != nil
        for (number, part) in parts.enumerated() {
            guard case .text(let part) = part else { continue }
            if number > 0, !isMeantAsJSON {
                text.append("&", for: part.source.lowerBound..<part.source.lowerBound, .none)
            }
            text.append(part)
        }
        for case .file(let path) in parts { return .file(path) }
        return .text(RequestBody(text, places: places))
    }

    private mutating func takeLong(_ word: ShellWord, _ words: inout ArraySlice<ShellWord>) {
        let text = word.text.text.dropFirst(2)
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let option = CurlOption(long: name) else {
            if !name.isEmpty { unknown("--\(name)", word) }
            return
        }
        guard option.takesValue else { return take(option, word, word) }
        if parts.count > 1 {
            let equals = 2 + name.utf8.count
            joined(word, name)
            return take(option, ShellWord(text: word.text.dropFirst(equals + 1), source: word.source), word)
        }
        takeNext(option, "--\(name)", word, &words)
    }

    private mutating func takeLetters(_ word: ShellWord, _ words: inout ArraySlice<ShellWord>) {
        let text = word.text.text
        if !word.isQuoted, let option = CurlOption(long: String(text.dropFirst())), text.count > 4 {
            singleDash(word, text)
            return option.takesValue ? takeNext(option, "-" + text, word, &words) : take(option, word, word)
        }
        for (number, letter) in zip(1..., text.dropFirst()) {
            guard let option = CurlOption(letter: letter) else { return unknown("-\(letter)", word) }
            guard option.takesValue else {
                take(option, word, word)
                continue
            }
            let value = word.text.dropFirst(number + 1)
            guard value.bytes.isEmpty else { return take(option, ShellWord(text: value, source: word.source), word) }
            return takeNext(option, "-\(letter)", word, &words)
        }
    }

    private mutating func takeNext(
        _ option: CurlOption,
        _ name: String,
        _ word: ShellWord,
        _ words: inout ArraySlice<ShellWord>
    ) {
        guard let value = words.popFirst() else {
            faults.add(
                .missingValue,
                word.source,
                "the option '\(Shown.text(name))' has no value",
                "write the value after the option"
            )
            return
        }
        take(option, option == .header ? wholeHeader(value, &words) : value, word)
    }

    private mutating func take(_ option: CurlOption, _ value: ShellWord, _ word: ShellWord) {
        switch option {
        case .request: request.method = written(value)
        case .header: takeHeader(value)
        case .url: takeAddress(value)
        case .user: request.authorization = .init(scheme: "Basic", written(value))
        case .bearer: request.authorization = .init(scheme: "Bearer", written(value))
        case .get: getOption = word
        case .head: request.method = request.method ?? Written("HEAD", from: start(word), to: end(word))
        case .form:
            request.body = .form(start(word))
            fields.append(value.text)
            isMultipart = true
        case .upload:
            request.body = .file(written(value))
            request.method = request.method ?? Written("PUT", from: start(word), to: end(word))
        case .data, .dataRaw, .dataURLEncode, .json: takeData(option, value)
        case .config: request.showsHeaders = false
        case .otherWithValue, .flag: break
        }
    }
}
