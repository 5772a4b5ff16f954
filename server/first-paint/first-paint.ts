import type { FastifyBaseLogger } from 'fastify'
import { type Day, dayOf } from '@/domain/day'
import { GONE } from '@/domain/shop/shop'
import type { Storefront } from '@/features/storefront/use-storefront'
import { CachedResponse } from '../http/cache/cached-response'
import type { Site } from '../http/pages/site'
import { createFrame, type Frame, type Screen } from './frame'
import { createShopHead, goneHead, notFoundHead } from './head'
import { READ_SCRIPT, SCREEN_SCRIPT } from './scripts'
import { shopUrls } from './shop-urls'

/** A storefront's rendered screen of one day, and its pages by the origin in their links. */
interface RenderedStorefront {
  day: Day
  screen: Screen
  pages: Map<string, CachedResponse>
}

const NOT_FOUND = 404

/** The HTTP status of the page of a shop that buyers do not find. */
export type MissingStatus = typeof NOT_FOUND | typeof GONE

/** Maximum number of cached pages per storefront, more than a server has origins; the oldest is evicted first. */
const MAX_ORIGINS = 8

/** Loads the renderer on demand, as it includes React. */
async function loadScreens() {
  const screen = await import('./screen')
  await screen.prepare()
  return screen
}

/**
 * Renders and caches shop pages with their first screen. A page is cached as long as its storefront; the screen is rendered
 * again each day (a shop may be closed until a day), the head for each origin.
 */
export class FirstPaint {
  private readonly cache = new WeakMap<CachedResponse, RenderedStorefront>()
  private readonly missing = new Map<MissingStatus, Promise<CachedResponse>>()

  private constructor(
    private readonly frame: Frame,
    private readonly clock: () => number,
  ) {}

  /** Returns `undefined` when the site's build has no list of files per page. */
  static create(site: Site, clock: () => number): FirstPaint | undefined {
    const frame = createFrame(site)
    return frame && new FirstPaint(frame, clock)
  }

  /** Returns a shop's page. `storefront` is the response of `GET /api/storefronts/:slug`. */
  async page(slug: string, storefront: CachedResponse, origin: string): Promise<CachedResponse> {
    const day = dayOf(this.clock())
    const cached = this.cachedFor(storefront, day)?.pages.get(origin)
    if (cached) return cached
    const { renderScreen } = await loadScreens()
    const data = JSON.parse(storefront.text()) as Storefront
    // another request may have rendered it meanwhile
    const rendered = this.cachedFor(storefront, day) ?? {
      day,
      screen: renderScreen(slug, data),
      pages: new Map<string, CachedResponse>(),
    }
    const { pages, screen } = rendered
    const page =
      pages.get(origin) ??
      this.createPage(createShopHead(data, shopUrls(origin, slug)), screen, SCREEN_SCRIPT + READ_SCRIPT)
    const [oldest] = pages.keys()
    if (pages.size >= MAX_ORIGINS && oldest !== undefined) pages.delete(oldest)
    pages.set(origin, page)
    this.cache.set(storefront, rendered)
    return page
  }

  private cachedFor(storefront: CachedResponse, day: Day): RenderedStorefront | undefined {
    const rendered = this.cache.get(storefront)
    return rendered?.day === day ? rendered : undefined
  }

  /** Returns the page for an unknown shop, or for one that was closed for good. */
  missingPage(status: MissingStatus): Promise<CachedResponse> {
    const made =
      this.missing.get(status) ??
      loadScreens().then(({ renderMissing }) =>
        this.createPage(status === GONE ? goneHead : notFoundHead, renderMissing(status), SCREEN_SCRIPT),
      )
    this.missing.set(status, made)
    return made
  }

  /** Loads the renderer ahead of the first request. */
  warm(log: FastifyBaseLogger): void {
    this.missingPage(NOT_FOUND).catch((error: unknown) =>
      log.error({ err: error }, 'first screens cannot be made'),
    )
  }

  private createPage(
    head: ReturnType<typeof createShopHead>,
    screen: Screen,
    scripts: string,
  ): CachedResponse {
    return new CachedResponse(this.frame.fill(head, screen, scripts), 'text/html; charset=utf-8', 'no-cache')
  }
}
