"""What operators copy from examples/deploy and docs/*/service is valid. nginx loses no request when a replica dies."""
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[4]
DEPLOY = ROOT / "examples" / "deploy"
PROGRAM = str(Path(os.environ.get("TOKEN04_PROGRAM", ROOT / "dist/cli/token04")).resolve())
SECRET = "0123456789abcdef0123456789ABCDEF"
ENVIRONMENT = {"ZEGO_APP_ID": "1234567890", "ZEGO_SERVER_SECRET": SECRET}
BODY = json.dumps({"user_id": "user1", "ttl": 3600})


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_for(port):
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"nothing listens on {port}")


class Site:
    """The example's nginx, and replicas of the service with the example's configuration."""

    def __init__(self, folder):
        self.folder = folder
        made = subprocess.run([PROGRAM, "serve", "new-key", "--file", folder / "keys.toml"], check=True, capture_output=True, text=True)
        self.key = made.stdout.strip()
        (folder / "secret").write_text(SECRET)
        self.ports = [free_port(), free_port()]
        self.replicas = [self.replica(port) for port in self.ports]
        self.port = free_port()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", "/CN=token.example", "-addext", "subjectAltName=DNS:token.example", "-keyout", folder / "key.pem",
                        "-out", folder / "cert.pem"], check=True, capture_output=True)
        self.nginx = self.start_nginx()
        for port in (*self.ports, self.port):
            wait_for(port)

    def replica(self, port):
        text = (DEPLOY / "token04.toml").read_text()
        text = text.replace('rate_per_caller = "600/m"', 'rate_per_caller = "100000/s"')
        config = self.folder / f"{port}.toml"
        config.write_text(text)
        log = open(self.folder / f"{port}.log", "w")
        return subprocess.Popen([PROGRAM, "serve", "--config", config, "--listen", f"127.0.0.1:{port}"], stdout=log, env={})

    def start_nginx(self):
        site = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/token04", str(self.folder))
        for before, after in (("127.0.0.1:8404", f"127.0.0.1:{self.ports[0]}"), ("127.0.0.1:8405", f"127.0.0.1:{self.ports[1]}"),
                              ("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl")):
            assert before in site, before
            site = site.replace(before, after)
        temporary = "".join(f"{name}_temp_path {self.folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        config = self.folder / "nginx.conf"
        config.write_text(f"daemon off;\npid {self.folder}/pid;\nerror_log {self.folder}/nginx.log;\nevents {{}}\n"
                          f"http {{\naccess_log off;\n{temporary}{site}}}\n")
        return subprocess.Popen(["nginx", "-c", config, "-p", self.folder, "-e", self.folder / "nginx.log"])

    def connect(self):
        context = ssl.create_default_context(cafile=self.folder / "cert.pem")
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=20)
        connection.connect = lambda: self.handshake(connection, context)
        return connection

    @staticmethod
    def handshake(connection, context):
        plain = socket.create_connection((connection.host, connection.port), timeout=20)
        connection.sock = context.wrap_socket(plain, server_hostname="token.example")

    def ask(self, connection):
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", "Host": "token.example"}
        connection.request("POST", "/v1/token", BODY, headers)
        response = connection.getresponse()
        return response.status, json.loads(response.read())

    def stop(self):
        for process in (self.nginx, *self.replicas):
            if process.poll() is None:
                process.terminate()
        for process in (self.nginx, *self.replicas):
            process.wait(timeout=40)


def under_load(site, event, seconds=4):
    """What a load of eight callers got while something happened."""
    answers, lock, end = [], threading.Lock(), time.monotonic() + seconds

    def caller():
        connection = site.connect()
        own = []
        while time.monotonic() < end:
            try:
                status, answer = site.ask(connection)
                own.append(status if "token" in answer else answer)
            except OSError as error:
                own.append(error)
                connection = site.connect()
        with lock:
            answers.extend(own)

    callers = [threading.Thread(target=caller) for _ in range(8)]
    for thread in callers:
        thread.start()
    time.sleep(seconds / 3)
    event()
    for thread in callers:
        thread.join()
    return answers


