import { useState } from 'react'
import type { HandoverDraft } from '@/contract/shop/handovers'
import type { Id } from '@/domain/id'
import { readHandoverCode } from '@/domain/shop/handover'
import { TakeScreen } from '@/features/handover/take/take-screen'
import { KeyPanel } from '@/features/key/key-panel'
import { adoptDraft, storePhoto } from '@/features/wizard/handover-draft'
import { reloadDraft, useDraft } from '@/features/wizard/shop-draft'
import { replace } from '@/platform/navigation/navigate'
import { usePageParams } from '@/platform/navigation/page-params'
import { usePathHash } from '@/platform/navigation/path-hash'
import { urlOf } from '@/routes'

/** Takes over what another phone passes on by a code: `#code` in a browser, else `?k=code`. */
export default function TakePage() {
  useState(reloadDraft)
  const { k } = usePageParams()
  const firstCode = readHandoverCode(usePathHash() ?? k ?? '')
  const hasDraft = useDraft(({ draft }) => draft.trade !== null)
  return (
    <TakeScreen
      key={firstCode}
      firstCode={firstCode}
      hasDraft={hasDraft}
      storePhoto={storePhoto}
      onDraft={openDraft}
      KeyRow={KeyPanel}
    />
  )
}

function openDraft(draft: HandoverDraft, photoId: Id | null) {
  adoptDraft(draft, photoId)
  replace(urlOf('open'))
}
