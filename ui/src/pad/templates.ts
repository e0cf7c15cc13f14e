/** Three quiet ways to begin an empty pad. */

import { t, type Strings } from "../strings";

type Words = Strings["templates"];

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

const TEMPLATES = {
  agenda: ({ agenda, goal, topics, next }: Words) => [
    title(agenda),
    part(goal),
    point(),
    part(topics),
    point(),
    point(),
    part(next),
    task(),
  ],
  minutes: ({ minutes, present, decisions, todo, open }: Words) => [
    title(minutes),
    part(present),
    point(),
    part(decisions),
    point(),
    part(todo),
    task(),
    part(open),
    point(),
  ],
  retro: ({ retro, well, hard, tried }: Words) => [
    title(retro),
    part(well),
    point(),
    part(hard),
    point(),
    part(tried),
    task(),
  ],
} satisfies Record<string, (words: Words) => TemplateBlock[]>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** In the language in use. */
export const templateOf = (name: TemplateName): TemplateBlock[] => TEMPLATES[name](t.templates);
