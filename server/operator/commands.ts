import { createInterface } from 'node:readline/promises'
import { sealAnew } from '../credentials/store'
import { type Arguments, resolveUserPath } from '../maintenance/arguments'
import { readBlockAppeals } from '../modules/appeals/block-appeals'
import { checkLedger } from '../modules/ledger/check-ledger'
import { checkAuditTrail } from '../modules/operator/audit-trail'
import { readReports } from '../modules/operator/open-reports'
import { endOperator, makeOperatorLink } from '../modules/operator/operators'
import { readAllShops } from '../modules/operator/read-shops'
import { removeShop } from '../modules/operator/remove-shop'
import { readStuckMoney } from '../modules/operator/stuck-money'
import { readWaitingContents } from '../modules/operator/waiting-contents'
import { differingChecks } from '../modules/statements/check-statements'
import { readSettings } from '../settings'
import { SetupError } from '../setup-error'
import { appoint } from './appoint'
import { personData, taxReport } from './authority-commands'
import { print, readName, readReason, withData } from './command-parts'
import { connectMiniProgram, connectPayments } from './connect-payments'
import { requireShopBySlug } from './find-shop'
import { formatBlockAppeals, formatContents } from './format-contents'
import { formatReports } from './format-reports'
import { formatShopTable } from './format-shops'
import { formatStuckMoney } from './format-stuck-money'
import { grantPayments, readGrantsFile } from './grant-payments'
import { formatDifferences, formatStatements } from './ledger-differences'
import { answerReportsOf, blockShop, decideById, renewKey } from './shop-actions'

/** Asks the operator to type a word before data is deleted. @throws SetupError without a terminal or when the word differs. */
async function confirmByTyping(word: string, question: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new SetupError(`${question}\nNobody can be asked here. Add --yes to do it without a question.`)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await lines.question(`${question}\nType ${word} to go on: `)
    if (answer.trim() !== word) throw new SetupError('Nothing was changed.')
  } finally {
    lines.close()
  }
}

const list = (given: Arguments) =>
  withData(async ({ db }) => {
    const shops = await readAllShops(db.query, given.option('search'))
    if (given.has('json')) return print(JSON.stringify(shops, null, 2))
    print(shops.length > 0 ? formatShopTable(shops) : 'No shop matches.')
  })

const block = (given: Arguments) =>
  withData(async (deps) => {
    const slug = given.value('shop')
    const reasons = { reason: readReason(given), ownerReason: readReason(given, 'tell') }
    const { name } = await blockShop(deps, { slug, isBlocked: true, ...reasons })
    print(
      `${name} (/s/${slug}) is blocked: buyers neither find it nor order. Orders placed before can still be read.`,
    )
  })

const unblock = (given: Arguments) =>
  withData(async (deps) => {
    const slug = given.value('shop')
    const { name } = await blockShop(deps, { slug, isBlocked: false, reason: readReason(given) })
    print(`${name} (/s/${slug}) is open to buyers again.`)
  })

const reports = (given: Arguments) =>
  withData(async (deps) => {
    const answered = given.option('answered')
    if (answered !== undefined) {
      const { name, count } = await answerReportsOf(deps, answered)
      return print(`${count} reports of ${name} (/s/${answered}) are answered. Later ones are listed again.`)
    }
    const shops = await readReports(deps.db.query)
    if (given.has('json')) return print(JSON.stringify(shops, null, 2))
    print(shops.length > 0 ? formatReports(shops) : 'There are no reports.')
  })

const contents = (given: Arguments) =>
  withData(async (deps) => {
    const [pass, hide] = [given.option('pass'), given.option('hide')]
    if (pass !== undefined && hide !== undefined)
      throw new SetupError('--pass and --hide exclude each other.')
    const id = pass ?? hide
    if (id !== undefined) {
      await decideById(deps, id, hide === undefined ? 'pass' : 'risky', given.has('everywhere'))
      return print(
        `${id} is ${hide === undefined ? 'shown to everybody' : 'hidden from others'} within seconds.`,
      )
    }
    const waiting = await readWaitingContents(deps)
    const blocks = await readBlockAppeals(deps.db.query)
    if (given.has('json')) return print(JSON.stringify({ contents: waiting, blocks }, null, 2))
    const parts = [formatBlockAppeals(blocks), formatContents(waiting)].filter(Boolean)
    print(parts.length > 0 ? parts.join('\n\n') : 'Nothing waits for a decision.')
  })

const remove = (given: Arguments) =>
  withData(async (deps) => {
    const [slug, folder, reason] = [
      given.value('shop'),
      resolveUserPath(given.value('to')),
      readReason(given),
    ]
    const shop = await requireShopBySlug(deps.db.query, slug)
    const question =
      `This removes ${shop.name} (/s/${slug}) with its products, photos and ${shop.last_order} orders for good. Buyers no ` +
      `longer see their orders either. The shop and its orders, with names, phones and addresses, are written into ${folder} first.`
    if (!given.has('yes')) await confirmByTyping(slug, question)
    const { files } = await removeShop(deps, shop, {
      ...{ folder, reason, operatorId: null, runInTx: (work) => deps.db.withTx(work) },
    })
    print(
      `${shop.name} (/s/${slug}) is removed. What it was is in:\n${files.map((file) => `  ${file}`).join('\n')}`,
    )
    print('The orders hold personal data: keep them where nobody else reads them, or delete them.')
  })

