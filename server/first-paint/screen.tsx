import { renderToStaticMarkup } from 'react-dom/server'
import { StorefrontPage } from '@/features/storefront/storefront-page'
import type { Storefront } from '@/features/storefront/use-storefront'

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

/** A shop's page as a phone paints it first, or the page that says there is none. */
export function screenOf(slug: string, storefront: Storefront | undefined): string {
  const state = storefront
    ? { data: storefront, loading: false, reload, set }
    : { failure: { code: 'not-found', status: 404 } as const, loading: false, reload, set }
  return hurry(renderToStaticMarkup(<StorefrontPage slug={slug} state={state} cart={noCart} bar={null} />))
}
