"""Compares the oldest versions that tables of languages state with those that the packages require."""
import re

# Where a package requires the oldest version of its language.
REQUIRED = {
    "Rust": ("Cargo.toml", r'rust-version = "([\d.]+)"'),
    "Python": ("bindings/python/pyproject.toml", r'requires-python = ">=([\d.]+)"'),
    "Node.js": ("bindings/node/package.json", r'"node": ">=([\d.]+)"'),
    "Java": ("bindings/java/pom.xml", r"<maven.compiler.release>([\d.]+)<"),
    "Go": ("bindings/go/go.mod", r"(?m)^go ([\d.]+)"),
    "PHP": ("bindings/php/composer.json", r'"php(?:-64bit)?": "(?:>=|\^)([\d.]+)'),
}
# The pages with such a table, and the column of the versions, counted from 0.
TABLES = [("README", 1), ("/migrating/zego-server-assistant", 2)]
ROW = re.compile(r"^\| \[([^\]]+)\]\([^)]*\) \|")


def differences(tree, path):
    """The rows of a page that state another version, one sentence each."""
    for name, column in TABLES:
        if path.removesuffix(".md").removesuffix(".zh-CN").endswith(name) and not path.startswith(("bindings", "crates")):
            yield from in_table(tree, path, column)


def in_table(tree, path, column):
    for line in tree.page(path).prose:
        row = ROW.match(line)
        source, pattern = REQUIRED.get(row[1], (None, None)) if row else (None, None)
        if source not in tree.paths:
            continue
        found = re.search(pattern, tree.text(source))
        if not found:
            yield f"{source} states no oldest version of {row[1]}"
        elif not re.search(rf"(?<![\d.]){re.escape(found[1])}(?![\d.])", line.strip("| ").split("|")[column]):
            yield f"{source} requires {row[1]} {found[1]}, the table says otherwise"
