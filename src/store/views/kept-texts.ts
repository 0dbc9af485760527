import type { ViewText } from "./view-reading.ts";

/** Texts of views kept for the next question, up to a bound: the oldest go, for they can always be read again. */
export class KeptTexts {
  private readonly texts = new Map<string, ViewText>();
  /** In characters. */
  private length = 0;

  get(view: string): ViewText | undefined {
    return this.texts.get(view);
  }

  keep(view: string, text: ViewText): void {
    this.texts.set(view, text);
    this.length += text.raw.length;
    for (const [oldest, { raw }] of this.texts) {
      if (this.length <= mostKept || oldest === view) return;
      this.texts.delete(oldest);
      this.length -= raw.length;
    }
  }
}

/** In characters; a month of a busy household is a few hundred thousand. */
const mostKept = 1 << 24;
