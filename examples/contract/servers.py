"""How each server is installed from what a user gets, in a folder outside the checkout, and started."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES, DIST = ROOT / "examples", ROOT / "dist"


def run(*command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def one(pattern):
    """All files of a pattern in dist, of which there must be one at least."""
    found = sorted(DIST.glob(pattern))
    assert found, f"there is no dist/{pattern}: run scripts/build.sh {pattern.split('/')[0]}"
    return found


def service(folder, environment):
    (folder / "jwt.key").write_text(environment["JWT_KEY"])
    (folder / "token04.toml").write_text(
        "[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n"
        "[policy]\nprofile = 'rtc'\ndefault_ttl = '1d'\nmax_ttl = '7d'\nrate_failures = '1000/s'\n")
    program = shutil.copy(one("cli/token04")[0], folder)
    return [program, "serve", "--config", folder / "token04.toml", "--listen", f"127.0.0.1:{environment['PORT']}"]


def python(folder, _environment):
    run(sys.executable, "-m", "venv", "environment", folder=folder)
    pip = folder / "environment/bin/pip"
    run(pip, "install", "-q", "--disable-pip-version-check", *one("python/*.whl"), "-r", "requirements.txt", folder=folder)
    return [folder / "environment/bin/python", "server.py"]


def node(folder, _environment):
    run("npm", "install", "--silent", "--no-audit", "--no-fund", *one("node/*.tgz"), folder=folder)
    return ["node", "server.js"]


def go(folder, _environment):
    # The module is found beside the example, as in the checkout.
    shutil.copytree(ROOT / "bindings/go", folder / "bindings/go")
    run("go", "mod", "edit", "-replace", f"github.com/token04/token04/bindings/go={folder}/bindings/go", folder=folder)
    run("go", "build", "-o", "server", ".", folder=folder)
    return [folder / "server"]


def php(folder, environment):
    shutil.copytree(ROOT / "bindings/php", folder / "token04", ignore=shutil.ignore_patterns("tests"))
    environment["TOKEN04_AUTOLOAD"] = str(folder / "token04/autoload.php")
    # One request at a time would let the contract's concurrent ones wait.
    environment["PHP_CLI_SERVER_WORKERS"] = "4"
    return ["php", "-d", "ffi.enable=true", "-S", f"127.0.0.1:{environment['PORT']}", "index.php"]


def cpp(folder, _environment):
    shutil.copytree(DIST / "cpp", folder / "prefix", symlinks=True)
    run("cmake", "-S", ".", "-B", "build", f"-DCMAKE_PREFIX_PATH={folder}/prefix", folder=folder)
    run("cmake", "--build", "build", folder=folder)
    return [folder / "build/token_server"]


def dotnet(folder, _environment):
    for file in one("dotnet/*"):
        shutil.copy(file, folder)
    run("mcs", "-langversion:7", "-r:Token04.dll", "-r:System.Web.Extensions.dll", "-out:server.exe", "Jwt.cs", "Server.cs", folder=folder)
    return ["mono", "server.exe"]


def java(folder, _environment):
    jar = next(jar for jar in one("java/token04-*.jar") if not jar.stem.endswith(("-sources", "-javadoc")))
    run("mvn", "-q", "-B", "org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file", f"-Dfile={jar}", folder=folder)
    run("mvn", "-q", "-B", "package", folder=folder)
    return ["java", "-cp", "target/server.jar:target/libraries/*", "Server"]


def edge(folder, *packages):
    """Installs the example without the tools of all platforms, but with these packages."""
    packages = [*one("node/*.tgz"), *packages]
    run("npm", "install", "--silent", "--no-audit", "--no-fund", "--save-prod", "--omit=dev", *packages, folder=folder)
    return folder / "node_modules/.bin"


def deno(folder, _environment):
    edge(folder)
    program = ROOT / "bindings/wasm/node_modules/.bin/deno"
    return [program, "run", "--no-prompt", "--allow-net", "--allow-env", "--allow-read", "deno/main.ts"]


def cloudflare(folder, environment):
    programs = edge(folder, "wrangler@4")
    variables = "".join(f'{name}="{environment[name]}"\n' for name in ("ZEGO_SERVER_SECRET", "JWT_KEY"))
    (folder / "cloudflare/.dev.vars").write_text(variables)
    environment |= {"CI": "1", "WRANGLER_SEND_METRICS": "false"}
    return [programs / "wrangler", "dev", "--config", "cloudflare/wrangler.toml", "--ip", "127.0.0.1", "--port", environment["PORT"]]


def next_js(folder, environment, bundler="--turbopack"):
    programs = edge(folder, "next@16", "react@19", "react-dom@19")
    environment |= {"HOSTNAME": "127.0.0.1", "NEXT_TELEMETRY_DISABLED": "1"}
    run(programs / "next", "build", bundler, "next", folder=folder)
    # What is deployed has nothing else around it.
    shutil.move(folder / "next/.next/standalone", folder / "deployed")
    shutil.rmtree(folder / "node_modules")
    return ["node", "deployed/next/server.js"]


def next_webpack(folder, environment):
    return next_js(folder, environment, "--webpack")


# Each server: the folder of its example, and how it is made ready; the command that starts it comes back.
ALL = {
    "service": (None, service), "python": ("python/server", python), "node": ("node/server", node), "go": ("go/server", go),
    "php": ("php/server", php), "cpp": ("cpp/server", cpp), "dotnet": ("dotnet/server", dotnet), "java": ("java/server", java),
    "deno": ("edge", deno), "cloudflare": ("edge", cloudflare),
}
# Next.js takes minutes to build.
if os.environ.get("TOKEN04_ALL_RUNTIMES"):
    ALL |= {"next": ("edge", next_js), "next-webpack": ("edge", next_webpack)}
# The addresses in front of the contract's, where there is not only one: Next.js's edge runtime has its own.
PREFIXES = {"next": ("", "/edge"), "next-webpack": ("", "/edge")}


def prepare(name, folder, environment):
    """Copies the example into a folder, installs it, and gives the command that starts it."""
    source, make_ready = ALL[name]
    if source:
        ignored = shutil.ignore_patterns("node_modules", "build", "target", "vendor")
        shutil.copytree(EXAMPLES / source, folder, dirs_exist_ok=True, ignore=ignored)
    return [os.fspath(part) for part in make_ready(folder, environment)]
