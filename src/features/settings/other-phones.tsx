import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { settingsWords } from '@/locales/zh-CN/settings'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Sheet } from '@/ui/sheet/sheet'
import { SettingsGroup } from './settings-group'

/** Takes the shop out of every other phone's hands, after one question. */
export function OtherPhones({ shopId }: { shopId: Id }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const words = settingsWords.phones

  async function remove() {
    setBusy(true)
    const result = await call('DELETE /api/shops/:shopId/other-owners', { params: { shopId } })
    setBusy(false)
    setAsking(false)
    setSaid(result.ok ? words.done(result.data.removed) : sayFailure(result.failure))
  }

  return (
    <Card>
      <SettingsGroup title={words.title}>
        <Text className="settings-group__text">{words.text}</Text>
        {said && (
          <Text className="settings-group__strong" {...aria({ role: 'status' })}>
            {said}
          </Text>
        )}
        <View className="settings-group__do">
          <Button kind="line" size="small" onPress={() => setAsking(true)}>
            {words.ask}
          </Button>
        </View>
      </SettingsGroup>
      {asking && (
        <Sheet title={words.question} onClose={() => setAsking(false)}>
          <View className="settings-group">
            <Text className="settings-group__text">{words.warn}</Text>
            <Button kind="soft" onPress={() => setAsking(false)}>
              {words.no}
            </Button>
            <Button kind="bad" busy={busy && words.busy} onPress={() => void remove()}>
              {words.yes}
            </Button>
          </View>
        </Sheet>
      )}
    </Card>
  )
}
