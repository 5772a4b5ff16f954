import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { kept } from '@/platform/kept'

const DRAFT = 'wizard-draft'

/** Whether someone began to open a shop on this phone: at least the trade was chosen. */
function isBegun(): boolean {
  try {
    const text = kept.get<string>(DRAFT)
    const draft = text ? (JSON.parse(text) as { state?: { draft?: { trade?: unknown } } }) : null
    return Boolean(draft?.state?.draft?.trade)
  } catch {
    return false
  }
}

/** The same, looked up again whenever the page comes to the front. */
export function useOpenDraft(): boolean {
  const [begun, setBegun] = useState(isBegun)
  useDidShow(() => setBegun(isBegun()))
  return begun
}
