/** An instant in UTC, ISO 8601 with a final `Z`. */
export type Instant = string;
