import { renderToStaticMarkup } from 'react-dom/server'
import { StorefrontPage } from '@/features/storefront/storefront-page'
import type { Storefront } from '@/features/storefront/use-storefront'
import { INITIAL_ITEMS } from '@/platform/lifecycle/partial-rendering'
import { hasLazySections } from '@/templates/has-lazy-sections'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { InitialItemsContext } from '@/ui/long-list/initial-items'
import type { Screen } from './frame'

/** The server does not know the cart, so it renders an empty one; the client shows the real one when it takes over. */
const emptyCart = { useQuantity: () => 0, addOne: () => false, removeOne: () => undefined }
const withoutCart = { bar: null, basket: null }

const reload = () => Promise.resolve()
const set = () => undefined

/** The first pictures of a page load eagerly, all others lazily. */
const EAGER_PICTURES = 4

function loadFirstEagerly(html: string): string {
  let remaining = EAGER_PICTURES
  return html.replace(/ loading="lazy"/g, (lazy) => (remaining-- > 0 ? '' : lazy))
}

/** Loads the lazy sections, which must happen before the first render. */
export const prepare = () => lazySectionLoader.load()

/** Renders a shop's page with all of its products, for pages without scripts. */
export const renderFullScreen = (storefront: Storefront): Screen =>
  renderScreen(storefront.shop.slug, storefront, Number.POSITIVE_INFINITY)

/** The drawing for products without a photo in rendered HTML. Texts contain no such quotes. */
const SHARED_ART = / style="--art:url\([^"]*"/

const withoutUnusedArt = (html: string): string =>
  html.includes('picture__art') ? html : html.replace(SHARED_ART, '')

/** Renders the first screen of a shop's page; `first` is the number of products, as many as the app shows at first. */
export function renderScreen(slug: string, storefront: Storefront, first = INITIAL_ITEMS): Screen {
  const state = { data: storefront, loading: false, reload, set }
  const page = <StorefrontPage slug={slug} state={state} cart={emptyCart} {...withoutCart} />
  const html = renderToStaticMarkup(
    <InitialItemsContext.Provider value={first}>{page}</InitialItemsContext.Provider>,
  )
  return { html: loadFirstEagerly(withoutUnusedArt(html)), lazySections: hasLazySections(storefront.look) }
}

/** Renders the page for a shop that buyers do not find; `status` tells why. */
export function renderMissing(status: number): Screen {
  const state = { failure: { code: 'not-found', status } as const, loading: false, reload, set }
  const page = <StorefrontPage slug="" state={state} cart={emptyCart} {...withoutCart} />
  return { html: loadFirstEagerly(renderToStaticMarkup(page)), lazySections: false }
}
