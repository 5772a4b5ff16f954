import { useState } from 'react'
import type { Id } from '@/domain/id'
import { GiveDraft } from '@/features/handover/give/give-draft'
import { GiveHelp } from '@/features/handover/give/give-help'
import { GiveShop } from '@/features/handover/give/give-shop'
import { consentUrl } from '@/features/wizard/consent-url'
import { forgetDraft, toHandoverDraft } from '@/features/wizard/handover-draft'
import { openedShops } from '@/features/wizard/opened-shop'
import { reloadDraft, useDraft } from '@/features/wizard/shop-draft'
import { localPhotos } from '@/platform/media/photos'
import { replace } from '@/platform/navigation/navigate'
import { usePageParams } from '@/platform/navigation/page-params'

/**
 * Shows a code by which another phone takes a shop (`?shop=`), an hour of help in parts of it (`?shop=&parts=`), or what was begun in
 * the wizard (no parameters).
 */
export default function GivePage() {
  const { shop, parts } = usePageParams()
  if (shop === undefined) return <DraftPage />
  if (parts !== undefined) return <GiveHelp shopId={shop} parts={parts} />
  return <ShopPage shopId={shop} />
}

function ShopPage({ shopId }: { shopId: Id }) {
  const [opened] = useState(() => openedShops.get(shopId))
  return (
    <GiveShop shopId={shopId} isEarlier={opened?.earlier === true} onTaken={() => forgetOpened(shopId)} />
  )
}

/** Forgets what the wizard stored of a shop that it has opened for somebody. */
function forgetOpened(shopId: Id) {
  const photoId = openedShops.get(shopId)?.request.products[0]?.photos[0]
  if (photoId) void localPhotos.drop(photoId)
  openedShops.remove(shopId)
}

function DraftPage() {
  useState(reloadDraft)
  const draft = useDraft((store) => store.draft)
  // the draft is forgotten once the other phone has it
  const [help] = useState(draft.help)
  return (
    <GiveDraft
      draft={help && toHandoverDraft(draft)}
      photoId={draft.photoId}
      onReceived={forgetDraft}
      onAskAgain={() => replace(consentUrl(help, 'again'))}
      onNext={() => replace(consentUrl(help))}
    />
  )
}
