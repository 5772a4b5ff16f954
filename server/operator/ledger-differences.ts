import type { LedgerDifference } from '../modules/ledger/check-ledger'

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** One line for each difference. */
export const formatDifferences = (differences: readonly LedgerDifference[]): string =>
  differences
    .map(
      ({ slug, orderNumber, account, expected, inLedger }) =>
        `  /s/${slug}, order ${orderNumber}, ${account}: ${yuan(inLedger)} in the ledger, should be ${yuan(expected)} yuan`,
    )
    .join('\n')
