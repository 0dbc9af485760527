/** One of the user's own settings: `id` is its dotted key (`ledger.auto_post`, `fx.USD.CAD`). */
export interface Setting {
  readonly id: string;
  readonly value: SettingValue;
}

export type SettingValue = string | number | boolean | readonly string[];
