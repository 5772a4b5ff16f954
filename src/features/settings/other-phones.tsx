import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SettingsGroup } from './settings-group'

const words = settingsWords.phones

/** Revokes the access of all other owner devices after a confirmation. */
export function OtherPhones({ shopId }: { shopId: Id }) {
  const [isConfirming, setIsConfirming] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()

  async function remove() {
    setBusy(true)
    const result = await call('DELETE /api/shops/:shopId/other-owners', { params: { shopId } })
    setBusy(false)
    setIsConfirming(false)
    setMessage(result.ok ? words.done(result.data.removed) : describeFailure(result.failure))
  }

  return (
    <>
      <SettingsGroup title={words.title}>
        <Text className="settings-group__text">{words.text}</Text>
        {message && (
          <Text className="settings-group__strong" {...aria({ role: 'status' })}>
            {message}
          </Text>
        )}
        <View className="settings-group__do">
          <Button kind="line" size="small" onPress={() => setIsConfirming(true)}>
            {words.ask}
          </Button>
        </View>
      </SettingsGroup>
      {isConfirming && (
        <ConfirmRemovalSheet busy={busy} onNo={() => setIsConfirming(false)} onYes={() => void remove()} />
      )}
    </>
  )
}

function ConfirmRemovalSheet({ busy, onNo, onYes }: { busy: boolean; onNo(): void; onYes(): void }) {
  return (
    <Sheet title={words.question} onClose={onNo}>
      <View className="settings-group">
        <Text className="settings-group__text">{words.warn}</Text>
        <Button kind="line" onPress={onNo}>
          {words.no}
        </Button>
        <Button kind="bad" busy={busy && words.busy} onPress={onYes}>
          {words.yes}
        </Button>
      </View>
    </Sheet>
  )
}
