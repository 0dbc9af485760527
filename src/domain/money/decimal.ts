/** An amount as it is kept: a decimal string such as `"16.99"`, always beside a currency. */
export type Decimal = string;
