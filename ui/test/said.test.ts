/** Every sentence of the page and the wall goes through the strings: the sources are read for those that do not. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../src");
const files = (readdirSync(SRC, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("strings/"));

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;
const under = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode);

/** What a screen reader or a pointer is told. */
const TOLD =
  /^(aria-(label|description|roledescription|valuetext)|placeholder|title|alt|label|closeLabel)$/;
/** Where words are put in without JSX. */
const PUT = /^(textContent|innerText|title|alt|placeholder|ariaLabel)$/;
const WORDS = /\p{L}{2}/u;

/** The words that stand in an expression itself, and not in what it asks for. */
function literals(node: Node): string[] {
  if (node.type === "Literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.type === "TemplateElement") return [(node.value as { cooked: string }).cooked];
  if (node.type === "JSXText") return [node.value as string];
  const sides = [
    "ConditionalExpression",
    "LogicalExpression",
    "TemplateLiteral",
    "BinaryExpression",
  ];
  if (node.type === "JSXExpressionContainer") return literals(node.expression as Node);
  if (!sides.includes(node.type)) return [];
  const all = under(node).filter((each) => each !== node.test);
  // what is compared is not shown
  return /^[=!]==?$/.test(String(node.operator)) ? [] : all.flatMap(literals);
}

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? (node.property as Node | undefined)?.name ?? "") : "";

/** What this node shows or tells by itself. */
function saidBy(node: Node): string[] {
  const { type } = node;
  if (type === "JSXElement" || type === "JSXFragment")
    return (node.children as Node[]).flatMap(literals);
  if (type === "JSXAttribute" && TOLD.test(nameOf(node.name)) && isNode(node.value))
    return literals(node.value);
  if (type === "AssignmentExpression" && PUT.test(nameOf(node.left)))
    return literals(node.right as Node);
  if (type !== "CallExpression") return [];
  const [first, second] = node.arguments as Node[];
  const called = nameOf(node.callee);
  if (called === "toast" && first) return literals(first);
  if (called === "setAttribute" && second && TOLD.test(String(first?.value)))
    return literals(second);
  return [];
}

/** A date, a time or a number in one country's way, whatever the page speaks. */
function fixedBy(node: Node): string[] {
  const [first] = (node.arguments ?? []) as Node[];
  const how = nameOf(node.callee);
  const isOf =
    (node.type === "CallExpression" && /^toLocale\w*String$/.test(how)) ||
    (node.type === "NewExpression" && nameOf((node.callee as Node).object) === "Intl");
  return isOf && first?.type === "Literal" && first.value !== "und"
    ? [`${how}(${String(first.raw)})`]
    : [];
}

function found(code: string, file: string, of: (node: Node) => string[]): string[] {
  const all: string[] = [];
  const walk = (node: Node): void => {
    const line = code.slice(0, node.start).split("\n").length;
    all.push(...of(node).map((each) => `${file}:${line} ${each.trim()}`));
    under(node).forEach(walk);
  };
  walk(parseSync(file, code).program as unknown as Node);
  return all;
}
const inAll = (of: (node: Node) => string[]): string[] =>
  files.flatMap((file) => found(readFileSync(join(SRC, file), "utf8"), file, of));

const words = (node: Node): string[] => saidBy(node).filter((each) => WORDS.test(each));

test("a sentence that bypasses the strings is found wherever it may stand", () => {
  const code = `
    const a = <p title="Of it">{isOpen ? "Shown here" : t.pad.more} and {\`more \${n}\`}</p>;
    toast("Done now"); node.textContent = "Put in"; node.setAttribute("aria-label", "Told");
    const b = <b className="bold">{way === "out" ? t.a : t.b} · 12 {n}</b>;
    at.toLocaleTimeString("en-GB"); new Intl.NumberFormat("de").format(n); at.toLocaleString();`;
  expect(found(code, "a.tsx", words).map((each) => each.replace(/^\S+ /, ""))).toEqual([
    "Shown here",
    "and",
    "more",
    "Of it",
    "Done now",
    "Put in",
    "Told",
  ]);
  expect(found(code, "a.tsx", fixedBy)).toHaveLength(2);
});

test("no sentence of the page bypasses the strings", () => {
  expect(inAll(words)).toEqual([]);
});

test("no date, time or number is written in the way of one country outside of the strings", () => {
  expect(inAll(fixedBy)).toEqual([]);
});
