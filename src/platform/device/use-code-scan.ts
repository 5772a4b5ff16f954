import { useState } from 'react'
import { scanCode } from './scan'

/** Scans a code that `read` finds in the scanned text; another code, or a phone that cannot scan, gives an error. */
export function useCodeScan(
  read: (text: string) => string | null,
  words: { noCode: string; noReader: string },
  onCode: (code: string) => void,
) {
  const [error, setError] = useState<string>()
  const scan = async () => {
    setError(undefined)
    const scanned = await scanCode()
    if (scanned.kind === 'cancelled') return
    const code = scanned.kind === 'read' ? read(scanned.text) : null
    if (code) onCode(code)
    else setError(scanned.kind === 'unable' ? words.noReader : words.noCode)
  }
  return { error, scan: () => void scan() }
}
