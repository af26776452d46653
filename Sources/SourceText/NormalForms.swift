import Foundation

/// The ways in which Unicode can write one name: macOS separates letters from their accents, most other systems don't.
///
/// `String` compares names by these forms already. Hashes and paths consist of bytes, so they need one fixed form.
package struct NormalForms {
    /// The name in Normalization Form C, as most systems write it.
    package let composed: String

    /// Every form in which the name may be written, the composed one first.
    package let all: [String]

    /// Makes the forms of a name, or returns `nil` for an ASCII name, which has only one form.
    package init?(_ name: String) {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let composed = name.precomposedStringWithCanonicalMapping
        self.composed = composed
        let forms = [composed, name, name.decomposedStringWithCanonicalMapping]
        // Two forms of one name are equal as strings, so compare their bytes.
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
