import { useRef, useState } from 'react'
import type { Failure } from '@/domain/failure'
import { copyText } from '@/platform/device/clipboard'
import { download } from '@/platform/device/share'
import type { Result } from './result'

/** Age in ms up to which a link is reused; it is valid for ten minutes and must still work when it is opened. */
const LINK_REUSE_MS = 5 * 60_000

export type FileLinkState =
  | { kind: 'idle' | 'busy' | 'saving' | 'copied' | 'uncopied' }
  | { kind: 'failed'; failure: Failure }

export interface FileLink {
  state: FileLinkState
  /** Downloads the file; `null` on platforms without downloads. */
  save: (() => void) | null
  /** Copies a link to the file, which works for some minutes without signing in. */
  copy(): void
}

function saveUrl(url: string): FileLinkState {
  download?.(url)
  return { kind: 'saving' }
}

const copyUrl = async (url: string): Promise<FileLinkState> => ({
  kind: (await copyText(url)) ? 'copied' : 'uncopied',
})

/** Requests a link to a file, or reuses a recent one of the same `name`, to download or to copy it. */
export function useFileLink(name: string, request: () => Promise<Result<{ url: string }>>): FileLink {
  const [state, setState] = useState<FileLinkState>({ kind: 'idle' })
  const isRequesting = useRef(false)
  const link = useRef({ name: '', url: '', receivedAt: 0 })

  async function withLink(use: (url: string) => FileLinkState | Promise<FileLinkState>) {
    if (isRequesting.current) return
    // without awaiting: some browsers allow copying only synchronously within a user gesture
    const { current } = link
    const isFresh = current.name === name && Math.abs(Date.now() - current.receivedAt) < LINK_REUSE_MS
    if (current.url && isFresh) return setState(await use(current.url))
    isRequesting.current = true
    setState({ kind: 'busy' })
    const result = await request()
    isRequesting.current = false
    if (!result.ok) return setState({ kind: 'failed', failure: result.failure })
    link.current = { name, url: result.data.url, receivedAt: Date.now() }
    setState(await use(result.data.url))
  }

  return {
    state,
    save: download && (() => void withLink(saveUrl)),
    copy: () => void withLink(copyUrl),
  }
}
