import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { keyWords as words } from '@/locales/zh-CN/key'
import { aria, heading } from '@/platform/a11y/aria'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { Button } from '@/ui/button/button'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { type Saving, useSaveCard } from '@/ui/drawn-card/use-save-card'
import { drawKeyCard } from './key-card'
import { RenewSheet } from './renew-sheet'
import { useRenew } from './use-renew'
import './key-panel.scss'

interface KeyPanelProps {
  shopId: Id
  shopName: string
  slug: string
  /** The key, where it is known: just after opening or restoring. */
  initialKey?: string | undefined
  /** The key is on the phone, as far as the phone tells. */
  onSaved?(): void
}

const notes: Record<Saving['kind'], string> = {
  still: words.short,
  busy: words.short,
  saved: words.saved,
  failed: words.failed,
  hold: words.held,
}

/** The owner's key: saved as a picture while it is known, and made anew when it is not. */
export function KeyPanel({ shopId, shopName, slug, initialKey, onSaved }: KeyPanelProps) {
  const [key, setKey] = useState(initialKey)
  const [open, setOpen] = useState(false)
  const safe = useSavedKeys(({ saved }) => saved[shopId] === true)
  const { add, remove } = useSavedKeys.getState()
  const { now, save, close } = useSaveCard()
  const renew = useRenew(shopId, (next) => {
    setKey(next)
    remove(shopId)
    close()
  })
  const markSafe = () => {
    add(shopId)
    onSaved?.()
  }
  const saveKey = async (known: string) => {
    const done = await save(() => drawKeyCard(shopName, slug, known), words.file(shopName))
    // held by hand: whether it was really kept nobody knows, so the key stays here
    if (done === 'saved') markSafe()
  }
  return (
    <View className="key-panel">
      <View className="key-panel__row">
        <View className="key-panel__words">
          <Text className="key-panel__title" {...heading(2)}>
            {words.title}
          </Text>
          <Text className="key-panel__note" {...aria({ role: 'status' })}>
            {renew.failure ? sayFailure(renew.failure) : key ? notes[now.kind] : words.unknown}
          </Text>
        </View>
        {key && (
          <Button size="small" busy={now.kind === 'busy' && words.saving} onPress={() => void saveKey(key)}>
            {now.kind === 'saved' ? words.saveAgain : words.save}
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
        {!safe && (
          <Button size="small" kind="line" onPress={markSafe}>
            {key ? words.written : words.already}
          </Button>
        )}
      </View>
      {renew.asking && <RenewSheet onYes={renew.yes} onClose={renew.no} />}
      {now.kind === 'hold' && <HoldSheet title={words.sheet} src={now.src} onClose={close} />}
    </View>
  )
}
