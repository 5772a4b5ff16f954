import { useEffect } from 'react'
import type { Id } from '@/domain/id'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { OwnShopFailed } from '@/ui/notice/own-shop-failed'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Decorate } from './editor/decorate'
import { Consent, type ConsentSheet } from './fields/consent'
import { meet, useLookDrafts } from './storage/look-drafts'
import { useDecorated } from './sync/use-editor-state'

/** A shop to be decorated, as the server tells it or as this phone knows it, and what is so when neither does. */
export function DecorateScreen({ shopId, ConsentSheet }: { shopId: Id; ConsentSheet: ConsentSheet }) {
  const { decorated, failure, retry, onState } = useDecorated(shopId)
  const draft = useLookDrafts(({ drafts }) => drafts[shopId])

  const first = draft === undefined ? decorated?.state.draft : undefined
  useEffect(() => {
    if (first) meet(shopId, first)
  }, [shopId, first])

  if (decorated && draft)
    return (
      <Consent.Provider value={ConsentSheet}>
        <Decorate {...decorated} old={failure} draft={draft} onState={onState} onRetry={retry} />
      </Consent.Provider>
    )
  return (
    <Page title={words.title}>
      {!failure && <Skeleton />}
      {failure && <OwnShopFailed failure={failure} onRetry={retry} />}
    </Page>
  )
}
