"""How names and descriptions are written: the casings of the languages, and comments."""
import re
import textwrap

from .chinese import descriptions

# Go and Objective-C write these in capitals.
INITIALISMS = {"cbc", "en", "gcm", "hmac", "id", "iv", "json", "jwt", "rtc", "ttl", "zh", "zim"}


def pascal(name):
    """InvalidAppId"""
    return "".join(word.capitalize() for word in re.split("[-_]", name))


def with_initialisms(name):
    """InvalidAppID"""
    return "".join(word.upper() if word in INITIALISMS else word.capitalize() for word in re.split("[-_]", name))


def upper(name):
    """INVALID_APP_ID"""
    return name.replace("-", "_").upper()


def clause(sentence):
    """A description as a part of a sentence, or in a table."""
    return sentence[0].lower() + sentence[1:].removesuffix(".")


def main_clause(sentence):
    """The same without what comes behind a semicolon."""
    return clause(sentence).partition("; ")[0]


def comment(text, prefix, width=110):
    """Lines of a comment, each behind its prefix."""
    return textwrap.wrap(text, width, initial_indent=prefix, subsequent_indent=prefix,
                         break_long_words=False, break_on_hyphens=False)


def block_comment(text, indent="", width=110):
    """A comment of Java, JavaScript and PHP: in one line where it fits."""
    line = f"{indent}/** {text} */"
    return [line] if len(line) <= width else [f"{indent}/**", *comment(text, f"{indent} * ", width), f"{indent} */"]


def summary(text, indent, width=110):
    """A documentation comment of .NET."""
    return comment(f"<summary>{text}</summary>", f"{indent}/// ", width)


def table(head, rows):
    """A table in Markdown."""
    def line(cells):
        return f"| {' | '.join(cells)} |"

    return [line(head), "|" + "---|" * len(head), *map(line, rows)]


def code_table(vocabulary, heading, name):
    """The error codes, each under the name that a language has for it."""
    return table(["code", heading, "when"],
                 [[str(entry.number), name(entry), clause(entry.description)] for entry in vocabulary.of("error")])


def chinese_code_table(vocabulary, heading, name):
    """The same in Chinese."""
    errors = vocabulary.of("error")
    return table(["错误码", heading, "含义"],
                 [[str(entry.number), name(entry), text] for entry, text in zip(errors, descriptions(errors))])


def readme_regions(folder, heading, name, chinese_heading=None):
    """The regions of a folder's READMEs, in English and Chinese, that have the error codes."""
    return {
        (f"{folder}/README.md", "error codes"): lambda vocabulary: code_table(vocabulary, heading, name),
        (f"{folder}/README.zh-CN.md", "error codes"):
            lambda vocabulary: chinese_code_table(vocabulary, chinese_heading or heading, name),
    }
