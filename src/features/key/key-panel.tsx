import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { keyWords as words } from '@/locales/shop/key'
import { newId } from '@/platform/device/new-id'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { Button } from '@/ui/button/button'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { type CardSaveState, useSaveCard } from '@/ui/drawn-card/use-save-card'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { drawKeyCard } from './key-card'
import './key-panel.scss'

/** Renews the key after a confirmation. A retry sends the same idempotency id, so that a lost reply skips no key. */
function useRenewKey(shopId: Id, onKey: (key: string) => void) {
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle')
  const [failure, setFailure] = useState<Failure | null>(null)
  const id = useRef<Id | null>(null)

  async function yes() {
    id.current ??= newId()
    setState('busy')
    setFailure(null)
    const reply = await call('POST /api/shops/:shopId/key', { params: { shopId }, body: { id: id.current } })
    setState('idle')
    if (!reply.ok) return setFailure(reply.failure)
    id.current = null
    onKey(reply.data.key)
  }

  return {
    ask: () => setState('asking'),
    yes: () => void yes(),
    no: () => setState('idle'),
    asking: state === 'asking',
    busy: state === 'busy',
    failure,
  }
}

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

/** The owner's key on this device, saving it as a picture, and renewing it. */
function useOwnerKey({ shopId, shopName, slug, initialKey, onSaved }: KeyPanelProps) {
  const [key, setKey] = useState(initialKey)
  const isSaved = useSavedKeys(({ saved }) => saved[shopId] === true)
  const { add, remove } = useSavedKeys.getState()
  const { state, save, close } = useSaveCard()
  const renewal = useRenewKey(shopId, (next) => {
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
  return { key, isSaved, saveState: state, saveKey, markSaved, closeCard: close, renewal }
}

/** The owner's key: it can be saved as a picture while known, and renewed when it is not. */
export function KeyPanel(props: KeyPanelProps) {
  const ownerKey = useOwnerKey(props)
  const [isShown, setIsShown] = useState(false)
  const { key, isSaved, saveState, saveKey, markSaved, closeCard, renewal } = ownerKey
  return (
    <View className="key-panel">
      <KeyStatus ownerKey={ownerKey} onSave={(known) => void saveKey(known)} />
      {key && isShown && (
        <View className="key-panel__key">
          <Text>{key.slice(0, 14)}</Text>
          <Text>{key.slice(15)}</Text>
        </View>
      )}
      <View className="key-panel__row">
        {key && (
          <Button size="small" kind="line" onPress={() => setIsShown(!isShown)}>
            {isShown ? words.hide : words.show}
          </Button>
        )}
        {!key && (
          <Button size="small" kind="soft" busy={renewal.busy && words.renewing} onPress={renewal.ask}>
            {words.renew}
          </Button>
        )}
        {!isSaved && (
          <Button size="small" kind="line" onPress={markSaved}>
            {key ? words.written : words.already}
          </Button>
        )}
      </View>
      {/* an existing, possibly printed, key becomes invalid */}
      {renewal.asking && (
        <AskSheet
          title={words.renewAsk}
          text={words.renewText}
          no={words.renewNo}
          yes={words.renewYes}
          yesKind="main"
          onNo={renewal.no}
          onYes={renewal.yes}
        />
      )}
      {saveState.kind === 'hold' && <HoldSheet title={words.sheet} src={saveState.src} onClose={closeCard} />}
    </View>
  )
}

interface KeyStatusProps {
  ownerKey: Pick<ReturnType<typeof useOwnerKey>, 'key' | 'saveState' | 'renewal'>
  onSave(key: string): void
}

function KeyStatus({ ownerKey: { key, saveState, renewal }, onSave }: KeyStatusProps) {
  return (
    <View className="key-panel__row">
      <View className="key-panel__words">
        <Heading className="key-panel__title">{words.title}</Heading>
        <Status className="key-panel__note">
          {renewal.failure ? describeFailure(renewal.failure) : key ? notes[saveState.kind] : words.unknown}
        </Status>
      </View>
      {key && (
        <Button size="small" busy={saveState.kind === 'busy' && words.saving} onPress={() => onSave(key)}>
          {saveState.kind === 'saved' ? words.saveAgain : words.save}
        </Button>
      )}
    </View>
  )
}
