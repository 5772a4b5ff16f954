import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop'
import { sayFailure } from '@/locales/zh-CN/failure'
import { openedWords as words } from '@/locales/zh-CN/wizard'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'

type ShopReply = RouteReply<'GET /api/shops/:shopId'>

interface ShopNameSheetProps {
  data: ShopReply
  /** The shop as the server has it now. */
  onChange(data: ShopReply): void
  onNamed(): void
  onClose(): void
}

const LONGEST = 20

function settingsOf({ id: _, slug: _s, trade: _t, openedAt: _o, ...settings }: ShopReply['shop']) {
  return settings
}

const sayFault = (failure: Failure) =>
  failure.code === 'version-conflict' ? words.nameChanged : sayFailure(failure)

/** Another name for the shop; everything else it is set to stays. */
export function ShopNameSheet({ data, onChange, onNamed, onClose }: ShopNameSheetProps) {
  const [name, setName] = useState(data.shop.name)
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function save() {
    if (name.trim() === '') {
      setFault(words.nameEmpty)
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
    // what they typed stays in the field, to be sent over the newest version
    if (reply.failure.code === 'version-conflict') onChange({ ...data, shop: reply.failure.current as Shop })
    setFault(sayFault(reply.failure))
  }

  const type = (text: string) => {
    setName(text)
    setFault(undefined)
  }
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
      <Field label={words.name} value={name} onChange={type} maxLength={LONGEST} fault={fault} />
    </Sheet>
  )
}
