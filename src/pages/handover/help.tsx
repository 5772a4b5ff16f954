import { useState } from 'react'
import { ConsentScreen } from '@/features/handover/consent/consent-screen'
import { forgetDraft } from '@/features/wizard/handover-draft'
import { reloadDraft, useDraft } from '@/features/wizard/shop-draft'
import { replace } from '@/platform/navigation/navigate'
import { usePageParams } from '@/platform/navigation/page-params'
import { urlOf } from '@/routes'

/** Asks for consent before a helper opens a shop for another person: `?centre=`, and `&again=` with the help that is over. */
export default function HelpPage() {
  useState(reloadDraft)
  const { centre, again } = usePageParams()
  const { draft, change } = useDraft()
  const { shopId, trade, help } = draft
  // the draft has another help once the person agrees again, while this page is still shown
  const [isRequestedAgain] = useState(help !== null && help.id === again)
  return (
    <ConsentScreen
      centreCode={centre}
      draft={{ shopId, person: help?.person, isStarted: trade !== null, isRequestedAgain: isRequestedAgain }}
      onResume={() => replace(urlOf('open'))}
      onDiscard={forgetDraft}
      onConsent={({ id, centre: { code } }, person) => {
        change({ help: { id, person, centre: code } })
        replace(urlOf('open'))
      }}
    />
  )
}
