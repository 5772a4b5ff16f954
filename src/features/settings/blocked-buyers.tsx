import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { SettingsGroup } from './settings-group'

/** The blocked buyers and unblocking one; `busy` is the order whose buyer is being unblocked. */
function useBlockedBuyers(shopId: Id) {
  const { data, reload } = useCall<'GET /api/shops/:shopId/blocked-buyers'>(
    'GET /api/shops/:shopId/blocked-buyers',
    { params: { shopId } },
  )
  const [busy, setBusy] = useState<Id>()
  const [message, setMessage] = useState<string>()

  async function unblock(orderId: Id) {
    setBusy(orderId)
    const result = await call('DELETE /api/shops/:shopId/blocked-buyers/:orderId', {
      params: { shopId, orderId },
    })
    setBusy(undefined)
    setMessage(result.ok ? block.lifted : describeFailure(result.failure))
    if (result.ok) await reload()
  }
  return { items: data?.items ?? [], busy, message, unblock }
}

const { blockedList, block } = orderLimitsWords

/** The blocked buyers, each with a button to unblock; renders nothing while there are none. */
export function BlockedBuyers({ shopId }: { shopId: Id }) {
  const { items, busy, message, unblock } = useBlockedBuyers(shopId)
  if (items.length === 0 && !message) return null
  return (
    <SettingsGroup title={blockedList.title}>
      {message && (
        <Text className="settings-group__strong" {...aria({ role: 'status' })}>
          {message}
        </Text>
      )}
      {items.length > 0 && <Text className="settings-group__text">{blockedList.text}</Text>}
      {items.map(({ orderId, name, phone }) => {
        const who = blockedList.who(name, phone)
        return (
          <View key={orderId} className="settings-group__paying">
            <Text className="settings-group__strong">{who}</Text>
            <Button
              kind="line"
              size="small"
              label={blockedList.liftLabel(who)}
              busy={busy === orderId && block.busy}
              disabled={busy !== undefined}
              onPress={() => void unblock(orderId)}
            >
              {block.lift}
            </Button>
          </View>
        )
      })}
    </SettingsGroup>
  )
}
