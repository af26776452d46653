import Foundation

/// The ways in which Unicode can write the same name; macOS separates letters from accents, most other systems don't.
///
/// `String` treats the forms of a name as equal. Hashes and paths consist of bytes, so they need one fixed form.
package struct NormalForms {
    /// The name in Normalization Form C, as most systems write it.
    package let composed: String

    /// All forms in which the name may be written, with the composed form first.
    package let all: [String]

    /// Makes the forms of a name, or returns `nil` for an ASCII name, which has only one form.
    package init?(_ name: String) {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let composed = name.precomposedStringWithCanonicalMapping
        self.composed = composed
        let forms = [composed, name, name.decomposedStringWithCanonicalMapping]
        // Two forms of the same name are equal as strings, so their bytes are compared.
        all = forms.enumerated().filter { number, form in
            !forms[..<number].contains { $0.utf8.elementsEqual(form.utf8) }
        }
        .map(\.element)
    }
}

extension String {
    /// The name in Normalization Form C, in which equal names have equal bytes.
    package var composed: String { NormalForms(self)?.composed ?? self }
}
