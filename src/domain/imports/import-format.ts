/** The formats an import can be told; `auto` looks at the file. */
export const importFormats = ["auto", "valhalla", "old", "csv"] as const;
export type ImportFormat = (typeof importFormats)[number];
