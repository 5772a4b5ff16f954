import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sharePhotoPath } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { withHead } from '../../first-paint/frame'
import { createGroupBuyHead } from '../../first-paint/head'
import { shopUrls } from '../../first-paint/shop-urls'
import type { Content } from '../../modules/content/content'
import { readGroupBuyPage } from '../../modules/group-buys/read-page'
import { CachedResponse } from '../cache/cached-response'
import { resolveOrigin } from '../origin'
import type { Site } from './site'

interface Pages {
  content: Content
  /** Returns true when the client's address is above its rate limit. */
  isBusy(request: FastifyRequest): Promise<boolean>
}

/** Serves the page of a group buy: the site's page with its words, its prices and a preview in its head. */
export function serveGroupBuys(
  app: FastifyInstance,
  deps: AppDependencies,
  site: Site,
  { content, isBusy }: Pages,
): void {
  app.get<{ Params: { slug: string; id: string } }>('/s/:slug/g/:id', async (request, reply) => {
    const { slug, id } = request.params
    const shell = site.shellAt('/group-buy')
    // the plain page needs no rendering
    if (await isBusy(request)) return shell.send(request, reply)
    try {
      const page = content.show(
        'GET /api/storefronts/:slug/group-buys/:groupBuyId',
        await readGroupBuyPage(deps, slug, id),
      )
      const urls = shopUrls(resolveOrigin(deps.settings, request), slug)
      const photo = page.groupBuy.goods.find((goods) => goods.photo)?.photo
      const picture = photo ? urls.url.replace(/\/s\/[^/]+$/, sharePhotoPath(photo.hash)) : urls.picture
      const head = createGroupBuyHead(page, urls, picture, deps.clock())
      const text = withHead(shell.text(), head)
      return new CachedResponse(text, 'text/html; charset=utf-8', 'no-cache').send(request, reply)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not-found') return shell.send(request, reply.code(404))
      request.log.error({ err: error }, 'the head of a group buy could not be made')
      return shell.send(request, reply)
    }
  })
}
