import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { settingsWords } from '@/locales/settings'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { newId } from '@/platform/device/new-id'
import { download } from '@/platform/device/share'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { SettingsGroup } from './settings-group'

const words = settingsWords.takeAlong

/** Age in ms up to which a link is reused; it is valid for ten minutes and must still work when it is opened. */
const LINK_REUSE_MS = 5 * 60_000

type State = { kind: 'idle' } | { kind: keyof typeof words.says } | { kind: 'failed'; failure: Failure }

const messageOf = (state: Exclude<State, { kind: 'idle' }>): string =>
  state.kind === 'failed' ? describeFailure(state.failure) : words.says[state.kind]

/** Requests a link to the export, or reuses a recent one, and passes it to an action; `state` is the outcome. */
function useExportLink(shopId: Id) {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const isRequesting = useRef(false)
  const link = useRef({ url: '', receivedAt: 0 })

  async function withLink(use: (url: string) => State | Promise<State>) {
    if (isRequesting.current) return
    // without awaiting: some browsers allow copying only synchronously within a user gesture
    const { url, receivedAt } = link.current
    if (url && Math.abs(Date.now() - receivedAt) < LINK_REUSE_MS) return setState(await use(url))
    isRequesting.current = true
    setState({ kind: 'busy' })
    const result = await call('POST /api/shops/:shopId/exports', {
      params: { shopId },
      body: { id: newId() },
    })
    isRequesting.current = false
    if (!result.ok) return setState({ kind: 'failed', failure: result.failure })
    link.current = { url: result.data.url, receivedAt: Date.now() }
    setState(await use(result.data.url))
  }
  return { state, withLink }
}

function save(url: string): State {
  download?.(url)
  return { kind: 'saving' }
}

const copy = async (url: string): Promise<State> => ({ kind: (await copyText(url)) ? 'copied' : 'uncopied' })

/** Exports the shop as a file: downloads it, or copies a link that is valid for ten minutes. */
export function ShopExport({ shopId }: { shopId: Id }) {
  const { state, withLink } = useExportLink(shopId)
  const busy = state.kind === 'busy' && words.says.busy
  return (
    <Card>
      <SettingsGroup title={words.title}>
        <Text className="settings-group__text">{words.text}</Text>
        {state.kind !== 'idle' && (
          <Text className="settings-group__strong" {...aria({ role: 'status' })}>
            {messageOf(state)}
          </Text>
        )}
        <View className="settings-group__do">
          {download && (
            <Button kind="soft" size="small" busy={busy} onPress={() => void withLink(save)}>
              {words.save}
            </Button>
          )}
          <Button kind="line" size="small" icon="copy" busy={busy} onPress={() => void withLink(copy)}>
            {words.copy}
          </Button>
        </View>
      </SettingsGroup>
    </Card>
  )
}
