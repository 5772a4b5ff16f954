import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { keyWords as words } from '@/locales/key'
import { aria, heading } from '@/platform/a11y/aria'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { Button } from '@/ui/button/button'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { type CardSaveState, useSaveCard } from '@/ui/drawn-card/use-save-card'
import { drawKeyCard } from './key-card'
import { RenewSheet } from './renew-sheet'
import { useRenewKey } from './use-renew-key'
import './key-panel.scss'

interface KeyPanelProps {
  shopId: Id
  shopName: string
  slug: string
  /** The key, if known: just after opening or restoring. */
  initialKey?: string | undefined
  /** Called when the key has been saved, as far as the phone reports it. */
  onSaved?(): void
}

const notes: Record<CardSaveState['kind'], string> = {
  still: words.short,
  busy: words.short,
  saved: words.saved,
  failed: words.failed,
  hold: words.held,
}

/** The owner's key: it can be saved as a picture while known, and renewed when it is not. */
export function KeyPanel({ shopId, shopName, slug, initialKey, onSaved }: KeyPanelProps) {
  const [key, setKey] = useState(initialKey)
  const [open, setOpen] = useState(false)
  const isSaved = useSavedKeys(({ saved }) => saved[shopId] === true)
  const { add, remove } = useSavedKeys.getState()
  const { state, save, close } = useSaveCard()
  const renew = useRenewKey(shopId, (next) => {
    setKey(next)
    remove(shopId)
    close()
  })
  const markSaved = () => {
    add(shopId)
    onSaved?.()
  }
  const saveKey = async (known: string) => {
    const done = await save(() => drawKeyCard(shopName, slug, known), words.file(shopName))
    // a picture saved by a long press is not confirmed, so the key stays on the page
    if (done === 'saved') markSaved()
  }
  return (
    <View className="key-panel">
      <View className="key-panel__row">
        <View className="key-panel__words">
          <Text className="key-panel__title" {...heading(2)}>
            {words.title}
          </Text>
          <Text className="key-panel__note" {...aria({ role: 'status' })}>
            {renew.failure ? describeFailure(renew.failure) : key ? notes[state.kind] : words.unknown}
          </Text>
        </View>
        {key && (
          <Button size="small" busy={state.kind === 'busy' && words.saving} onPress={() => void saveKey(key)}>
            {state.kind === 'saved' ? words.saveAgain : words.save}
          </Button>
        )}
      </View>
      {key && open && (
        <View className="key-panel__key">
          <Text>{key.slice(0, 14)}</Text>
          <Text>{key.slice(15)}</Text>
        </View>
      )}
      <View className="key-panel__row">
        {key && (
          <Button size="small" kind="line" onPress={() => setOpen(!open)}>
            {open ? words.hide : words.show}
          </Button>
        )}
        {!key && (
          <Button size="small" kind="soft" busy={renew.busy && words.renewing} onPress={renew.ask}>
            {words.renew}
          </Button>
        )}
        {!isSaved && (
          <Button size="small" kind="line" onPress={markSaved}>
            {key ? words.written : words.already}
          </Button>
        )}
      </View>
      {renew.asking && <RenewSheet onYes={renew.yes} onClose={renew.no} />}
      {state.kind === 'hold' && <HoldSheet title={words.sheet} src={state.src} onClose={close} />}
    </View>
  )
}
