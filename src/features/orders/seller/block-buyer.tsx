import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { useChangedRecently } from '../steps/use-changed-recently'
import '../steps/confirm-sheet.scss'
import './block-buyer.scss'

interface BlockBuyerProps {
  shopId: Id
  orderId: Id
  blocked: boolean
  /** Called after blocking or unblocking, when the loaded order is out of date. */
  onChanged(): void
}

type Blocked = RouteReply<'PUT /api/shops/:shopId/blocked-buyers/:orderId'>

const words = orderLimitsWords.block

const putBlock = (params: { shopId: Id; orderId: Id }, body: { id: Id }) =>
  call('PUT /api/shops/:shopId/blocked-buyers/:orderId', { params, body })

/** Sends blocking and unblocking; `message` is the last result. */
function useBuyerBlock({ shopId, orderId, onChanged }: Omit<BlockBuyerProps, 'blocked'>) {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const params = { shopId, orderId }

  async function block() {
    setBusy(true)
    const result = await sendOnce<Blocked>(`block ${orderId}`, (id) => putBlock(params, { id }))
    setBusy(false)
    setMessage(result.ok ? words.done(result.data.cancelled) : describeFailure(result.failure))
    if (result.ok) onChanged()
  }

  async function unblock() {
    setBusy(true)
    const result = await call('DELETE /api/shops/:shopId/blocked-buyers/:orderId', { params })
    setBusy(false)
    setMessage(result.ok ? words.lifted : describeFailure(result.failure))
    if (result.ok) onChanged()
  }

  return { busy, message, block, unblock }
}

/** Blocks the buyer of an order after a confirmation, or unblocks the buyer. */
export function BlockBuyer({ blocked, ...order }: BlockBuyerProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  const { busy, message, block, unblock } = useBuyerBlock(order)
  // the button that lifts the block replaces the one that asks for it
  const changed = useChangedRecently(String(blocked))
  return (
    <View className="block-buyer">
      {(message || blocked) && (
        <Text className="block-buyer__said" {...aria({ role: 'status' })}>
          {message ?? words.blocked}
        </Text>
      )}
      <View className="block-buyer__opener">
        <Button
          kind="line"
          size="small"
          busy={busy && words.busy}
          disabled={changed}
          onPress={() => (blocked ? void unblock() : setIsConfirming(true))}
        >
          {blocked ? words.lift : words.do}
        </Button>
      </View>
      {isConfirming && (
        <ConfirmBlockSheet
          onNo={() => setIsConfirming(false)}
          onYes={() => {
            setIsConfirming(false)
            void block()
          }}
        />
      )}
    </View>
  )
}

function ConfirmBlockSheet({ onNo, onYes }: { onNo(): void; onYes(): void }) {
  return (
    <Sheet title={words.title} onClose={onNo}>
      <Text className="ask-step__text">{words.text}</Text>
      <SheetAnswers no={words.no} onNo={onNo}>
        <Button kind="bad" onPress={onYes}>
          {words.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
