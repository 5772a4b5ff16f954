import type { StuckMoney } from '../modules/operator/stuck-money'

/** Formats money that needs a person, one line for each. */
export const formatStuckMoney = (stuck: readonly StuckMoney[]): string =>
  stuck
    .map(
      ({ slug, about, amount, trouble }) =>
        `  /s/${slug}, ${about}: ${(amount / 100).toFixed(2)} yuan, ${trouble}`,
    )
    .join('\n')
