// What is wrong with a token: the verdict, and the findings with how to fix them.
function showVerdict({ findings, claims }) {
  const count = severity => findings.filter(finding => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  // Without the secret, the body was not read, and nothing can be said of it.
  const tone = errors ? "error" : warnings ? "warning" : claims ? "good" : "note";
  $("verdict").className = `verdict ${tone}`;
  document.querySelector(".mark").textContent = { error: "✕", warning: "!", good: "✓", note: "?" }[tone];
  $("verdict-text").textContent = errors ? text("verdictError")(errors) : warnings ? text("verdictWarning")(warnings) : text(claims ? "verdictGood" : "verdictSealed");
}

function showFindings({ findings }) {
  $("found").hidden = findings.length === 0;
  // Errors come first, notes last.
  const pressing = findings.some(finding => finding.severity !== "note");
  $("inside").insertBefore($("found"), pressing ? $("clock") : $("more"));
  $("found-count").textContent = findings.length;
  $("findings").replaceChildren(...findings.map(finding => {
    const item = element("li", `finding ${finding.severity}`), head = element("p", "head");
    head.append(element("b", "", text(finding.severity)), element("code", "", finding.id), docsLink("diagnose", finding.id, "docs", text("docs")));
    item.append(head, element("p", "what", finding.message), element("p", "fix", finding.fix));
    if (finding.client_codes.length) {
      const codes = element("p", "codes", `${text("showsAs")} `);
      codes.append(element("code", "", finding.client_codes.join(", ")));
      item.append(codes);
    }
    return item;
  }));
}
