import { useState } from 'react'
import type { PhotoSource } from '@/platform/media/local-photo'
import type { PhotoPicker } from '@/platform/media/use-photos'
import type { ApplicationForm } from './use-application-form'

export interface PaperConsent {
  /** Takes or picks a photo, after asking for consent before the first one of the draft. */
  pick(from: PhotoSource): void
  /** Set while consent is asked for; `isByWechat` if WeChat's own consent is given with it. */
  asking?: { isByWechat: boolean; agree(): void; refuse(): void }
}

/** Asks once per draft before a photo goes to WeChat Pay; in a mini-program the same sheet also grants camera and album. */
export function usePaperConsent(
  { draft: { hasConsented }, giveConsent }: ApplicationForm,
  picker: Pick<PhotoPicker, 'pick' | 'asking' | 'needsConsent'>,
): PaperConsent {
  const [source, setSource] = useState<PhotoSource>()
  const pick = (from: PhotoSource) =>
    hasConsented || picker.needsConsent ? picker.pick(from) : setSource(from)
  const { asking } = picker
  if (asking) {
    const agree = () => {
      giveConsent()
      asking.agree()
    }
    return { pick, asking: { isByWechat: true, agree, refuse: asking.refuse } }
  }
  if (source === undefined) return { pick }
  const agree = () => {
    setSource(undefined)
    giveConsent()
    picker.pick(source)
  }
  return { pick, asking: { isByWechat: false, agree, refuse: () => setSource(undefined) } }
}
