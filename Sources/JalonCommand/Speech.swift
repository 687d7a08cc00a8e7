/// The language that commands speak: `--language`, else JALON_LANGUAGE, else that of the session (LANG), else French.
import ArgumentParser
import Foundation
package import JalonDomain

enum Speech {
    /// Known before the command line is parsed, because help and its errors speak it too.
    static let words = Words(asked ?? Environment.language.flatMap { Language(rawValue: $0) } ?? ofSession ?? .fr)

    /// What JALON_LANGUAGE holds when it is no language of Jalon.
    static var unknownLanguage: String? {
        Environment.language.flatMap { Language(rawValue: $0) == nil ? $0 : nil }
    }

    private static var asked: Language? {
        var arguments = CommandLine.arguments.dropFirst().makeIterator()
        while let argument = arguments.next() {
            if argument == "--" { return nil }
            if argument == "--language" { return arguments.next().flatMap { Language(rawValue: $0) } }
            if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst("--language=".count))) }
        }
        return nil
    }

    /// `en_GB.UTF-8` is English, `C` is no language.
    private static var ofSession: Language? {
        Environment.sessionLanguage.flatMap { Language(rawValue: String($0.prefix { $0 != "_" && $0 != "." && $0 != "-" })) }
    }
}

func say(_ fr: String, _ en: String) -> String { Speech.words.say(fr, en) }

/// The help of an option.
func help(_ fr: String, _ en: String) -> ArgumentHelp { ArgumentHelp(say(fr, en)) }

/// What an option stands for, in its help: `--plan <number>`.
func help(_ fr: String, _ en: String, value: String) -> ArgumentHelp { ArgumentHelp(say(fr, en), valueName: value) }

/// Every command's help ends with an example.
func example(_ lines: String...) -> String {
    ([say("EXEMPLE\u{A0}:", "EXAMPLE:")] + lines.map { "  " + $0 }).joined(separator: "\n")
}

func say(onStandardError line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((printable(line) + "\n").utf8))
}

extension Language: ExpressibleByArgument {}
