import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { StorefrontPage } from '@/features/storefront/storefront-page'
import type { Storefront } from '@/features/storefront/use-storefront'
import { hasLazySections } from '@/templates/has-lazy-sections'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { FirstItems } from '@/ui/long-list/first-items'
import type { Screen } from './frame'

/** Nothing is in a cart yet, as far as the server knows; the phone adds what it has when it takes over. */
const noCart = { useQuantity: () => 0, addOne: () => false }

const reload = () => Promise.resolve()
const set = () => undefined

/** So many pictures are loaded at once; the others when they come near. */
const EAGER = 4

function hurry(html: string): string {
  let left = EAGER
  return html.replace(/ loading="lazy"/g, (lazy) => (left-- > 0 ? '' : lazy))
}

const whole = (page: ReactElement, first: number) => (
  <FirstItems.Provider value={first}>{page}</FirstItems.Provider>
)

/** Loads the sections that phones load when they need them; before anything is drawn. */
export const prepare = () => lazySectionLoader.load()

/** A shop's page with all of its goods in it, for where no script will bring the rest. */
export const wholeScreenOf = (storefront: Storefront): Screen =>
  screenOf(storefront.shop.slug, storefront, Number.POSITIVE_INFINITY)

/** A shop's page as a phone paints it first, or the page that says there is none. */
export function screenOf(slug: string, storefront: Storefront | undefined, first?: number): Screen {
  const state = storefront
    ? { data: storefront, loading: false, reload, set }
    : { failure: { code: 'not-found', status: 404 } as const, loading: false, reload, set }
  const page = <StorefrontPage slug={slug} state={state} cart={noCart} bar={null} />
  return {
    html: hurry(renderToStaticMarkup(first === undefined ? page : whole(page, first))),
    lazySections: storefront !== undefined && hasLazySections(storefront.look),
  }
}
