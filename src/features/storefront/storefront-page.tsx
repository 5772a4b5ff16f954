import type { PropsWithChildren, ReactNode } from 'react'
import { storefrontWords } from '@/locales/storefront/storefront'
import { useReplaceFirstPaint } from '@/platform/lifecycle/launch'
import { useSectionsLoaded } from '@/templates/use-sections-loaded'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ShopNotFound } from './shop-not-found'
import { StaleShopNote } from './stale-shop-note'
import type { StorefrontCart } from './storefront-cart'
import { StorefrontView } from './storefront-view'
import type { StorefrontState } from './use-storefront'

type StorefrontPageProps = PropsWithChildren<{
  slug: string | undefined
  state: StorefrontState
  cart: StorefrontCart
  /** The order bar in the foot of the page. */
  bar: ReactNode
  /** Stands beside the products in a wide window, which has no foot. */
  basket: ReactNode
}>

const frame = (inside: ReactNode) => (
  <Page title={storefrontWords.title} wide aside>
    {inside}
  </Page>
)

/** A shop's page: the storefront, or a skeleton, a failure or a not-found notice. `children` are rendered over it. */
export function StorefrontPage({ slug, state, cart, bar, basket, children }: StorefrontPageProps) {
  const { data, ...withoutData } = state
  const isComplete = useSectionsLoaded(data?.look)
  useReplaceFirstPaint(
    slug === undefined || (data !== undefined && isComplete) || state.failure !== undefined,
  )
  if (slug === undefined) return frame(<ShopNotFound />)
  if (data && isComplete && state.failure?.code !== 'not-found')
    return (
      <StorefrontView
        storefront={data}
        note={<StaleShopNote state={state} />}
        cart={cart}
        bar={bar}
        basket={basket}
      >
        {children}
      </StorefrontView>
    )
  return frame(
    <Loaded
      state={isComplete ? state : withoutData}
      notFound={<ShopNotFound status={state.failure?.status} />}
      skeleton={<Skeleton shape="grid" count={6} />}
    >
      {() => null}
    </Loaded>,
  )
}
