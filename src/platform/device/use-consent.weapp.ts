import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ConsentRequest } from './device-types'

/** True if the user must accept the privacy guide first; WeChat denies camera, album and microphone until then. */
const needsConsent = () =>
  new Promise<boolean>((resolve) =>
    Taro.getPrivacySetting({
      success: (res) => resolve(res.needAuthorization),
      fail: () => resolve(false),
    }),
  )

/** True once the user has accepted; a page with several photos asks once. */
let hasAgreed = false

/** Asks for the privacy consent that WeChat requires before the first photo or recording. */
export function useConsent<Source>(pick: (from: Source) => void): ConsentRequest<Source> {
  const [isNeeded, setNeeded] = useState(false)
  const [pending, setPending] = useState<Source>()

  // checked in advance: the recorder and the camera are opened in the tap handler
  useEffect(() => void needsConsent().then(setNeeded), [])

  const agree = (from: Source) => {
    hasAgreed = true
    setPending(undefined)
    pick(from)
  }
  return {
    pick: (from) => (isNeeded && !hasAgreed ? setPending(from) : pick(from)),
    needsConsent: isNeeded && !hasAgreed,
    ...(pending !== undefined
      ? { asking: { agree: () => agree(pending), refuse: () => setPending(undefined) } }
      : {}),
  }
}
