/** What would run or ask somewhere, if a browser showed it. It is self-contained, for it runs in pages too. */
export function aliveIn(root: ParentNode): string[] {
  const links = ["http:", "https:", "mailto:", "tel:"];
  const alive: string[] = [];
  for (const each of root.querySelectorAll("*")) {
    const said = [`${each.tagName} ${each.className}`];
    if (/^(script|iframe|object|embed|base|link|meta|form|style)$/i.test(each.tagName))
      alive.push(said.join(" "));
    for (const { name, value } of each.attributes) {
      const bare = value.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, "");
      const leads =
        /^(href|xlink:href|action|formaction)$/i.test(name) &&
        !(
          URL.canParse(bare, "https://here.invalid/") &&
          links.includes(new URL(bare, "https://here.invalid/").protocol)
        );
      const loads =
        /^(src|srcset|poster|data|srcdoc|background)$/i.test(name) &&
        !/^($|blob:|\/f\/|data:image\/(png|jpeg|gif|webp|avif);)/i.test(bare);
      const styles = name === "style" && /url\(|expression|@import/i.test(value);
      if (/^on/i.test(name) || leads || loads || styles)
        alive.push(`${said.join(" ")} ${name}=${value.slice(0, 200)}`);
    }
  }
  return alive;
}
