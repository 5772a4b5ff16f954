import type { FastifyBaseLogger } from 'fastify'
import { type Day, dayOf } from '@/domain/day'
import { readKey } from '@/domain/read-key'
import type { Storefront } from '@/features/storefront/use-storefront'
import { CachedResponse } from '../http/cached-response'
import type { Site } from '../http/site'
import { escapeJson } from './escape'
import { type Frame, frameOf, type Screen } from './frame'
import { goneHead, headOf } from './head'
import { SCRIPTS } from './scripts'
import { placeAt } from './shop-place'

/** A storefront's screen of a day, and its pages by the address that their links name. */
interface Painted {
  day: Day
  screen: Screen
  pages: Map<string, CachedResponse>
}

/** More addresses than a server has; the oldest page goes first. */
const MOST_ORIGINS = 8

/** Loaded after the server has started, or with the first page: it brings React along. */
async function screens() {
  const screen = await import('./screen')
  await screen.prepare()
  return screen
}

/** The answer to the page's first read, as it would have been sent. */
const firstRead = (slug: string, json: string) => {
  const key = JSON.stringify(readKey('GET /api/storefronts/:slug', { params: { slug } }))
  return `<script type="application/json" id="first-read">${escapeJson(`{"key":${key},"data":${json}}`)}</script>`
}

/**
 * Shops' pages with their first screen in them. A page is kept beside the storefront it shows, so it lives as long as that
 * is kept; its screen is made anew for another day (a shop may be closed until then), its head for each address of the server.
 */
export class FirstPaint {
  private readonly kept = new WeakMap<CachedResponse, Painted>()
  private gone: Promise<CachedResponse> | undefined

  private constructor(
    private readonly frame: Frame,
    private readonly clock: () => number,
  ) {}

  /** `undefined` where the site's build has no list of its pages' files. */
  static of(site: Site, clock: () => number): FirstPaint | undefined {
    const frame = frameOf(site)
    return frame && new FirstPaint(frame, clock)
  }

  /** A shop's page. `storefront` is what `GET /api/storefronts/:slug` answers. */
  async page(slug: string, storefront: CachedResponse, origin: string): Promise<CachedResponse> {
    const day = dayOf(this.clock())
    const ready = this.painted(storefront, day)?.pages.get(origin)
    if (ready) return ready
    const { screenOf } = await screens()
    const json = storefront.text()
    const data = JSON.parse(json) as Storefront
    // another request may have painted it meanwhile
    const painted = this.painted(storefront, day) ?? {
      day,
      screen: screenOf(slug, data),
      pages: new Map<string, CachedResponse>(),
    }
    const { pages, screen } = painted
    const page =
      pages.get(origin) ?? this.ready(headOf(data, placeAt(origin, slug)), screen, firstRead(slug, json))
    const [oldest] = pages.keys()
    if (pages.size >= MOST_ORIGINS && oldest !== undefined) pages.delete(oldest)
    pages.set(origin, page)
    this.kept.set(storefront, painted)
    return page
  }

  private painted(storefront: CachedResponse, day: Day): Painted | undefined {
    const known = this.kept.get(storefront)
    return known?.day === day ? known : undefined
  }

  /** The page for a shop that is not there. */
  gonePage(): Promise<CachedResponse> {
    this.gone ??= screens().then(({ screenOf }) => this.ready(goneHead, screenOf('', undefined), ''))
    return this.gone
  }

  /** Gets ready for the first page in quiet moments. */
  warm(log: FastifyBaseLogger): void {
    this.gonePage().catch((error: unknown) => log.error({ err: error }, 'first screens cannot be made'))
  }

  private ready(head: ReturnType<typeof headOf>, screen: Screen, read: string): CachedResponse {
    return new CachedResponse(
      this.frame.fill(head, screen, SCRIPTS + read),
      'text/html; charset=utf-8',
      'no-cache',
    )
  }
}
