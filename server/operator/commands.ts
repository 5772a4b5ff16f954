import type { AppDependencies } from '../dependencies'
import { type Arguments, typedPath } from '../maintenance/arguments'
import { withDependencies } from '../maintenance/take-along'
import { readSettings, SetupError } from '../settings'
import { plainDataFault } from '../start/data-faults'
import { askFor } from './ask'
import { setBlocked } from './block-shop'
import { shopOfSlug } from './find-shop'
import { listShops, shopTable } from './list-shops'
import { newKey } from './new-key'
import { removeShop } from './remove-shop'

const tell = (line: string) => void process.stdout.write(`${line}\n`)

/** A reason as it is logged: one line that shows what it says. */
function reasonIn({ option }: Arguments): string | undefined {
  const reason = option('reason')?.trim()
  if (reason === undefined) return undefined
  if (reason.length > 0 && reason.length <= 200 && !/\p{Cc}/u.test(reason)) return reason
  throw new SetupError('--reason must be one line of 1 to 200 characters.')
}

async function onData<T>(work: (deps: AppDependencies) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  try {
    return await withDependencies(settings, work)
  } catch (error) {
    throw plainDataFault(error, settings.dataDir)
  }
}

const list = (given: Arguments) =>
  onData(async ({ db }) => {
    const shops = await listShops(db.query, given.option('search'))
    if (given.has('json')) return tell(JSON.stringify(shops, null, 2))
    tell(shops.length > 0 ? shopTable(shops) : 'No shop matches.')
  })

const block = (given: Arguments) =>
  onData(async (deps) => {
    const slug = given.value('shop')
    const { name } = await setBlocked(deps, { slug, isBlocked: true, reason: reasonIn(given) })
    tell(
      `${name} (/s/${slug}) is blocked: buyers neither find it nor order. Orders placed before can still be read.`,
    )
  })

const unblock = (given: Arguments) =>
  onData(async (deps) => {
    const slug = given.value('shop')
    const { name } = await setBlocked(deps, { slug, isBlocked: false, reason: reasonIn(given) })
    tell(`${name} (/s/${slug}) is open to buyers again.`)
  })

const remove = (given: Arguments) =>
  onData(async (deps) => {
    const [slug, folder, reason] = [given.value('shop'), typedPath(given.value('to')), reasonIn(given)]
    const shop = await shopOfSlug(deps.db.query, slug)
    const question =
      `This removes ${shop.name} (/s/${slug}) with its products, photos and ${shop.last_order} orders for good. Buyers no ` +
      `longer see their orders either. The shop and its orders, with names, phones and addresses, are written into ${folder} first.`
    if (!given.has('yes')) await askFor(slug, question)
    const { files } = await removeShop(deps, { slug, folder, reason })
    tell(
      `${shop.name} (/s/${slug}) is removed. What it was is in:\n${files.map((file) => `  ${file}`).join('\n')}`,
    )
    tell('The orders hold personal data: keep them where nobody else reads them, or delete them.')
  })

const key = (given: Arguments) =>
  onData(async (deps) => {
    const slug = given.value('shop')
    given.value('reason')
    const { name, key } = await newKey(deps, { slug, reason: reasonIn(given) ?? '' })
    tell(`The new key of ${name} (/s/${slug}), which works once and is shown only now: ${key}`)
    tell(
      'Keys from before no longer work. Phones that manage the shop still do, until its owner ends them with the new key.',
    )
  })

/** What an operator does to shops, beside a running server. */
export const operatorCommands = { list, block, unblock, remove, 'new-key': key }
