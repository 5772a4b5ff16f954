import type { RouteBody } from '@/contract/routes'
import {
  currentStep,
  MAX_OWN_APP_NOTE_LENGTH,
  type OwnAppState,
  type OwnAppStates,
} from '@/domain/shop/own-app'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { OwnAppTable } from '../../db/operator-tables'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { Filing, WechatFiling } from '../../gateways/wechat-filing'
import { readGrants } from '../grants/grants'
import { lockShop } from '../shops/shop-lock'

type StoredFiling = Pick<Filing, 'gaps' | 'problems'> & { readAt: number }

const findRow = (db: Query, shopId: string): Promise<OwnAppTable | undefined> =>
  db.selectFrom('own_app').selectAll().where('shop_id', '=', shopId).executeTakeFirst()

/** A merchant that WeChat has granted is the payment's step, whatever was noted. */
async function paymentOf(db: Query, shopId: string, noted: OwnAppState): Promise<OwnAppState> {
  const shop = await db
    .selectFrom('shop')
    .select('payment_grants')
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return shop && readGrants(shop).wechat ? 'done' : noted
}

/** How far a shop's own mini-program is; `undefined` for a shop without one. */
export async function findOwnApp(db: Query, shopId: string) {
  const row = await findRow(db, shopId)
  if (!row) return undefined
  const noted = readJson<OwnAppStates>(row.states)
  const states = { ...noted, payment: await paymentOf(db, shopId, noted.payment) }
  return {
    ...{ appid: row.appid, states },
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.filing === null ? {} : { filing: readJson<StoredFiling>(row.filing) }),
  }
}

/** The step on which the release of a shop's own mini-program waits, for the to-dos of its owner; empty without one. */
export async function readWaitingOwnApp(db: Query, shopId: string) {
  const app = await findOwnApp(db, shopId)
  const step = app && currentStep(app.states)
  return step ? { ownApp: { step, state: app.states[step] } } : {}
}

/** Notes how far the mini-program of a shop that is locked is. What WeChat said about the filing of the same mini-program stays. */
export async function saveOwnApp(
  tx: Query,
  shopId: string,
  { appid, states, note }: RouteBody<'PUT /api/operator/shops/:shopId/own-app'>,
  now: number,
): Promise<void> {
  const known = await findRow(tx, shopId)
  const filing = known?.appid === appid ? known.filing : null
  const filingState = filing === null ? states.filing : readJson<OwnAppStates>(known?.states ?? '{}').filing
  const row = {
    ...{ appid, note: note ?? null, filing, changed_at: now },
    states: JSON.stringify({ ...states, filing: filingState }),
  }
  await tx
    .insertInto('own_app')
    .values({ shop_id: shopId, ...row })
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(row))
    .execute()
}

interface Log {
  info(facts: object, message: string): void
}

/** Reads the filings that are not done from WeChat, and stores what it says. */
export async function readFilings(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  filing: WechatFiling,
  log: Log,
): Promise<void> {
  const rows = await db.query.selectFrom('own_app').selectAll().orderBy('shop_id').execute()
  for (const { shop_id: shopId, appid, states } of rows) {
    if (readJson<OwnAppStates>(states).filing === 'done') continue
    try {
      await storeFiling(db, { shopId, appid }, await filing.read(appid), clock())
    } catch (error) {
      // the operator notes it by hand
      if (!(error instanceof GatewayError)) throw error
      log.info({ shopId, code: error.code }, 'the filing of a mini-program could not be read')
    }
  }
}

const storeFiling = (
  db: AppDependencies['db'],
  { shopId, appid }: { shopId: string; appid: string },
  { state, gaps, problems }: Filing,
  readAt: number,
): Promise<void> =>
  db.withTx(async (tx) => {
    await lockShop(tx, shopId)
    const row = await findRow(tx, shopId)
    if (row?.appid !== appid) return
    const words = problems.map((problem) => problem.slice(0, MAX_OWN_APP_NOTE_LENGTH))
    await tx
      .updateTable('own_app')
      .set({
        states: JSON.stringify({ ...readJson<OwnAppStates>(row.states), filing: state }),
        filing: JSON.stringify({ gaps, problems: words, readAt } satisfies StoredFiling),
      })
      .where('shop_id', '=', shopId)
      .execute()
  })
