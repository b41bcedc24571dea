// A list of tabs, of which one is shown in a panel below it.
function showTabs(list, panel, items, chosen, choose) {
  list.replaceChildren(...items.map(([name], index) => {
    const tab = element("button", "", name);
    tab.type = "button";
    tab.id = `${list.id}-${index}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.setAttribute("aria-selected", String(index === chosen));
    tab.tabIndex = index === chosen ? 0 : -1;
    tab.addEventListener("click", () => focusTab(list, index, choose));
    return tab;
  }));
  list.onkeydown = event => {
    const count = items.length;
    const next = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1 + count, Home: 0, End: count - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusTab(list, next % count, choose);
  };
  panel.textContent = items[chosen][1];
  panel.setAttribute("aria-labelledby", `${list.id}-${chosen}`);
}

function focusTab(list, index, choose) {
  choose(index);
  $(`${list.id}-${index}`).focus();
}
