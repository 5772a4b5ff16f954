import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { ReadState } from '@/api/use-read'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { openedWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import './opened-row.scss'

interface ShopNameProps {
  name: string
  shop: ReadState<RouteReply<'GET /api/shops/:shopId'>>
  onNamed(): void
}

/** The shop's default name, with a button to rename it. */
export function ShopName({ name, shop, onNamed }: ShopNameProps) {
  const [open, setOpen] = useState(false)
  const { data } = shop
  return (
    <View className="opened-row">
      <View className="opened-row__words">
        <Text className="opened-row__note">{words.name}</Text>
        <Text className="opened-row__title">{name}</Text>
      </View>
      <Button size="small" kind="soft" disabled={!data} onPress={() => setOpen(true)}>
        {words.rename}
      </Button>
      {open && data && (
        <ShopNameSheet
          data={data}
          onChange={shop.set}
          onNamed={() => {
            setOpen(false)
            onNamed()
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </View>
  )
}

type ShopReply = RouteReply<'GET /api/shops/:shopId'>

interface ShopNameSheetProps {
  data: ShopReply
  /** Receives the shop as stored on the server. */
  onChange(data: ShopReply): void
  onNamed(): void
  onClose(): void
}

const MAX_LENGTH = 20

function settingsOf({ id: _, slug: _s, trade: _t, openedAt: _o, ...settings }: ShopReply['shop']) {
  return settings
}

const errorMessage = (failure: Failure) =>
  failure.code === 'version-conflict' ? words.nameChanged : describeFailure(failure)

/** The typed name, and saving it with the shop's other settings unchanged. */
function useRename({ data, onChange, onNamed }: Omit<ShopNameSheetProps, 'onClose'>) {
  const [name, setName] = useState(data.shop.name)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function save() {
    if (name.trim() === '') {
      setError(words.nameEmpty)
      return
    }
    setBusy(true)
    const reply = await call('PUT /api/shops/:shopId/settings', {
      params: { shopId: data.shop.id },
      body: { ...settingsOf(data.shop), name: name.trim() },
    })
    setBusy(false)
    if (reply.ok) {
      onChange({ ...data, shop: reply.data })
      onNamed()
      return
    }
    // the typed name stays in the field and can be saved again over the newest version
    if (reply.failure.code === 'version-conflict') onChange({ ...data, shop: reply.failure.current as Shop })
    setError(errorMessage(reply.failure))
  }

  const type = (text: string) => {
    setName(text)
    setError(undefined)
  }
  return { name, type, error, busy, save }
}

/** Renames the shop; its other settings stay unchanged. */
function ShopNameSheet({ onClose, ...shop }: ShopNameSheetProps) {
  const { name, type, error, busy, save } = useRename(shop)
  return (
    <Sheet
      title={words.nameSheet}
      onClose={onClose}
      foot={
        <Button busy={busy && words.saving} onPress={() => void save()}>
          {words.nameSave}
        </Button>
      }
    >
      <Field label={words.name} value={name} onChange={type} maxLength={MAX_LENGTH} error={error} />
    </Sheet>
  )
}