def a_replica_that_is_killed_loses_no_request(site):
    answers = under_load(site, lambda: site.replicas[0].send_signal(signal.SIGKILL))
    lost = [answer for answer in answers if answer != 200]
    assert not lost and len(answers) > 100, (len(answers), lost[:5])
    assert site.replicas[0].wait() == -signal.SIGKILL
    return f"{len(answers)} requests"


def a_replica_that_is_replaced_loses_no_request(site):
    site.replicas[0] = site.replica(site.ports[0])
    wait_for(site.ports[0])
    time.sleep(5.5)

    def replace():
        site.replicas[1].terminate()
        assert site.replicas[1].wait(timeout=40) == 0
        site.replicas[1] = site.replica(site.ports[1])

    answers = under_load(site, replace, seconds=6)
    lost = [answer for answer in answers if answer != 200]
    assert not lost and len(answers) > 100, (len(answers), lost[:5])
    return f"{len(answers)} requests"


def each_replica_shows_its_metrics(site):
    for port in site.ports:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as response:
            assert b"token04_build_info" in response.read(), port


def nginx_passes_on_what_is_for_the_public_alone(site):
    connection = site.connect()
    for path in ("/metrics", "/healthz", "/readyz", "/openapi.json", "/"):
        connection.request("GET", path, headers={"Host": "token.example"})
        response = connection.getresponse()
        response.read()
        assert response.status == 404, path
    log = (site.folder / f"{site.ports[0]}.log").read_text()
    assert "/healthz" not in log and SECRET not in log and site.key not in log


def check(text, folder):
    """Whether `token04 serve check` accepts a configuration, with the files it refers to beside it."""
    for name in re.findall(r'file = "([^"/]+)"', text):
        if not (folder / name).exists():
            (folder / name).write_text(FILES.get(name.split(".")[-1], SECRET))
    # The available key is for EdDSA.
    text = text.replace("/etc/token04-keys/keys.toml", "keys.toml").replace('"RS256"', '"EdDSA"')
    path = folder / "checked.toml"
    path.write_text(text)
    result = subprocess.run([PROGRAM, "serve", "check", "--config", path], env=ENVIRONMENT, capture_output=True, text=True)
    assert result.returncode == 0, f"{text}\n{result.stderr}"


FILES = {"json": json.dumps({"keys": [{"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": "1",
                                       "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})}


def the_manifest_is_whole(site):
    documents = {document["kind"]: document for document in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text())}
    assert set(documents) == {"ConfigMap", "Deployment", "Service", "PodDisruptionBudget"}
    check(documents["ConfigMap"]["data"]["token04.toml"], site.folder)
    container = documents["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    paths = [container[probe]["httpGet"]["path"] for probe in ("startupProbe", "readinessProbe", "livenessProbe")]
    assert paths == ["/readyz", "/readyz", "/healthz"]
    version = re.search(r'^version = "([^"]+)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]
    assert container["image"] == f"token04:{version}", container["image"]


def every_configuration_of_the_pages_is_good(site):
    blocks = 0
    for page in (ROOT / "docs").glob("*/service/*.md"):
        for block in re.findall(r"```toml\n(.*?)```", page.read_text(), re.S):
            check(block, site.folder)
            blocks += 1
    assert blocks >= 4, blocks


TESTS = [each_replica_shows_its_metrics, nginx_passes_on_what_is_for_the_public_alone, a_replica_that_is_killed_loses_no_request,
         a_replica_that_is_replaced_loses_no_request, the_manifest_is_whole, every_configuration_of_the_pages_is_good]


def main():
    passed = 0
    with tempfile.TemporaryDirectory() as folder:
        # nginx's workers run as another user and need access.
        Path(folder).chmod(0o755)
        site = Site(Path(folder))
        try:
            for test in TESTS:
                try:
                    print(f"ok      {test.__name__} {test(site) or ''}")
                    passed += 1
                except Exception as error:
                    print(f"FAILED  {test.__name__}: {type(error).__name__}: {error}")
        finally:
            site.stop()
    print(f"{passed} passed, {len(TESTS) - passed} failed")
    return 0 if passed == len(TESTS) else 1


if __name__ == "__main__":
    sys.exit(main())
