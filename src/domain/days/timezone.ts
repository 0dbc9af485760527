/** True for the name of a time zone this machine knows (IANA, `America/Toronto`). Slow: it is for settings, not for days. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
