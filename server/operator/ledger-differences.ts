import type { StatementDifference } from '@/domain/payment/statement'
import { readJson } from '../db/json'
import type { LedgerDifference } from '../modules/ledger/check-ledger'
import type { StoredCheck } from '../modules/statements/check-statements'

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** One line for each difference. */
export const formatDifferences = (differences: readonly LedgerDifference[]): string =>
  differences
    .map(
      ({ slug, orderNumber, account, expected, inLedger }) =>
        `  /s/${slug}, order ${orderNumber}, ${account}: ${yuan(inLedger)} in the ledger, should be ${yuan(expected)} yuan`,
    )
    .join('\n')

const amountOf = (fen: number | undefined) => (fen === undefined ? 'nothing' : `${yuan(fen)} yuan`)

/** One line for each difference of statements. */
export const formatStatements = (checks: readonly StoredCheck[]): string =>
  checks
    .flatMap(({ service, day, differences }) =>
      readJson<StatementDifference[]>(differences).map(
        ({ kind, number, mismatch, stated, recorded }) =>
          `  ${service}, ${day}, ${kind} ${number} (${mismatch}): ${amountOf(stated)} in the statement, ${amountOf(recorded)} recorded`,
      ),
    )
    .join('\n')
