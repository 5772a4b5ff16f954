import { useState } from 'react'
import type { ConsentRequest } from '@/platform/device/device-types'
import type { PhotoSource } from '@/platform/media/local-photo'
import type { ApplicationForm } from './use-application-form'

/** Asks before the first photo of the draft; `isByWechat` if WeChat's own consent is given with it. */
export interface PaperConsent extends ConsentRequest<PhotoSource> {
  isByWechat: boolean
}

/** Asks once per draft before a photo goes to WeChat Pay; in a mini-program the same sheet also grants camera and album. */
export function usePaperConsent(
  { draft: { hasConsented }, giveConsent }: ApplicationForm,
  wechat: ConsentRequest<PhotoSource>,
): PaperConsent {
  const [source, setSource] = useState<PhotoSource>()
  const { asking, needsConsent } = wechat
  const pick = (from: PhotoSource) => (hasConsented || needsConsent ? wechat.pick(from) : setSource(from))
  const ask = { pick, needsConsent, isByWechat: asking !== undefined }
  if (asking) {
    const agree = () => {
      giveConsent()
      asking.agree()
    }
    return { ...ask, asking: { agree, refuse: asking.refuse } }
  }
  if (source === undefined) return ask
  const agree = () => {
    setSource(undefined)
    giveConsent()
    wechat.pick(source)
  }
  return { ...ask, asking: { agree, refuse: () => setSource(undefined) } }
}
