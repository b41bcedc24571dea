// The navigation of the site comes from the start page of each language: its headings and its links.
import { readFileSync } from "node:fs";

const WORDS = {
  en: { description: "Issue, read, verify and explain ZEGO Token04" },
  "zh-CN": {
    description: "签发、解析、校验和诊断 ZEGO Token04",
    words: {
      outline: { level: "deep", label: "本页目录" },
      docFooter: { prev: "上一页", next: "下一页" },
      darkModeSwitchLabel: "外观",
      lightModeSwitchTitle: "切换到浅色",
      darkModeSwitchTitle: "切换到深色",
      sidebarMenuLabel: "目录",
      returnToTopLabel: "回到顶部",
      langMenuLabel: "语言",
    },
  },
};

/** The description, the sidebar and the words of the theme in the language of a folder. */
export function navigation(folder) {
  const sidebar = [];
  const start = readFileSync(new URL(`../${folder}/index.md`, import.meta.url), "utf8");
  for (const line of start.split("\n")) {
    const heading = /^## (.+)/.exec(line);
    const link = /^\* \[(.+?)\]\((.+?)\.md\)/.exec(line);
    if (heading) sidebar.push({ text: heading[1], items: [] });
    else if (link) sidebar.at(-1).items.push({ text: link[1], link: `/${folder}/${link[2]}` });
  }
  return { words: {}, ...WORDS[folder], sidebar };
}

/** The words of the search in Chinese. */
export const SEARCH_IN_CHINESE = {
  button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
  modal: {
    noResultsText: "没有结果",
    resetButtonTitle: "清除",
    displayDetails: "显示详情",
    footer: { selectText: "选择", navigateText: "切换", closeText: "关闭" },
  },
};
