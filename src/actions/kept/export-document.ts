import { jsonDocument } from "../../formats/export-json.ts";
import { schemaVersion } from "../../formats/own-export.ts";
import type { Books } from "../books.ts";
import { everySection } from "./export-section.ts";

/**
 * Everything as one JSON object, a piece at a time; `import` into an empty home gives back books that
 * export the same. Alerts, Shield and the budget hold nothing yet.
 */
export function exportDocument(books: Books, now: string, days: number): Iterable<string> {
  const head = { schema_version: schemaVersion, generated_at: now };
  return jsonDocument(head, everySection(books, days), {
    alerts: [],
    shield: {
      ...{ enabled: false, active: false, reason: null, notes: "" },
      ...{ triggered_at: null, updated_at: null },
    },
    budget: { accounts: [], incomes: [], buffer_min: "500.00" },
    settings: Object.fromEntries([...books.snapshot.settings()].sort()),
  });
}
