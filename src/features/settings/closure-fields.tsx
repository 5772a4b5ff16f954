import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Day, dayOf } from '@/domain/day'
import { isResting, type ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Alert } from '@/ui/text/alert'
import { ClosureSheet } from './closure-sheet'
import { SettingsGroup } from './settings-group'
import { useSettingChange } from './use-setting-change'

/** Closes the shop until a day or reopens it; both are saved immediately. */
export function ClosureFields({ shop, onSaved }: { shop: ManagedShop; onSaved(shop: ManagedShop): void }) {
  const [isPicking, setIsPicking] = useState(false)
  const { busy, error, save } = useSettingChange(shop, onSaved)
  // the note for buyers, while it could not be saved
  const [unsavedNote, setUnsavedNote] = useState<string>()
  const now = serverNow()
  const closed = isResting(shop, dayOf(now)) ? shop.closedUntil : undefined

  async function closeUntil(closedUntil: Day | '', closedNote = '') {
    if (closedUntil !== '') setUnsavedNote(closedNote)
    if (await save({ closedUntil, closedNote })) setUnsavedNote(undefined)
  }

  return (
    <>
      <SettingsGroup>
        <Text className="settings-group__text" {...aria({ role: 'status' })}>
          {closed ? settingsWords.resting(closed, now) : settingsWords.open}
        </Text>
        {closed && shop.closedNote && (
          <Text className="settings-group__strong">{settingsWords.restNote(shop.closedNote)}</Text>
        )}
        <ClosureButtons
          isClosed={closed !== undefined}
          busy={busy && settingsWords.saving}
          onReopen={() => void closeUntil('')}
          onPick={() => setIsPicking(true)}
        />
        <Alert className="settings-group__error">{error}</Alert>
      </SettingsGroup>
      {isPicking && (
        <ClosureSheet
          value={closed}
          note={unsavedNote ?? (closed ? shop.closedNote : undefined)}
          today={dayOf(now)}
          onClose={() => setIsPicking(false)}
          onPick={(day, note) => {
            setIsPicking(false)
            void closeUntil(day, note)
          }}
        />
      )}
    </>
  )
}

interface ClosureButtonsProps {
  isClosed: boolean
  /** The text while a change is saved; it is on the button that was pressed. */
  busy: string | false
  onReopen(): void
  onPick(): void
}

function ClosureButtons({ isClosed, busy, onReopen, onPick }: ClosureButtonsProps) {
  return (
    <View className="settings-group__do">
      {isClosed && (
        <Button size="small" busy={busy} onPress={onReopen}>
          {settingsWords.reopen}
        </Button>
      )}
      <Button kind="line" size="small" icon="calendar" busy={!isClosed && busy} onPress={onPick}>
        {isClosed ? settingsWords.changeRest : settingsWords.restUntil}
      </Button>
    </View>
  )
}