const key = (given: Arguments) =>
  withData(async (deps) => {
    const slug = given.value('shop')
    given.value('reason')
    const { name, key } = await renewKey(deps, { slug, reason: readReason(given) ?? '' })
    print(`The new key of ${name} (/s/${slug}), which works once and is shown only now: ${key}`)
    print(
      'Keys from before no longer work. Phones that manage the shop still do, until its owner ends them with the new key.',
    )
  })

const checkTheLedger = () =>
  withData(async ({ db, clock }) => {
    const { orders, entries, differences } = await checkLedger(db)
    const stuck = await readStuckMoney(db.query, clock())
    if (stuck.length > 0) print(`Money that needs a person:\n${formatStuckMoney(stuck)}`)
    const statements = await differingChecks(db.query)
    const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}`
    const about = `${count(orders, 'orders')} with ${count(entries, 'entries')}`
    if (differences.length === 0) {
      print(`The ledger is right: ${about}, every balance as it should be.`)
      if (statements.length === 0) return
      throw new SetupError(`Statements of payment services differ from it:\n${formatStatements(statements)}`)
    }
    throw new SetupError(
      `The ledger is wrong in ${count(differences.length, 'balances')} of ${about}:\n${formatDifferences(differences)}`,
    )
  })

const grant = (given: Arguments) =>
  withData(async (deps) => {
    const slug = given.value('shop')
    const grants = readGrantsFile(resolveUserPath(given.value('from')))
    const { name, online } = await grantPayments(deps, { slug, grants })
    print(`${name} (/s/${slug}) may be paid online by: ${online.join(', ') || 'nothing'}.`)
  })

function requireKeys() {
  const { credentialsKeys } = readSettings(process.env)
  if (credentialsKeys) return credentialsKeys
  throw new SetupError('Set CREDENTIALS_KEY, which seals the credentials: openssl rand -hex 32')
}

const connect = (given: Arguments) =>
  withData(async (deps) => {
    const { service, merchant, appid } = await connectPayments(
      deps,
      requireKeys(),
      resolveUserPath(given.value('from')),
    )
    print(`${service} is connected: merchant ${merchant}, appid ${appid}. Restart the server.`)
    print('The files are no longer needed here: delete them.')
  })

const connectApp = (given: Arguments) =>
  withData(async (deps) => {
    const appid = await connectMiniProgram(deps, requireKeys(), resolveUserPath(given.value('from')))
    print(`Buyers sign in by the mini-program ${appid} once the server is restarted.`)
    print('The file is no longer needed here: delete it.')
  })

const rotateKey = () =>
  withData(async ({ db }) => {
    const keys = requireKeys()
    const count = await db.withTx((tx) => sealAnew(tx, keys))
    print(`${count} credentials are sealed anew. CREDENTIALS_KEY_PREVIOUS is no longer needed.`)
  })

const appointStaff = (given: Arguments) =>
  withData(async (deps) => {
    const { place, code } = await appoint(deps, { centre: given.value('centre'), name: readName(given) })
    print(`${readName(given)} is invited to ${place}. The code works once, within a week: ${code}`)
    print('It is typed at /centre, or opened as /centre#CODE.')
  })

const operatorLink = (given: Arguments) =>
  withData(async (deps) => {
    const name = readName(given)
    if (given.has('end')) {
      const isEnded = await deps.db.withTx((tx) => endOperator(deps, tx, name))
      if (!isEnded) throw new SetupError(`There is no operator ${name}.`)
      return print(`${name} is no longer an operator, and is signed out everywhere.`)
    }
    const code = await deps.db.withTx((tx) => makeOperatorLink(deps, tx, name))
    const origin = deps.settings.publicUrl
    print(`${name} signs in once within an hour at: ${origin ?? ''}/console#${code}`)
    if (origin === undefined)
      print('PUBLIC_URL is not set: put the address of the site before it, such as https://shop.example.org')
  })

const checkAudit = () =>
  withData(async (deps) => {
    const { entries, last, firstWrong } = await checkAuditTrail(deps, deps.db.query)
    if (firstWrong !== undefined)
      throw new SetupError(
        `Entry ${firstWrong} of the audit trail is missing or was changed, or SECRET was another one when it was written. The ${entries} before it are right.`,
      )
    print(`The audit trail is right: ${entries} entries${entries > 0 ? `, the last ${last}` : ''}.`)
  })

/** The operator's commands for shops, their money and service centres; they may run beside a running server. */
export const operatorCommands = {
  list,
  block,
  unblock,
  reports,
  contents,
  remove,
  'new-key': key,
  'check-ledger': checkTheLedger,
  'grant-payments': grant,
  'connect-payments': connect,
  'connect-mini-program': connectApp,
  'rotate-credentials-key': rotateKey,
  appoint: appointStaff,
  'operator-link': operatorLink,
  'check-audit': checkAudit,
  'person-data': personData,
  'tax-report': taxReport,
}
