import { writeScene } from '@/domain/shop/scene'
import { shopUrls } from '../../first-paint/shop-urls'
import { resolveOrigin } from '../../http/origin'
import type { AppBase } from '../../server-module'
import { mustFindVisible } from '../shops/store'
import { sendCode } from '../storefronts/serve-codes'
import { readPublished } from './store'

/** The page of the mini-program that codes of group buys open. */
const GROUP_BUY_PAGE = 'pages/group-buy/index'

/** Serves the pictures of codes of group buys, which posters show. */
export function serveGroupBuyCodes({
  app,
  codes,
  deps: { db, settings },
  limits,
}: Pick<AppBase, 'app' | 'codes' | 'deps' | 'limits'>) {
  app.get<{ Params: { slug: string; id: string } }>('/s/:slug/g/:id/code.png', async (request, reply) => {
    await limits.visit('GET /api/storefronts/:slug', request)
    const { slug, id } = request.params
    const shopId = await mustFindVisible(db.query, slug)
    await readPublished(db.query, { shopId, groupBuyId: id })
    const link = `${shopUrls(resolveOrigin(settings, request), slug).url}/g/${id}`
    return sendCode(reply, await codes.read({ page: GROUP_BUY_PAGE, scene: writeScene({ slug, id }) }, link))
  })
}
