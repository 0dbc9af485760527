import { Refusal } from "../refusal.ts";
import { nearest } from "../words/nearest.ts";

/**
 * The day of the ISO 4217 list this table was taken from: list one of 2024-06-25 with amendments
 * 176 (XCG for ANG), 178 (CUC gone), 179 (XAD) and the euro in Bulgaria (BGN gone).
 */
export const currenciesListedOn = "2026-01-01";

/** Every active ISO 4217 code that has a minor unit, with its number of decimals; funds codes included. */
export const currencyExponents: ReadonlyMap<string, number> = new Map([
  ...codes(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...codes(
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
     CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
     GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
     MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
     PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
     TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ),
  ...codes(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...codes(4, "CLF UYW"),
]);

/** Codes of ISO 4217 that are no money to pay with: metals, units of account, testing, "no currency". */
const withoutMinorUnit = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(" ");

/**
 * Reads an ISO 4217 code in any case and gives it in capitals. Refuses (`bad-currency`) what is no
 * active currency, and the codes without a minor unit (gold, special drawing rights), in which
 * nothing can be owed.
 */
export function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase();
  if (currencyExponents.has(code)) return code;
  if (withoutMinorUnit.includes(code)) {
    throw new Refusal("bad-currency", `${code} is no currency to pay in`, "Use one such as CAD.");
  }
  const alike = nearest(code, currencyExponents.keys());
  throw new Refusal(
    "bad-currency",
    `"${text}" is not a currency`,
    alike.length > 0
      ? `Did you mean ${alike.join(" or ")}?`
      : `Use three letters of ISO 4217 as of ${currenciesListedOn}, such as CAD.`,
  );
}

/** The number of decimals of a currency: 2 for CAD, 0 for JPY, 3 for KWD. Refuses as `parseCurrency` does. */
export function exponentOf(currency: string): number {
  return currencyExponents.get(currency) ?? exponentOf(parseCurrency(currency));
}

function codes(exponent: number, list: string): [string, number][] {
  return list.split(/\s+/).map((code) => [code, exponent]);
}
