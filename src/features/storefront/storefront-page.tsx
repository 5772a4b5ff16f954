import type { PropsWithChildren, ReactNode } from 'react'
import { storefrontWords } from '@/locales/zh-CN/storefront'
import { useTakeOver } from '@/platform/lifecycle/first-paint'
import { useSections } from '@/templates/use-sections'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import type { CartPort } from './cart-port'
import { OldNote } from './old-note'
import { ShopGone } from './shop-gone'
import { StorefrontView } from './storefront-view'
import type { StorefrontState } from './use-storefront'

type StorefrontPageProps = PropsWithChildren<{
  slug: string | undefined
  state: StorefrontState
  cart: CartPort
  /** Ordering: the foot of the page. */
  bar: ReactNode
}>

const frame = (inside: ReactNode) => (
  <Page title={storefrontWords.title} wide>
    {inside}
  </Page>
)

/** A shop's page in all its states. `children` lie above it. */
export function StorefrontPage({ slug, state, cart, bar, children }: StorefrontPageProps) {
  const { data, ...waiting } = state
  const whole = useSections(data?.look)
  useTakeOver(slug === undefined || (data !== undefined && whole) || state.failure !== undefined)
  if (slug === undefined) return frame(<ShopGone />)
  if (data && whole && state.failure?.code !== 'not-found')
    return (
      <StorefrontView storefront={data} note={<OldNote state={state} />} cart={cart} bar={bar}>
        {children}
      </StorefrontView>
    )
  return frame(
    <Loaded
      state={whole ? state : waiting}
      gone={<ShopGone />}
      skeleton={<Skeleton shape="grid" count={6} />}
    >
      {() => null}
    </Loaded>,
  )
}
