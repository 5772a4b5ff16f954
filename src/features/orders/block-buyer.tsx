import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { sayFailure } from '@/locales/zh-CN/failure'
import { orderLimitsWords } from '@/locales/zh-CN/order-limits'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import './ask-step.scss'
import './block-buyer.scss'

interface BlockBuyerProps {
  shopId: Id
  orderId: Id
  blocked: boolean
  /** The buyer was blocked or is served again: what is known of the order is out of date. */
  onChanged(): void
}

type Blocked = RouteReply<'PUT /api/shops/:shopId/blocked-buyers/:orderId'>

const words = orderLimitsWords.block

const putBlock = (params: { shopId: Id; orderId: Id }, body: { id: Id }) =>
  call('PUT /api/shops/:shopId/blocked-buyers/:orderId', { params, body })

/** Takes no more orders of the buyer of an order, after one question; and takes them again. */
export function BlockBuyer({ shopId, orderId, blocked, onChanged }: BlockBuyerProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const params = { shopId, orderId }

  async function block() {
    setAsking(false)
    setBusy(true)
    const result = await sendOnce<Blocked>(`block ${orderId}`, (id) => putBlock(params, { id }))
    setBusy(false)
    setSaid(result.ok ? words.done(result.data.cancelled) : sayFailure(result.failure))
    if (result.ok) onChanged()
  }

  async function lift() {
    setBusy(true)
    const result = await call('DELETE /api/shops/:shopId/blocked-buyers/:orderId', { params })
    setBusy(false)
    setSaid(result.ok ? words.lifted : sayFailure(result.failure))
    if (result.ok) onChanged()
  }

  return (
    <View className="block-buyer">
      {(said || blocked) && (
        <Text className="block-buyer__said" {...aria({ role: 'status' })}>
          {said ?? words.blocked}
        </Text>
      )}
      <Button
        kind="line"
        size="small"
        busy={busy && words.busy}
        onPress={() => (blocked ? void lift() : setAsking(true))}
      >
        {blocked ? words.lift : words.do}
      </Button>
      {asking && (
        <Sheet title={words.title} onClose={() => setAsking(false)}>
          <Text className="ask-step__text">{words.text}</Text>
          <View className="ask-step__answers">
            <Button kind="soft" onPress={() => setAsking(false)}>
              {words.no}
            </Button>
            <Button kind="bad" onPress={() => void block()}>
              {words.yes}
            </Button>
          </View>
        </Sheet>
      )}
    </View>
  )
}
