/// Texts made comparable: what a person types finds what was written, whatever the accents, case and spaces.

extension String {
    /// Lowercased, without accents, œ as oe and æ as ae, ’ as ', every run of spaces (non-breaking ones too) as one, trimmed.
    ///
    /// Written by table rather than with Foundation's folding, which goes through ICU and costs some fifty times more per word.
    package var folded: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 32)
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            case ..<0x80: bytes.append(UInt8(scalar.value))
            // Soft hyphens, zero-width marks and combining accents are not seen, or seen on the letter before.
            case 0xAD, 0x0300...0x036F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: continue
            case 0xC0..<0x180: bytes.append(contentsOf: latin(scalar))
            case 0x2018, 0x2019, 0x02BC: bytes.append(0x27)
            case 0x2010, 0x2011: bytes.append(0x2D)
            case 0x1E9E: bytes.append(contentsOf: "ss".utf8)
            default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Without the spaces around it, non-breaking and zero-width ones too; those inside are the author's.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
}

/// The plain letters of U+00C0 to U+017F, one each; a dot marks those that are no single letter.
private let plainLetters: StaticString = """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
    lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """

private func latin(_ scalar: Unicode.Scalar) -> [UInt8] {
    let letter = plainLetters.utf8Start[Int(scalar.value) - 0xC0]
    guard letter == UInt8(ascii: ".") else { return [letter] }
    return switch scalar {
    case "Æ", "æ": Array("ae".utf8)
    case "Œ", "œ": Array("oe".utf8)
    case "Ĳ", "ĳ": Array("ij".utf8)
    case "Þ", "þ": Array("th".utf8)
    case "ß": Array("ss".utf8)
    default: Array(String(scalar).utf8)
    }
}
