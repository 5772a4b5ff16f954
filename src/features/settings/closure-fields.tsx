import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '@/domain/day'
import { isClosed, type ManagedShop } from '@/domain/shop'
import { settingsWords } from '@/locales/settings'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ClosureSheet } from './closure-sheet'
import { SettingsGroup } from './settings-group'
import { useClosure } from './use-closure'

/** Closes the shop until a day or reopens it; both are saved immediately. */
export function ClosureFields({ shop, onSaved }: { shop: ManagedShop; onSaved(shop: ManagedShop): void }) {
  const [isPicking, setIsPicking] = useState(false)
  const closure = useClosure(shop, onSaved)
  const now = Date.now()
  const closed = isClosed(shop, dayOf(now)) ? shop.closedUntil : undefined
  return (
    <Card>
      <SettingsGroup title={settingsWords.closure}>
        <Text className="settings-group__text" {...aria({ role: 'status' })}>
          {closed ? settingsWords.resting(closed, now) : settingsWords.open}
        </Text>
        <View className="settings-group__do">
          {closed && (
            <Button
              size="small"
              busy={closure.busy && settingsWords.saving}
              onPress={() => void closure.closeUntil('')}
            >
              {settingsWords.reopen}
            </Button>
          )}
          <Button
            kind="line"
            size="small"
            icon="calendar"
            busy={closure.busy && !closed && settingsWords.saving}
            onPress={() => setIsPicking(true)}
          >
            {closed ? settingsWords.changeRest : settingsWords.restUntil}
          </Button>
        </View>
        {closure.error && (
          <Text className="settings-group__fault" {...aria({ role: 'alert' })}>
            {closure.error}
          </Text>
        )}
      </SettingsGroup>
      {isPicking && (
        <ClosureSheet
          value={closed}
          today={dayOf(now)}
          onClose={() => setIsPicking(false)}
          onPick={(day) => {
            setIsPicking(false)
            void closure.closeUntil(day)
          }}
        />
      )}
    </Card>
  )
}
