import { useState } from 'react'
import { HelpsScreen } from '@/features/handover/helps/helps-screen'
import { forgetDraft } from '@/features/wizard/handover-draft'
import { reloadDraft, useDraft } from '@/features/wizard/shop-draft'
import { usePageParams } from '@/platform/navigation/page-params'

/** The shops that a centre has opened for others and not passed on: `?centre=`. */
export default function HelpsPage() {
  useState(reloadDraft)
  const { centre = '' } = usePageParams()
  const draftHelpId = useDraft(({ draft }) => draft.help?.id)
  return (
    <HelpsScreen
      centre={centre}
      draftHelpId={draftHelpId}
      onEnded={({ id }) => {
        if (id === draftHelpId) forgetDraft()
      }}
    />
  )
}
