import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { StorefrontPage } from '@/features/storefront/storefront-page'
import type { Storefront } from '@/features/storefront/use-storefront'
import { hasLazySections } from '@/templates/has-lazy-sections'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { InitialItemsContext } from '@/ui/long-list/initial-items'
import type { Screen } from './frame'

/** The server does not know the cart, so it renders an empty one; the client shows the real one when it takes over. */
const emptyCart = { useQuantity: () => 0, addOne: () => false, removeOne: () => undefined }

const reload = () => Promise.resolve()
const set = () => undefined

/** The first pictures of a page load eagerly, all others lazily. */
const EAGER_PICTURES = 4

function loadFirstEagerly(html: string): string {
  let remaining = EAGER_PICTURES
  return html.replace(/ loading="lazy"/g, (lazy) => (remaining-- > 0 ? '' : lazy))
}

const withFirstItems = (page: ReactElement, first: number) => (
  <InitialItemsContext.Provider value={first}>{page}</InitialItemsContext.Provider>
)

/** Loads the lazy sections, which must happen before the first render. */
export const prepare = () => lazySectionLoader.load()

/** Renders a shop's page with all of its products, for pages without scripts. */
export const renderFullScreen = (storefront: Storefront): Screen =>
  renderScreen(storefront.shop.slug, storefront, Number.POSITIVE_INFINITY)

/** Renders the first screen of a shop's page, or the page for an unknown shop; `first` is the number of products. */
export function renderScreen(slug: string, storefront: Storefront | undefined, first?: number): Screen {
  const state = storefront
    ? { data: storefront, loading: false, reload, set }
    : { failure: { code: 'not-found', status: 404 } as const, loading: false, reload, set }
  const page = <StorefrontPage slug={slug} state={state} cart={emptyCart} bar={null} />
  return {
    html: loadFirstEagerly(renderToStaticMarkup(first === undefined ? page : withFirstItems(page, first))),
    lazySections: storefront !== undefined && hasLazySections(storefront.look),
  }
}
