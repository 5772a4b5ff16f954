import { useEffect } from 'react'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { restart } from '@/platform/navigate'
import { useShownAgain } from '@/platform/use-shown'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Failed } from '@/ui/notice/failed'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { decorateWords as words } from '@/words/zh/decorate'
import { Decorate } from './decorate'
import { Consent, type ConsentSheet } from './fields/consent'
import { meet, useLookDrafts } from './look-drafts'
import { useGoods } from './use-goods'

/** Reads a shop, its goods and its look, and says so when they are not there. */
export function DecorateScreen({ shopId, ConsentSheet }: { shopId: Id; ConsentSheet: ConsentSheet }) {
  const params = { shopId }
  const shop = useCall('GET /api/shops/:shopId', { params })
  const goods = useGoods(shopId)
  const look = useCall<'GET /api/shops/:shopId/look'>('GET /api/shops/:shopId/look', { params })
  const draft = useLookDrafts(({ drafts }) => drafts[shopId])
  useShownAgain(() => void look.reload())

  const first = draft === undefined ? look.data?.draft : undefined
  useEffect(() => {
    if (first) meet(shopId, first)
  }, [shopId, first])

  if (shop.data && goods.data && look.data && draft)
    return (
      <Consent.Provider value={ConsentSheet}>
        <Decorate
          shop={shop.data.shop}
          products={goods.data}
          state={look.data}
          draft={draft}
          onState={look.set}
        />
      </Consent.Provider>
    )
  const failure = shop.failure ?? look.failure ?? goods.failure
  const retry = () => void Promise.all([shop.reload(), look.reload(), goods.reload()])
  return (
    <Page title={words.title}>
      {!failure && <Skeleton />}
      {failure && failure.code !== 'not-found' && <Failed failure={failure} onRetry={retry} />}
      {failure?.code === 'not-found' && (
        <Notice icon="store" title={words.goneTitle} text={words.goneText}>
          <Button onPress={() => restart(urlOf('key'))}>{words.useKey}</Button>
        </Notice>
      )}
    </Page>
  )
}
