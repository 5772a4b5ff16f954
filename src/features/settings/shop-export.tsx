import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { type FileLinkState, useFileLink } from '@/api/use-file-link'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { newId } from '@/platform/device/new-id'
import { Button } from '@/ui/button/button'
import { SettingsGroup } from './settings-group'

const words = settingsWords.takeAlong

const POLL_MS = 700

/** Requests the link, and repeats the request until the file is finished. */
async function requestExport(shopId: Id, onProgress: (percent: number) => void) {
  const body = { id: newId() }
  for (;;) {
    const result = await call('POST /api/shops/:shopId/exports', { params: { shopId }, body })
    if (!result.ok || result.data.progress === undefined) return result
    onProgress(result.data.progress)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

const messageOf = (state: FileLinkState): string | undefined => {
  if (state.kind === 'idle' || state.kind === 'busy') return undefined
  return state.kind === 'failed' ? describeFailure(state.failure) : words.says[state.kind]
}

/** Exports the shop as a file: downloads it, or copies a link that is valid for ten minutes. */
export function ShopExport({ shopId }: { shopId: Id }) {
  const [percent, setPercent] = useState(0)
  const { state, save, copy } = useFileLink(shopId, () => requestExport(shopId, setPercent))
  const busy = state.kind === 'busy' && words.busy(percent)
  const message = messageOf(state)
  return (
    <SettingsGroup title={words.title}>
      <Text className="settings-group__text">{words.text}</Text>
      {message && (
        <Text className="settings-group__strong" {...aria({ role: 'status' })}>
          {message}
        </Text>
      )}
      <View className="settings-group__do">
        {save && (
          <Button kind="soft" size="small" busy={busy} onPress={save}>
            {words.save}
          </Button>
        )}
        <Button kind="line" size="small" icon="copy" busy={busy} onPress={copy}>
          {words.copy}
        </Button>
      </View>
    </SettingsGroup>
  )
}
