#!/usr/bin/env python3
"""Runs the short programs of the front page and of the API in brief, in one language: snippets.py LANG.

A block of code in these pages leaves out what every program of its language has around it. Here it gets that, is built
against what scripts/build.sh LANG made, and runs in a new folder. It must end well, and its first line of output must be
a token. Each page must have a block in the language; the same code in two pages runs once. Rust's run as documentation
tests of the core. Ends with a line "N passed, N failed", a block each.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "dist"
PAGES = ["README.md", "README.zh-CN.md", "docs/en/reference/api-in-brief.md", "docs/zh-CN/reference/api-in-brief.md"]
TOKEN = re.compile(r"04[A-Za-z0-9+/]+=*")
LONGEST_SECONDS = 300


def blocks(fence):
    """The different blocks of a language, each with the pages that have it."""
    found = {}
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        codes = re.findall(rf"^```{fence}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        if not codes:
            sys.exit(f"snippets.py: {page} has no block {fence}")
        for code in codes:
            found.setdefault(code, []).append(page)
    return found


def split(code, first_words):
    """The lines that belong to the head of a file, and the others."""
    lines = code.splitlines()
    head = [line for line in lines if line.startswith(first_words)]
    return "\n".join(head), "\n".join(line for line in lines if line not in head)


def run(*command, folder, **options):
    return subprocess.run([str(word) for word in command], cwd=folder, check=True, timeout=LONGEST_SECONDS,
                          stdout=subprocess.PIPE, text=True, **options).stdout


def c(code, folder):
    head, body = split(code, "#include")
    (folder / "main.c").write_text(f"#include <stdio.h>\n{head}\nint main(void)\n{{\n{body}\nreturn 0;\n}}\n")
    library = DIST / "c/lib/libtoken04.a"
    run("cc", "-Wall", "-Werror", f"-I{DIST}/c/include", "main.c", library, "-o", "main", folder=folder)
    return run("./main", folder=folder)


def cpp(code, folder):
    head, body = split(code, "#include")
    (folder / "main.cpp").write_text(f"#include <iostream>\n{head}\nint main()\n{{\n{body}\n}}\n")
    library = DIST / "cpp/lib/libtoken04.a"
    run("c++", "-std=c++11", "-Wall", "-Werror", f"-I{DIST}/cpp/include", "main.cpp", library, "-o", "main", folder=folder)
    return run("./main", folder=folder)


def objc(code, folder):
    head, body = split(code, "#import")
    (folder / "make_tokens.m").write_text(
        f"#import <Foundation/Foundation.h>\n{head}\nint main(void)\n{{\n"
        f"NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];\n{body}\n[pool drain];\nreturn 0;\n}}\n")
    shutil.copy(ROOT / "examples/objc/Makefile", folder)
    run("make", "-s", f"TOKEN04={DIST}/objc", "make_tokens", folder=folder)
    return run("./make_tokens", folder=folder)


def python(code, folder):
    for wheel in (DIST / "python").glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(folder)
    (folder / "main.py").write_text(code)
    return run("python3", "-W", "error", "main.py", folder=folder)


def node(code, folder):
    run("npm", "install", "--loglevel=error", "--offline", "--prefix", folder, *(DIST / "node").glob("*.tgz"), folder=folder)
    (folder / "main.mjs").write_text(code)
    return run("node", "main.mjs", folder=folder)


def java(code, folder):
    head, body = split(code, "import ")
    (folder / "Main.java").write_text(
        f"{head}\nclass Main {{\npublic static void main(String[] arguments) {{\n{body}\n}}\n}}\n")
    jar = next(jar for jar in (DIST / "java").glob("*.jar") if not jar.stem.endswith(("sources", "javadoc")))
    return run("java", "-cp", jar, "Main.java", folder=folder)


def go(code, folder):
    head, body = split(code, "import ")
    used = "\n".join(f'import "{name}"' for name in ("fmt", "log", "time") if f"{name}." in body)
    (folder / "main.go").write_text(f"package main\n{head}\n{used}\nfunc main() {{\n{body}\n}}\n")
    package = "github.com/token04/token04/bindings/go"
    run("go", "mod", "init", "example.com/app", folder=folder, stderr=subprocess.DEVNULL)
    run("go", "mod", "edit", "-replace", f"{package}={ROOT}/bindings/go", "-require", f"{package}@v0.0.0", folder=folder)
    return run("go", "run", ".", folder=folder)


def php(code, folder):
    (folder / "main.php").write_text(f"<?php\nrequire '{ROOT}/bindings/php/autoload.php';\n{code}")
    return run("php", "-d", "display_errors=stderr", "main.php", folder=folder)


def dotnet(code, folder):
    head, body = split(code, "using ")
    for file in (DIST / "dotnet").iterdir():
        shutil.copy(file, folder)
    (folder / "Main.cs").write_text(f"{head}\nclass Program {{\nstatic void Main() {{\n{body}\n}}\n}}\n")
    run("mcs", "-langversion:7", "-r:Token04.dll", "-out:main.exe", "Main.cs", folder=folder)
    return run("mono", "main.exe", folder=folder)


# How a language is marked in Markdown, and what runs it.
LANGUAGES = {
    "c": ("c", c), "cpp": ("cpp", cpp), "objc": ("objc", objc), "python": ("python", python), "node": ("js", node),
    "java": ("java", java), "go": ("go", go), "php": ("php", php), "dotnet": ("csharp", dotnet),
}


def main(language):
    fence, program = LANGUAGES[language]
    passed = failed = 0
    for code, pages in blocks(fence).items():
        with tempfile.TemporaryDirectory(prefix="token04-snippet-") as folder:
            try:
                printed = program(code, Path(folder)).splitlines()
                problem = "" if printed and TOKEN.fullmatch(printed[0]) else f"no token, but {printed[:1]}"
            except subprocess.CalledProcessError as error:
                problem = str(error)
        passed, failed = passed + (not problem), failed + bool(problem)
        print(f"{'FAILED' if problem else 'ok'}: {language} in {', '.join(pages)} {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:2] not in [[name] for name in LANGUAGES]:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
