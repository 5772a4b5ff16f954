import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { settingsWords } from '@/locales/zh-CN/settings'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { download } from '@/platform/device/download'
import { newId } from '@/platform/device/new-id'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { SettingsGroup } from './settings-group'

const words = settingsWords.takeAlong

/** A link works for ten minutes; one so old is asked for anew, as somebody is still to open it. */
const GOOD_MS = 5 * 60_000

type State = { kind: 'still' } | { kind: keyof typeof words.says } | { kind: 'failed'; failure: Failure }

const say = (state: Exclude<State, { kind: 'still' }>): string =>
  state.kind === 'failed' ? sayFailure(state.failure) : words.says[state.kind]

/** The shop as a file that is its owner's: saved by a browser, or opened there by a link that works for some minutes. */
export function TakeAlong({ shopId }: { shopId: Id }) {
  const [state, setState] = useState<State>({ kind: 'still' })
  const asking = useRef(false)
  const link = useRef({ url: '', got: 0 })

  async function ask(use: (url: string) => State | Promise<State>) {
    if (asking.current) return
    // within the tap itself: some browsers copy nowhere else
    const { url, got } = link.current
    if (url && Math.abs(Date.now() - got) < GOOD_MS) return setState(await use(url))
    asking.current = true
    setState({ kind: 'busy' })
    const result = await call('POST /api/shops/:shopId/exports', {
      params: { shopId },
      body: { id: newId() },
    })
    asking.current = false
    if (!result.ok) return setState({ kind: 'failed', failure: result.failure })
    link.current = { url: result.data.url, got: Date.now() }
    setState(await use(result.data.url))
  }

  const save = (url: string): State => {
    download?.(url)
    return { kind: 'saving' }
  }
  const copy = async (url: string): Promise<State> => ({
    kind: (await copyText(url)) ? 'copied' : 'uncopied',
  })
  const busy = state.kind === 'busy' && words.says.busy
  return (
    <Card>
      <SettingsGroup title={words.title}>
        <Text className="settings-group__text">{words.text}</Text>
        {state.kind !== 'still' && (
          <Text className="settings-group__strong" {...aria({ role: 'status' })}>
            {say(state)}
          </Text>
        )}
        <View className="settings-group__do">
          {download && (
            <Button kind="soft" size="small" busy={busy} onPress={() => void ask(save)}>
              {words.save}
            </Button>
          )}
          <Button kind="line" size="small" icon="copy" busy={busy} onPress={() => void ask(copy)}>
            {words.copy}
          </Button>
        </View>
      </SettingsGroup>
    </Card>
  )
}
