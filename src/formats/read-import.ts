import type { ImportFormat } from "../domain/imports/import-format.ts";
import { decodeText } from "./decode.ts";
import type { ImportFile } from "./import-file.ts";
import { nothingKnown, readJsonFile } from "./json-file.ts";

/**
 * Reads an input file of any format: bytes → rows, and what is wrong with the others. `currency` is for
 * rows that name none. Refuses (`bad-input-file`) a file that is not what it is said to be as a whole;
 * a single row that cannot be taken is listed instead. Each reader is loaded with its packages when a file needs it.
 */
export async function readImport(
  bytes: Uint8Array,
  format: ImportFormat,
  currency: string,
): Promise<ImportFile> {
  const text = decodeText(bytes);
  if (format === "csv" || (format === "auto" && !/^\s*[[{]/.test(text))) {
    const { readCsv } = await import("./csv-rows.ts");
    return readCsv(text, currency);
  }
  const file = readJsonFile(text);
  if (format !== "old" && "schema_version" in file.head) {
    const { readOwnExport } = await import("./own-export.ts");
    return readOwnExport(file);
  }
  const { isOldService, readOldService } = await import("./old-service.ts");
  if (format !== "valhalla" && isOldService(file)) return readOldService(file, currency);
  throw nothingKnown();
}
