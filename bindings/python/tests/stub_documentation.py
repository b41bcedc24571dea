"""Writes the documentation of the native module into its stub, where editors look for it.

    python tests/stub_documentation.py python/token04/_native.pyi

rewrites the stub from the documentation of the module that is installed; test_package.py compares the two.
"""

import ast
import inspect
import sys
from pathlib import Path

from token04 import _native


def documented(stub):
    """The stub with the documentation that the module now has."""
    lines = stub.splitlines()
    # From the end, so that the lines before keep their numbers.
    for node, documentation in reversed(list(places(ast.parse(stub)))):
        indent = " " * (node.body[0].col_offset if isinstance(node, ast.ClassDef) else node.col_offset + 4)
        text = [f"{indent}{line}".rstrip() for line in quoted(documentation).splitlines()]
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            lines[first.lineno - 1 : first.end_lineno] = text
        elif isinstance(node, ast.ClassDef):
            decorators = getattr(first, "decorator_list", [])
            start = min(part.lineno for part in (first, *decorators))
            lines[start - 1 : start - 1] = text
        else:
            head = lines[first.lineno - 1][: first.col_offset].rstrip()
            lines[first.lineno - 1 : first.end_lineno] = [head, *text] if head.strip() else text
    return "\n".join(lines) + "\n"


def places(tree):
    """The classes, functions and methods of a stub with their documentation; of overloads only the first."""
    seen = set()
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            thing = getattr(_native, node.name)
            yield node, inspect.getdoc(thing)
            for member in node.body if isinstance(node, ast.ClassDef) else ():
                name = getattr(member, "name", "__")
                if not name.startswith("__") and (node.name, name) not in seen:
                    seen.add((node.name, name))
                    yield member, inspect.getdoc(getattr(thing, name))


def quoted(documentation):
    escaped = documentation.replace("\\", "\\\\").replace('"""', '\\"""')
    # A quote at the end would run into the closing ones.
    escaped = escaped[:-1] + '\\"' if escaped.endswith('"') else escaped
    return f'"""{escaped}\n"""' if "\n" in escaped else f'"""{escaped}"""'


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(documented(path.read_text(encoding="utf-8")), encoding="utf-8")
