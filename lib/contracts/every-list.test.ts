import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { LISTS } from "./every-list";
import { isSortable, OPERATORS, operatorsOf } from "./list-fields";

const DOC = "docs/lists.md";
const MARK = "<!-- fields: what lib/contracts publishes -->";

/** What docs/lists.md has to say of each noun: a row for each field, and those that `fields` can choose besides. */
function published(): string {
  return Object.entries(LISTS)
    .map(([noun, { types, fields }]) => {
      const rows = Object.entries(types).map(([field, type]) => {
        const values = typeof type === "string" ? type : type.join(", ");
        const operators = operatorsOf(field, type);
        const missing = OPERATORS.filter((operator) => !operators.includes(operator));
        const told =
          operators.length < missing.length
            ? operators.join(", ")
            : missing.length === 0
              ? "all"
              : `all but ${missing.join(", ")}`;
        return `| \`${field}\` | ${values} | ${told} | ${isSortable(field) ? "yes" : "no"} |`;
      });
      const others = fields.filter((field) => !Object.hasOwn(types, field)).map((field) => `\`${field}\``);
      return [
        `### ${noun}`,
        "",
        "| field | values | operators | sorts |",
        "|---|---|---|---|",
        ...rows,
        "",
        `Chosen by \`fields\` only: ${others.join(" · ")}`,
      ].join("\n");
    })
    .join("\n\n");
}

it("docs/lists.md tells every noun's fields and operators as they are; `vitest run -u` writes it anew", async () => {
  const [prose = ""] = readFileSync(DOC, "utf8").split(MARK);
  await expect(`${prose}${MARK}\n\n${published()}\n`).toMatchFileSnapshot(resolve(DOC));
});
