/** Three quiet ways to begin an empty pad. */

/** A block as BlockNote takes it, as far as the templates need it. */
export type TemplateBlock =
  | { type: "heading"; props: { level: 1 | 2 }; content: string }
  | { type: "bulletListItem" | "checkListItem"; content: string };

const title = (content: string): TemplateBlock => ({
  type: "heading",
  props: { level: 1 },
  content,
});
const part = (content: string): TemplateBlock => ({
  type: "heading",
  props: { level: 2 },
  content,
});
const point = (content = ""): TemplateBlock => ({ type: "bulletListItem", content });
const task = (content = ""): TemplateBlock => ({ type: "checkListItem", content });

export const TEMPLATES = {
  agenda: [
    title("Agenda"),
    part("Goal"),
    point(),
    part("Topics"),
    point(),
    point(),
    part("Next steps"),
    task(),
  ],
  minutes: [
    title("Minutes"),
    part("Who is here"),
    point(),
    part("Decisions"),
    point(),
    part("To do"),
    task(),
    part("Open"),
    point(),
  ],
  retro: [
    title("Retro"),
    part("What went well"),
    point(),
    part("What was hard"),
    point(),
    part("What we try next"),
    task(),
  ],
} satisfies Record<string, TemplateBlock[]>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];
