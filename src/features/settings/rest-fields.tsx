import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '@/domain/day'
import { isClosed, type OwnShop } from '@/domain/shop'
import { settingsWords } from '@/locales/zh-CN/settings'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { RestSheet } from './rest-sheet'
import { SettingsGroup } from './settings-group'
import { useRest } from './use-rest'

/** Closing for some days, and opening again; both at once. */
export function RestFields({ shop, onSaved }: { shop: OwnShop; onSaved(shop: OwnShop): void }) {
  const [asking, setAsking] = useState(false)
  const rest = useRest(shop, onSaved)
  const now = Date.now()
  const closed = isClosed(shop, dayOf(now)) ? shop.closedUntil : undefined
  return (
    <Card>
      <SettingsGroup title={settingsWords.rest}>
        <Text className="settings-group__text" {...aria({ role: 'status' })}>
          {closed ? settingsWords.resting(closed, now) : settingsWords.open}
        </Text>
        <View className="settings-group__do">
          {closed && (
            <Button size="small" busy={rest.busy && settingsWords.saving} onPress={() => void rest.until('')}>
              {settingsWords.reopen}
            </Button>
          )}
          <Button
            kind="line"
            size="small"
            icon="calendar"
            busy={rest.busy && !closed && settingsWords.saving}
            onPress={() => setAsking(true)}
          >
            {closed ? settingsWords.changeRest : settingsWords.restUntil}
          </Button>
        </View>
        {rest.trouble && (
          <Text className="settings-group__fault" {...aria({ role: 'alert' })}>
            {rest.trouble}
          </Text>
        )}
      </SettingsGroup>
      {asking && (
        <RestSheet
          value={closed}
          today={dayOf(now)}
          onClose={() => setAsking(false)}
          onPick={(day) => {
            setAsking(false)
            void rest.until(day)
          }}
        />
      )}
    </Card>
  )
}
