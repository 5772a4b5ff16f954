import type { ReactNode } from 'react'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Receiver } from '@/domain/receiver/receiver'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { singlePage } from '@/platform/lifecycle/launch'
import { backToShop } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { GroupBuyScreen } from './group-buy-screen'

export type GroupBuyReply = RouteReply<'GET /api/storefronts/:slug/group-buys/:groupBuyId'>

/** What the page takes from other features. */
export interface GroupBuyParts {
  /** The remembered receiver. */
  receiver: Required<Receiver>
  /** The fields of the receiver, for a way in which goods are handed out; `tried` marks those that are missing. */
  renderReceiver(kind: Fulfilment, tried: boolean): ReactNode
  /** In place of the button to join, on a single page in WeChat's Moments. */
  renderSinglePage(shop: GroupBuyReply['shop']): ReactNode
}

interface GroupBuyPageProps extends GroupBuyParts {
  slug: string | undefined
  groupBuyId: string | undefined
}

/** The page of a group buy: loading, not found, or the group buy. */
export function GroupBuyPage({ slug, groupBuyId, ...parts }: GroupBuyPageProps) {
  const state = useCall(
    'GET /api/storefronts/:slug/group-buys/:groupBuyId',
    slug && groupBuyId ? { params: { slug, groupBuyId } } : null,
  )
  if (state.data && state.failure?.code !== 'not-found')
    return <GroupBuyScreen reply={state.data} reload={state.reload} {...parts} />
  const isNamed = slug !== undefined && groupBuyId !== undefined
  const shown = isNamed
    ? state
    : { failure: { code: 'not-found' as const, status: 404 }, reload: state.reload }
  return (
    <Page title={words.title} wide>
      <Loaded state={shown} notFound={<GroupBuyNotFound slug={slug} />}>
        {() => null}
      </Loaded>
    </Page>
  )
}

/** Says that there is no such group buy. */
export function GroupBuyNotFound({ slug }: { slug: string | undefined }) {
  return (
    <Notice icon="goods" title={words.gone.title} text={words.gone.text}>
      {slug && !singlePage && (
        <Button kind="soft" onPress={() => backToShop(slug)}>
          {words.toShop}
        </Button>
      )}
    </Notice>
  )
}
