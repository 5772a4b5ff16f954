import { chmod, writeFile } from 'node:fs/promises'
import { boundsOfQuarter } from '@/domain/quarter'
import { type Arguments, resolveUserPath } from '../maintenance/arguments'
import { addAuditEntry } from '../modules/operator/audit-trail'
import { SetupError } from '../setup-error'
import { print, readReason, withData } from './command-parts'
import { readPersonData } from './person-data'
import { readIncome, readRemovedShops, readSellers, sellerReport } from './tax-report'

/** Writes a file that only the user may read. */
async function writePrivateFile(path: string, data: string | Buffer): Promise<void> {
  await writeFile(path, data, { mode: 0o600, flush: true })
  await chmod(path, 0o600)
}

/** Names removed shops, which a file about the database lacks. */
function printRemoved(slugs: readonly string[]): void {
  if (slugs.length === 0) return
  print(
    `It lacks ${slugs.length} removed shops, whose orders are only in the files of their removal: ${slugs.join(', ')}. ` +
      'Look for them in removed-shops in the data folder, or where npm run shop:remove wrote them.',
  )
}

export const personData = (given: Arguments) =>
  withData(async (deps) => {
    const phone = given.value('phone').trim()
    if (!/^\d{5,15}$/.test(phone)) throw new SetupError('--phone must be a number of 5 to 15 digits.')
    given.value('reason')
    const file = resolveUserPath(given.value('to'))
    const data = await readPersonData(deps, { phone, reason: readReason(given) ?? '' })
    await writePrivateFile(file, `${JSON.stringify(data, null, 2)}\n`)
    print(`${data.accounts.length} accounts and ${data.received.length} orders are in ${file}.`)
    printRemoved(await readRemovedShops(deps.db.query))
    print('It is personal data: give away what was asked for, then delete it.')
  })

export const taxReport = (given: Arguments) =>
  withData(async (deps) => {
    const bounds = boundsOfQuarter(given.value('quarter'))
    if (!bounds) throw new SetupError('--quarter must be a quarter like 2026Q4.')
    const subject = given.value('quarter')
    await deps.db.withTx((tx) => addAuditEntry(deps, tx, { operatorId: null, action: 'tax-report', subject }))
    const file = resolveUserPath(given.value('to'))
    const incomes = await readIncome(deps.db.query, bounds.from, bounds.until)
    const sellers = await readSellers(deps.db.query)
    await writePrivateFile(file, await sellerReport(incomes, sellers, deps.settings.publicUrl ?? ''))
    print(
      `The income of ${incomes.length} shops and all ${sellers.length} sellers are in ${file}. Complete their identities there.`,
    )
    printRemoved(await readRemovedShops(deps.db.query, bounds.from))
    if (deps.clock() < bounds.until) print('The quarter is not over yet.')
  })
