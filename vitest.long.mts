import { defineConfig } from "vitest/config";

/** The long products: what `npm test` tries a sample of, tried whole. */
export default defineConfig({
  test: {
    testTimeout: 3_600_000,
    include: ["test/long/**/*.test.ts", "test/faults/crash-in-recovery.test.ts"],
    env: { MANY_PAIRS: "1" },
  },
});
