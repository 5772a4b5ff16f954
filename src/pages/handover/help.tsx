import { useState } from 'react'
import { ConsentScreen } from '@/features/handover/consent/consent-screen'
import { forgetDraft } from '@/features/wizard/handover-draft'
import { reloadDraft, useDraft } from '@/features/wizard/shop-draft'
import { replace } from '@/platform/navigation/navigate'
import { usePageParams } from '@/platform/navigation/page-params'
import { urlOf } from '@/routes'

/** Asks for consent before a helper opens a shop for somebody: `?centre=`. */
export default function HelpPage() {
  useState(reloadDraft)
  const { centre } = usePageParams()
  const { draft, change } = useDraft()
  return (
    <ConsentScreen
      centreCode={centre}
      draft={{ shopId: draft.shopId, person: draft.help?.person, isBegun: draft.trade !== null }}
      onResume={() => replace(urlOf('open'))}
      onDiscard={forgetDraft}
      onConsent={({ id }, person) => {
        change({ help: { id, person } })
        replace(urlOf('open'))
      }}
    />
  )
}
