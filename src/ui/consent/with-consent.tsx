import type { ReactNode } from 'react'
import type { ConsentRequest } from '@/platform/device/device-types'
import { ConsentSheet, type ConsentSheetProps } from './consent-sheet'

type Answers = Pick<ConsentSheetProps, 'onAgree' | 'onRefuse'>

interface WithConsentProps<Source> {
  request: ConsentRequest<Source>
  /** Replaces the sheet for photos. */
  sheet?(answers: Answers): ReactNode
  children(pick: (from: Source) => void): ReactNode
}

const photoSheet = (answers: Answers) => <ConsentSheet {...answers} />

/**
 * Passes `pick` to its children and shows the consent sheet. Buttons for photos and recordings get `pick` only from here,
 * since without the sheet they do nothing in WeChat until the user has agreed.
 */
export function WithConsent<Source>({ request, sheet = photoSheet, children }: WithConsentProps<Source>) {
  const { pick, asking } = request
  return (
    <>
      {children(pick)}
      {asking && sheet({ onAgree: asking.agree, onRefuse: asking.refuse })}
    </>
  )
}
