// The engine of the service's page: the service that sent the page answers its questions.
const engine = {
  kind: "service",
  about: () => ask("/dev/about"),
  read: question => ask("/dev/read", question),
  make: request => ask("/v1/token", request),
  // The project of the question: the service's own, unless another is entered.
  project: () => ({ app_id: wholeIn("x-app"), secret: $("x-secret").value || undefined }),
  appId: () => about.app_id,
  required: [],
  canMake: () => true,
  // The command that makes the same token.
  command(asked) {
    const json = `'${JSON.stringify(asked).replaceAll("'", "'\\''")}'`;
    return ["curl", `curl ${location.origin}/v1/token \\\n  -H 'Content-Type: application/json' \\\n  -d ${json}`];
  },
};

// Sends a question to the service and returns its answer, or throws what to show.
async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw { message: text("offline") };
  }
  const answer = await response.json();
  if (!response.ok) throw refusal(answer);
  return answer;
}
