import type { RouteReply } from '@/contract/routes'
import type { PageQuery } from '@/contract/shapes'
import type { StaffRole } from '@/domain/access'
import { isCounty } from '@/domain/centre'
import { readPage, toPage } from '../../db/pagination'
import type { AppDependencies } from '../../dependencies'
import { centreOf } from '../centres/centre-of'
import { findKeeperCentres } from '../centres/store'
import { selectOpenHelps, toHelp } from './store'

type CentreHelps = RouteReply<'GET /api/centres/:centre/helps'>
type Steps = RouteReply<'GET /api/shops/:shopId/help-steps'>

interface Listed {
  centre: string
  accountId: string
  role: StaffRole
}

/** The open helps of a centre, or of all centres of a county, newest first. A trainer gets only their own. */
export async function listHelps(
  { db, settings, clock }: Pick<AppDependencies, 'db' | 'settings' | 'clock'>,
  { centre, accountId, role }: Listed,
  page: PageQuery,
): Promise<CentreHelps> {
  let select = selectOpenHelps(db.query, clock())
    .leftJoin('shop', 'shop.shop_id', 'help.shop_id')
    .selectAll('help')
    .select(['shop.slug', 'shop.name as shop_name', 'shop.trade'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('paper_card')
            .select('paper_card.id')
            .whereRef('paper_card.shop_id', '=', 'help.shop_id')
            .where('paper_card.ended_at', 'is', null),
        )
        .as('has_card'),
    )
  select = isCounty(centre)
    ? select.where('help.centre', 'like', `${centre}%`)
    : select.where('help.centre', '=', centre)
  if (role === 'trainer') select = select.where('help.helper', '=', accountId)
  const rows = await readPage(select, page, ['help.started_at', 'help.id'])
  const keeperCentres = await findKeeperCentres(db.query, accountId)
  return toPage(
    rows,
    page.limit,
    ({ started_at, id }) => ({ at: started_at, id }),
    (row) => ({
      ...{ ...toHelp(row, settings.centres), shopId: row.shop_id },
      mayAct: row.helper === accountId || (row.opens === 1 && keeperCentres.has(row.centre)),
      ...(row.person === null ? {} : { person: row.person }),
      ...(row.slug === null || row.shop_name === null || row.trade === null
        ? {}
        : {
            shop: {
              ...{ slug: row.slug, name: row.shop_name, trade: row.trade },
              hasCard: Boolean(row.has_card),
            },
          }),
    }),
  )
}

export async function listSteps(
  { db, settings }: Pick<AppDependencies, 'db' | 'settings'>,
  shopId: string,
  page: PageQuery,
): Promise<Steps> {
  const select = db.query.selectFrom('help_step').selectAll().where('shop_id', '=', shopId)
  const rows = await readPage(select, page, ['at', 'id'])
  return toPage(
    rows,
    page.limit,
    ({ at, id }) => ({ at, id }),
    ({ id, centre, name, action, about, at, done }) => ({
      ...{ id, helper: name, action, at, centre: centreOf(settings.centres, centre), isDone: done === 1 },
      ...(about === null ? {} : { about }),
    }),
  )
}
