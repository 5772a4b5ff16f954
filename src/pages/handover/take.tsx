import { useState } from 'react'
import { call } from '@/api/call'
import { readHandoverCode } from '@/domain/handover'
import { type TakenDraft, TakeScreen } from '@/features/handover/take/take-screen'
import { KeyPanel } from '@/features/key/key-panel'
import { adoptDraft } from '@/features/wizard/handover-draft'
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
      onDraft={(draft) => void goOn(draft)}
      KeyRow={KeyPanel}
    />
  )
}

/** Stores the draft, tells the server that it may forget it, and goes on in the wizard. */
async function goOn({ draft, photo, handoverId }: TakenDraft) {
  await adoptDraft(draft, photo)
  await call('POST /api/handovers/:handoverId/received', { params: { handoverId } })
  replace(urlOf('open'))
}
