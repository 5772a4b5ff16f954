import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Closing } from '@/domain/shop/closing'
import { describeFailure } from '@/locales/failure'
import { closingWords as words } from '@/locales/shop/closing'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { CloseSheet } from './close-sheet'
import { ClosingEffects } from './closing-effects'
import { ClosingSheets } from './closing-sheets'
import './closing.scss'

/** Closing a shop for good: what it does, what has to end before, what can be saved, and opening it again. */
export function ClosingScreen({ shopId, copy }: { shopId: Id; copy: ReactNode }) {
  const read = useCall('GET /api/shops/:shopId/closing', { params: { shopId } })
  useReturnToPage(() => void read.reload())
  const { data, failure, reload, set } = read
  if (!data)
    return (
      <Page title={words.title}>
        {failure ? <ManagedShopFailure failure={failure} onRetry={() => void reload()} /> : <Skeleton />}
      </Page>
    )
  const saved = (
    <>
      <ClosingSheets shopId={shopId} orders={data.orders} />
      {copy}
    </>
  )
  return (
    <Page title={words.title}>
      <View className="closing">
        {failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {data.closedAt === undefined ? (
          <OpenShop shopId={shopId} closing={data} saved={saved} onChange={set} />
        ) : (
          <>
            <ClosedShop shopId={shopId} until={data.reopenUntil ?? 0} onChange={set} />
            {saved}
          </>
        )}
      </View>
    </Page>
  )
}

interface OpenShopProps {
  shopId: Id
  closing: Closing
  /** The cards with which the seller can save data before closing. */
  saved: ReactNode
  onChange(closing: Closing): void
}

function OpenShop({ shopId, closing, saved, onChange }: OpenShopProps) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Text className="closing__lead">{words.lead}</Text>
      <ClosingEffects shopId={shopId} closing={closing} />
      {saved}
      {closing.openCount === 0 && (
        <Button kind="line" onPress={() => setIsAsking(true)}>
          {words.ask}
        </Button>
      )}
      {isAsking && (
        <CloseSheet
          shopId={shopId}
          name={closing.name}
          onClose={() => setIsAsking(false)}
          onChange={(changed) => {
            onChange(changed)
            setIsAsking(false)
          }}
        />
      )}
    </>
  )
}

interface ClosedShopProps {
  shopId: Id
  /** Epoch ms. */
  until: number
  onChange(closing: Closing): void
}

function ClosedShop({ shopId, until, onChange }: ClosedShopProps) {
  const { busy, failure, send } = useRequest()
  const reopen = async () => {
    const result = await send(() => call('DELETE /api/shops/:shopId/closing', { params: { shopId } }))
    if (result?.ok) onChange(result.data)
  }

  return (
    <Notice icon="store" title={words.closed.title} text={words.closed.text(dayOf(until), serverNow())}>
      <Alert className="closing__failure">{failure && describeFailure(failure)}</Alert>
      <Button busy={busy && words.closed.busy} onPress={() => void reopen()}>
        {words.closed.reopen}
      </Button>
    </Notice>
  )
}
