// The documentation site: VitePress over the pages in en and zh-CN, which also read well without it.
import { posix } from "node:path";
import { defineConfig } from "vitepress";
import { navigation, SEARCH_IN_CHINESE } from "./navigation.mjs";

const REPOSITORY = "https://github.com/token04/token04";

export default defineConfig({
  title: "token04",
  outDir: "../dist/docs",
  cacheDir: "../target/docs-cache",
  rewrites: { "README.md": "index.md" },
  locales: { en: locale("en", "English"), "zh-CN": locale("zh-CN", "简体中文") },
  themeConfig: {
    outline: "deep",
    search: {
      provider: "local",
      options: {
        locales: { "zh-CN": { translations: SEARCH_IN_CHINESE } },
        miniSearch: { options: { tokenize: words }, searchOptions: { combineWith: "AND" } },
      },
    },
    socialLinks: [{ icon: "github", link: REPOSITORY }],
  },
  markdown: {
    anchor: { slugify: anchor },
    config: (markdown) => linkToRepository(markdown),
  },
});

/** A language with its navigation. */
function locale(folder, label) {
  const { description, sidebar, words } = navigation(folder);
  return { label, lang: folder, description, link: `/${folder}/`, themeConfig: { sidebar, ...words } };
}

/** The words of a text, which the search finds. Chinese has no blanks between words, so each character counts as one. */
function words(text) {
  return text.match(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu) ?? [];
}

/** The anchor of a heading, as hosting services make it; scripts/test/site.py compares. */
function anchor(heading) {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "").trim().replaceAll(" ", "-");
}

/** Links that leave docs lead to the repository; scripts/documents.py checks them. */
function linkToRepository(markdown) {
  markdown.core.ruler.push("links to the repository", ({ tokens, env }) => {
    const folder = posix.dirname(posix.join("docs", posix.relative(process.cwd(), env.path)));
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (!href?.startsWith("../")) continue;
      const path = posix.join(folder, href);
      if (!path.startsWith("docs/")) {
        token.attrSet("href", `${REPOSITORY}/blob/main/${path}`);
      }
    }
  });
}
