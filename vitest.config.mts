import { defineConfig } from "vitest/config";

const zones = ["Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu"];

/** Everything once; the rules of the domain, which may not depend on it, again under other time zones. */
export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: "all", include: ["test/**/*.test.ts"], exclude: ["test/long/**"] },
      },
      ...zones.map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          include: ["test/domain/**/*.test.ts"],
          exclude: ["test/domain/**/*.property.test.ts"],
          env: { TZ: zone },
        },
      })),
    ],
  },
});
